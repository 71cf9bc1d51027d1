// The report as it would be: its page, what is under every number, and what it waits for.

import { button, dialog, h, plural, replace } from "./dom.js";
import { signOnce, underNumber, waitingLine } from "./evidence.js";

const FILE_KINDS = [["docx", "Word"], ["html", "webpagina"], ["xlsx", "Excel"], ["pdf", "pdf"], ["pptx", "presentatie"], ["samenvatting", "samenvatting van één blad"]];
const USUAL_KINDS = ["docx", "html", "xlsx"];
const MENDED_AT = { "niet ondertekend": ["#vergelijken", "ondertekenen"], "nog voorlopig geteld": ["#oordelen//1", "oordelen afmaken"] };

export async function showReport(app, root) {
  const view = { app, root, page: h("div", { class: "blad" }), side: h("aside", { class: "paneel", "aria-label": "Onder dit cijfer" }), todo: h("div", {}), written: h("div", {}) };
  replace(root, h("h1", { tabindex: "-1" }, "Rapport"), writing(view), view.written, view.todo,
    h("h2", {}, "Voorbeeld"), h("p", {}, "Zo wordt het interne rapport. Kies een cijfer in de tekst: dan ziet u wie eronder zitten en wat zij zeiden."),
    button("Voorbeeld opnieuw maken", () => makePreview(view)), h("div", { class: "lezen" }, view.page, view.side));
  makePreview(view).then(() => root.isConnected && showHindrances(view));
}

// --- the page -------------------------------------------------------------------------------

async function makePreview(view) {
  replace(view.side, h("p", {}, "Kies een cijfer in het rapport."));
  replace(view.page, waitingLine("Het rapport wordt gemaakt; dit duurt enkele seconden."));
  try {
    const told = await view.app.api("preview");
    if (view.root.isConnected) replace(view.page, told.told.map((line) => h("p", { class: "let-op" }, line)), reportFrame(view, told));
  } catch (problem) {
    replace(view.page, h("p", { class: "let-op regels" }, problem.message));
  }
}

function reportFrame(view, told) {
  const frame = h("iframe", { title: `Voorbeeld van het rapport, met ${plural(told.numbers, "cijfer", "cijfers")}`, src: `voorbeeld.html?${told.version}-${Date.now()}` });
  frame.addEventListener("load", () => frame.contentDocument?.addEventListener("click", (event) => {
    const found = event.target.closest("data.cijfer");
    if (!found) return;
    event.preventDefault();
    showNumber(view, found.getAttribute("value"), found.querySelector("a") || frame);
  }));
  return frame;
}

function showNumber(view, id, from) {
  return view.app.attempt(async () => {
    const told = await view.app.api("number", { id });
    const one = told.number;
    const heading = h("h2", { tabindex: "-1" }, one.tekst);
    const rows = [["Cijfer", one.id], ["Teller en noemer", one.n === null ? null : `${one.k} van ${one.n}`], ["Eenheid", one.eenheid], ["Perspectief", one.groep], ["Bron", one.bron], ["Stand", one.status]];
    replace(view.side, heading, told.stale ? h("p", { class: "let-op" }, "Er is sindsdien iets besloten. Maak het voorbeeld opnieuw.") : null,
      h("dl", { class: "toetsen" }, rows.filter(([, value]) => value).flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, value)])),
      told.counted.length || told.others.length ? underNumber(told) : h("p", {}, "Dit cijfer komt van elders; er zitten geen gesprekken onder."),
      button("Terug naar het rapport", () => from.focus()));
    heading.focus();
  });
}

// --- what stands in the way -----------------------------------------------------------------

async function showHindrances(view) {
  replace(view.todo, h("h2", {}, "Naar buiten"), waitingLine("Nakijken wat een publieke versie in de weg staat."));
  try {
    drawHindrances(view, await view.app.api("hindrances"));
  } catch (problem) {
    replace(view.todo, h("h2", {}, "Naar buiten"), h("p", { class: "let-op regels" }, problem.message));
  }
}

