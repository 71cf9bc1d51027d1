// Where the work stands: what to do next, and every conversation with what was done in it.

import { button, h, plural, replace } from "./dom.js";
import { NOTHING_YET, conversationLink, waitingLine } from "./evidence.js";
import { proposalStep } from "./proposing.js";

const MACHINE = "Open voorstellen";
const COLUMNS = [
  { name: "Gesprek", of: (row) => row.id, cell: (row) => conversationLink(row.id, undefined, row.id) },
  { name: "Perspectief", of: (row) => row.group, cell: (row) => `${row.group || "onbekend"}${row.usable ? "" : " (telt niet mee)"}` },
  { name: "Beurten", of: (row) => row.turns },
  { name: "Coderingen", of: (row) => row.codings },
  { name: MACHINE, of: (row) => row.suggestions },
  { name: "Oordelen", of: (row) => row.judged / (row.asked || 1), cell: (row) => judgedOf(row) },
  { name: "Gelezen", of: (row) => Number(row.finished), cell: (row) => (row.finished ? "✓ ja" : "nee") },
];

const HIDDEN = "U codeert blind. Daarom ziet u de voorstellen van de machine en het werk van de eerste codeur niet, en ontbreken de onderdelen waarin dat staat: Vergelijken, Rapport, Codeboek en Namen. Zo is straks te zien of twee mensen los van elkaar hetzelfde vinden. Wat een thema betekent, staat naast elk gesprek.";

export async function showOverview(app, root) {
  const columns = COLUMNS.filter(({ name }) => !(app.blind && name === MACHINE));
  const view = { app, root, columns, by: 0, down: false, place: h("div", {}), next: h("div", {}), todo: h("div", {}, waitingLine("Kijken wat er te doen is.")) };
  const told = await app.api("conversations");
  view.rows = told.conversations.map((row) => ({ ...row, asked: 0 }));
  view.filter = h("input", { type: "search", "aria-label": "Zoek een gesprek", placeholder: "Zoek een gesprek", oninput: () => drawConversations(view) });
  view.unread = h("input", { type: "checkbox", onchange: () => drawConversations(view) });
  view.read = view.rows.length ? progressOf("Gelezen tot het eind", view.rows.filter((row) => row.finished).length, view.rows.length, "gesprekken") : null;
  view.stand = h("section", { "aria-label": "Stand" }, view.read);
  replace(root, h("h1", { tabindex: "-1" }, app.title),
    app.synthetic ? h("p", { class: "synthetisch" }, "Synthetisch: mensen, gesprekken en besluiten zijn verzonnen.") : null,
    app.blind ? h("p", { class: "let-op" }, HIDDEN) : null,
    view.todo, view.stand, view.next,
    view.rows.length ? [h("h2", {}, "Gesprekken"), h("div", { class: "balk" }, view.filter, h("label", {}, view.unread, " alleen ongelezen")), view.place] : null);
  drawConversations(view);
  fillOverview(view, root);
}

// What takes longer comes after the conversations.
async function fillOverview(view, root) {
  await view.app.attempt(async () => {
    const told = await view.app.api("todo");
    view.rows = view.rows.map((row) => ({ ...row, asked: told.asked[row.id] || 0 }));
    if (!root.isConnected) return;
    replace(view.todo, whatToDo(view, told));
    if (told.conversations) replace(view.stand, view.read, figures(view, told));
    drawConversations(view);
    if (told.waiting) await showNext(view);
  });
}

function whatToDo({ app, root, rows }, told) {
  const unread = rows.find((row) => !row.finished)?.id || "";
  const step = (count, one, many, href, act) => (count ? h("li", {}, `${plural(count, one, many)}: `, h("a", { href }, act)) : null);
  const steps = [
    app.blind ? null : step(told.names, "gesprek wacht op het bevestigen van namen", "gesprekken wachten op het bevestigen van namen", "#namen", "namen bekijken"),
    told.unproposed ? proposalStep(app, root, told, () => showOverview(app, root)) : null,
    step(told.unread, "gesprek is nog niet tot het eind gelezen", "gesprekken zijn nog niet tot het eind gelezen", `#gesprek/${encodeURIComponent(unread)}`, `verder met ${unread}`),
    step(told.unjudged, "oordeel ontbreekt", "oordelen ontbreken", "#oordelen//1", "oordelen"),
    step(told.ungrounded, "oordeel heeft geen bewijs", "oordelen hebben geen bewijs", "#oordelen//2", "bewijs aanwijzen"),
    told.conversations && step(told.unsigned, "lezing wacht op een handtekening", "lezingen wachten op een handtekening", "#vergelijken", "vergelijken en ondertekenen"),
  ].filter(Boolean);
  return h("section", { "aria-labelledby": "te-doen" }, h("h2", { id: "te-doen" }, "Wat nu"),
    steps.length ? h("ol", { class: "te-doen" }, steps) : h("p", {}, nothingLeft(app, told)));
}

