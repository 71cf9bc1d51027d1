// Counts beside survey figures, and a name under what they say together.

import { button, dialog, field, h, plural, replace, table } from "./dom.js";
import { dayOf, signOnce, underNumber } from "./evidence.js";

const SIGNED = "ondertekend";

export async function showComparisons(app, root) {
  const told = await app.api("comparisons");
  const only = h("input", { type: "checkbox", id: "alleen-open", onchange: () => { drawComparisons(view); only.focus(); } });
  const view = { app, root, told, only, place: h("div", {}) };
  replace(root, h("h1", { tabindex: "-1" }, `Vergelijken met ${app.survey}`), view.place);
  drawComparisons(view);
}

function drawComparisons(view) {
  const { app, told, only, place } = view;
  const rows = told.comparisons;
  const waiting = rows.filter((row) => row.status !== SIGNED);
  const lapsed = rows.filter((row) => row.lapsed).length;
  if (!rows.length) return replace(place, h("p", {}, `Er is nog niets te vergelijken. Leg in ${told.file} vast welke vraag van ${app.survey} bij welk doel hoort.`));
  return replace(place,
    h("p", {}, waiting.length ? `${waiting.length} van de ${rows.length} lezingen wachten op een handtekening. Wat niet is ondertekend, kan niet in de publieke versie.` : "Alle lezingen zijn ondertekend."),
    lapsed ? h("p", { class: "let-op" }, `${plural(lapsed, "handtekening is verlopen", "handtekeningen zijn verlopen")}: de cijfers zijn veranderd sinds er is getekend.`) : null,
    h("div", { class: "balk" }, h("label", {}, only, " alleen wat nog niet is ondertekend")),
    table(`Gesprekken naast ${app.survey}`, ["Waarover", "Gesprekken", app.survey_name, "Vergelijkbaar", "Lezing", "Handtekening"],
      (only.checked ? waiting : rows).map((row) => [about(view, row), countOf(view, row), survey(row), comparable(row), reading(row), signature(view, row)])),
    linkTable(view));
}

function about({ app }, row) {
  return [h("strong", {}, subjectLabel(app, row)), h("br"), h("small", {}, row.group)];
}

function subjectLabel(app, row) {
  return row.goal ? app.goals.find((one) => one.id === row.goal)?.label || row.goal : app.label(row.theme);
}

function countOf(view, row) {
  return [button(row.text, () => showPeople(view, row), { "aria-label": `Wie zijn geteld: ${row.text} ${row.counted}, ${subjectLabel(view.app, row)}`, class: "cijfer" }),
    ` ${row.counted}`, row.counted_status === "voorlopig" ? h("small", {}, " (voorlopig: nog niet iedereen is beoordeeld)") : null];
}

function showPeople({ app, root }, row) {
  return app.attempt(async () => {
    const told = await app.api("counted", { subject: row.id });
    const box = dialog(root, `${subjectLabel(app, row)}: ${row.text} ${row.counted}`, underNumber(told, () => box.close()), [button("Sluiten", () => box.close())]);
  });
}

const comma = (value, digits) => value.toLocaleString("nl-NL", { maximumFractionDigits: digits });
const percent = (share) => `${comma(share * 100, 0)}%`;

function survey(row) {
  if (!row.item) return "Niet gevraagd.";
  const asked = row.wording || row.item;
  if (row.value === null) return `${asked}: geen cijfer${row.unit ? ` (${row.unit})` : ""}`;
  const share = row.unit === "aandeel";
  const shown = share ? percent : (value) => comma(value, 1);
  const size = row.figure_n === null ? "" : `; n = ${row.figure_n}`;
  const margin = row.low === null ? (row.figure_n === null ? "geen marge: n is niet gepubliceerd" : "geen marge bekend")
    : `95%-marge: ${shown(row.low)} tot ${shown(row.high)}`;
  return [`${asked}: `, h("strong", {}, shown(row.value)), h("small", {}, ` (${row.unit}, ${row.year}; ${margin}${size})`)];
}