function drawHindrances(view, told) {
  const blocking = told.points.filter((point) => point.severity === "blokkade" && !point.signed);
  const warned = told.points.filter((point) => !blocking.includes(point));
  const ready = !told.todo.length && !blocking.length;
  replace(view.todo, h("h2", { tabindex: "-1" }, "Naar buiten"),
    h("p", {}, ready ? "✓ Niets staat de publieke versie in de weg." : "De publieke versie kan nog niet. Dit moet eerst:"),
    told.todo.length ? h("ul", {}, told.todo.map(stillToDo)) : null,
    blocking.length ? h("ul", {}, blocking.map((point) => h("li", {}, ...pointTold(point), button("Toch verantwoord", () => acceptPoint(view, point), { "aria-label": `Toch verantwoord: ${point.message}` })))) : null,
    warned.length ? h("details", {}, h("summary", {}, `Let ook op (${warned.length})`), h("ul", {}, warned.map((point) => h("li", {}, ...pointTold(point), point.signed ? `✓ ${point.signed}` : "")))) : null,
    told.fine.length ? h("details", {}, h("summary", {}, `Nagekeken, niets gevonden (${told.fine.length})`), h("ul", {}, told.fine.map((rule) => h("li", {}, rule)))) : null);
}

function stillToDo({ what, count, items }) {
  const [href, act] = MENDED_AT[what] || [];
  return h("li", {}, items.length ? h("details", {}, h("summary", {}, `${what} (${count})`), h("ul", {}, items.map((item) => h("li", {}, item)))) : what,
    href ? h("a", { href }, act) : null);
}

function pointTold(point) {
  return [h("strong", {}, `${point.severity}, ${point.rule}: `), point.message, " ", point.excerpt ? h("q", {}, point.excerpt) : "", " ", h("small", {}, point.place), " "];
}

function acceptPoint(view, point) {
  const reason = h("textarea", { rows: 3, id: "reden" });
  const note = h("p", { role: "alert", class: "melding" });
  const save = async () => {
    if (!reason.value.trim()) return replace(note, "Schrijf op waarom.");
    return signOnce(box, note, async () => {
      const told = await view.app.api("accept", { subject: point.id, reason: reason.value });
      box.close();
      drawHindrances(view, told);
      view.todo.querySelector("h2").focus();
      view.app.say(`Ondertekend door ${view.app.coder}`);
    });
  };
  const box = dialog(view.root, "Toch verantwoord", h("div", {}, h("p", {}, ...pointTold(point)), h("label", { for: "reden" }, "Waarom kan dit naar buiten?"), reason, note),
    [button(`Ondertekenen als ${view.app.coder}`, save), button("Annuleren", () => box.close())]);
  reason.focus();
}

// --- writing --------------------------------------------------------------------------------

function writing(view) {
  const kinds = FILE_KINDS.map(([kind, name]) => ({ name, box: h("input", { type: "checkbox", value: kind, checked: USUAL_KINDS.includes(kind) }) }));
  const chosen = () => kinds.filter(({ box }) => box.checked).map(({ box }) => box.value);
  return h("fieldset", { class: "schrijven" }, h("legend", {}, "Rapport schrijven"), h("div", { class: "knoppen" }, kinds.map(({ name, box }) => h("label", {}, box, ` ${name}`))),
    h("div", { class: "knoppen" }, button("Intern rapport schrijven", (event) => writeReport(view, "intern", chosen(), event.currentTarget)),
      button("Publieke versie schrijven", (event) => writeReport(view, "publiek", chosen(), event.currentTarget))));
}

async function writeReport(view, version, kinds, pressed) {
  pressed.disabled = true;
  replace(view.written, waitingLine("Het rapport wordt geschreven."));
  try {
    const told = await view.app.api("write_report", { version, kinds });
    replace(view.written, h("p", {}, "✓ Geschreven in de map van de evaluatie:"), h("ul", {}, told.files.map((file) => h("li", {}, file))), told.told.map((line) => h("p", { class: "let-op" }, line)));
    view.app.say(`${plural(told.files.length, "bestand", "bestanden")} geschreven`);
  } catch (problem) {
    replace(view.written, h("p", { class: "let-op regels", role: "alert" }, problem.message));
  }
  pressed.disabled = false;
  if (document.activeElement === document.body) pressed.focus();
}