function nothingLeft(app, told) {
  if (!told.conversations) return NOTHING_YET;
  if (app.blind) return "U hebt alles gelezen en beoordeeld. Sluit deze pagina; wie de evaluatie leidt, ziet nu op het eigen overzicht hoe ver u het eens bent.";
  return ["Alles is gelezen, beoordeeld en ondertekend. ", h("a", { href: "#rapport" }, "Naar het rapport")];
}

function figures({ app }, told) {
  const cells = told.judgements + told.unjudged;
  const twice = told.agreement;
  const kappa = twice && (twice.kappa === null ? "kappa is niet te berekenen" : `kappa ${twice.kappa.toLocaleString("nl-NL", { minimumFractionDigits: 2, maximumFractionDigits: 2 })}; 1 is volledig gelijk, 0 is toeval`);
  return [progressOf("Oordelen gegeven", told.judgements, cells, "oordelen"),
    told.comparisons ? progressOf("Lezingen ondertekend", told.comparisons - told.unsigned, told.comparisons, "lezingen") : null,
    h("p", {}, app.blind ? `U maakte ${plural(told.codings, "codering", "coderingen")}.` : `${plural(told.codings, "codering", "coderingen")}; ${plural(told.waiting, "open voorstel", "open voorstellen")}.`),
    twice ? h("p", {}, `Overeenstemming met de tweede codeur: ${twice.same} van de ${plural(twice.both, "oordeel", "oordelen")} gelijk (${kappa}).`) : null];
}

function progressOf(name, done, all, many) {
  return h("p", { class: "voortgang" }, h("span", {}, `${name}: ${done} van de ${all} ${many}`), h("progress", { max: all || 1, value: done, "aria-label": name }));
}

async function showNext(view) {
  const { suggestions } = await view.app.api("next_up");
  if (!suggestions.length) return;
  replace(view.next, h("details", { open: true }, h("summary", {}, "Voorstellen om eerst te bekijken"),
    h("p", {}, "Uit de hele evaluatie: een steekproef, waar de machine het meest twijfelt, en waarover nog weinig is besloten."),
    h("ul", { class: "gronden" }, suggestions.map((one) => h("li", {}, conversationLink(one.transcript, one.turn, `${one.transcript}, beurt ${one.turn}`),
      ` ${view.app.label(one.code)} (${one.why}, ${Math.round(one.score * 100)}%): “${one.quote}”`)))));
}

function judgedOf(row) {
  if (!row.asked) return row.judged;
  return [`${row.judged} van ${row.asked} `, h("progress", { max: row.asked, value: row.judged, "aria-label": `Oordelen bij ${row.id}` })];
}

function drawConversations(view) {
  const wanted = view.filter.value.toLowerCase();
  const { of } = view.columns[view.by];
  const rows = view.rows.filter((row) => `${row.id} ${row.group}`.toLowerCase().includes(wanted) && !(view.unread.checked && row.finished))
    .sort((a, b) => (view.down ? -1 : 1) * compareValues(of(a), of(b)));
  const focused = view.place.contains(document.activeElement);
  replace(view.place, h("table", { class: "gesprekken" }, h("caption", {}, plural(rows.length, "gesprek", "gesprekken")),
    h("thead", {}, h("tr", {}, view.columns.map((column, at) => sortHeading(view, column, at)))),
    h("tbody", {}, rows.map((row) => h("tr", {}, view.columns.map(({ of: value, cell }, at) => h(at ? "td" : "th", at ? {} : { scope: "row" }, cell ? cell(row) : value(row))))))));
  if (focused) view.place.querySelectorAll("thead button")[view.by].focus();
}

function sortHeading(view, column, at) {
  const sorted = view.by === at;
  const sort = () => {
    view.down = sorted && !view.down;
    view.by = at;
    drawConversations(view);
  };
  return h("th", { scope: "col", "aria-sort": sorted ? (view.down ? "descending" : "ascending") : null },
    button([column.name, h("span", { "aria-hidden": "true" }, sorted ? (view.down ? " ▼" : " ▲") : "")], sort, { class: "sorteer" }));
}

function compareValues(a, b) {
  return typeof a === "number" ? a - b : String(a).localeCompare(String(b), "nl", { numeric: true });
}