function comparable(row) {
  return [h("ul", { class: "kort" }, [["vraag", row.same_question], ["groep", row.same_group], ["periode", row.same_period]].map(([name, same]) =>
    h("li", {}, `${same === "ja" ? "✓" : same === "nee" ? "✗" : "±"} zelfde ${name}: ${same}`))), row.note ? h("small", {}, row.note) : null];
}

function reading(row) {
  const other = row.status === SIGNED && row.verdict !== row.proposed ? h("small", {}, ` (voorgesteld was: ${row.proposed})`) : null;
  return [h("strong", { class: row.status === SIGNED ? "" : "gestreept" }, row.status === SIGNED ? row.verdict : `VOORSTEL: ${row.verdict}`), other,
    h("p", { class: "klein" }, row.grounds), row.rivals ? h("p", { class: "klein" }, `Ook mogelijk: ${row.rivals}.`) : null];
}

function signature(view, row) {
  const about = `${subjectLabel(view.app, row)}, ${row.item || "niet gevraagd"}`;
  const act = (text) => button(text, () => signReading(view, row), { data: { row: row.id }, "aria-label": `${text}: ${about}` });
  if (row.status === SIGNED) return [`✓ ${row.signed_by}, ${dayOf(row.signed_at)}: ${row.signed_reason} `, act("Wijzigen")];
  const lapsed = row.lapsed ? h("p", { class: "let-op" }, `! Verlopen. ${row.lapsed.by} tekende voor “${row.lapsed.verdict}” bij ${row.lapsed.basis}.`) : h("p", {}, "Nog niet ondertekend");
  return [lapsed, act("Ondertekenen")];
}

function signReading(view, row) {
  const { app, root } = view;
  const choice = h("select", { id: "lezing" }, view.told.readings.map((name) => h("option", { value: name }, name)));
  choice.value = row.verdict;
  const reason = h("textarea", { rows: 3, id: "reden", value: row.signed_reason || row.lapsed?.reason || "" });
  const note = h("p", { role: "alert", class: "melding" });
  const save = async () => {
    if (!reason.value.trim()) return replace(note, "Schrijf op waarom.");
    return signOnce(box, note, async () => {
      view.told = await app.api("sign", { subject: row.id, verdict: choice.value, reason: reason.value });
      box.close();
      drawComparisons(view);
      ([...root.querySelectorAll("button[data-row]")].find((one) => one.dataset.row === row.id) || view.only).focus();
      app.say(`Ondertekend door ${app.coder}: ${choice.value}`);
    });
  };
  const box = dialog(root, `Ondertekenen: ${subjectLabel(app, row)}`, h("div", {}, h("p", {}, `${row.text} ${row.counted} (${row.group}).`), h("p", {}, survey(row)), comparable(row),
    h("p", { class: "reden" }, h("strong", {}, `Voorstel: ${row.proposed}. `), row.grounds), row.rivals ? h("p", {}, `Ook mogelijk: ${row.rivals}.`) : null,
    field("Lezing", choice), field("Waarom", reason), note),
  [button(`Ondertekenen als ${app.coder}`, save), button("Annuleren", () => box.close())]);
  choice.focus();
}

function linkTable({ app, told }) {
  return h("details", {}, h("summary", {}, `De koppeltabel (${told.file})`),
    h("p", {}, `Hier staat welke vraag van ${app.survey} naast welk doel of thema mag liggen. U wijzigt dit in het bestand ${told.file} in de map van de evaluatie.`),
    table("Koppeltabel", ["Doel of thema", "Perspectief", "Vraag in het gesprek", `Vraag van ${app.survey}`, "Zelfde vraag", "Zelfde groep", "Zelfde periode", "Toelichting"], told.links.map((link) => [
      subjectLabel(app, link), link.group, link.question || "–", link.item || "niet gevraagd", link.same_question, link.same_group, link.same_period, link.note || "–"])));
}
