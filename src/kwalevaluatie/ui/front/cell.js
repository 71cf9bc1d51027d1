// One cell of the matrix: what was said on the goal, and the judgement on it.

import { button, dialog, h, plural, replace } from "./dom.js";
import { conversationLink, dayOf } from "./evidence.js";

export const STATE_SIGNS = { positief: "+", wisselend: "±", negatief: "−", "niet besproken": "○", "niet te bepalen": "?" };

const JUDGING_KEYS = [
  ["pijltjes", "naar een andere cel"],
  ["Home, End", "naar het begin of het eind van de rij; met Ctrl van de tabel"],
  ["Enter", "het bewijs bekijken en oordelen"],
  ["1 tot en met 5", "positief, wisselend, negatief, niet besproken, niet te bepalen"],
  ["p", "het voorstel overnemen"],
  ["z en Shift+z", "ongedaan maken en opnieuw doen"],
  ["in een cel: Ctrl+Enter", "vastleggen"],
];

export async function judgeCell(judging, row, goal) {
  const { app, root } = judging;
  await app.attempt(async () => {
    const told = await app.api("cell", { respondent: row.respondent, goal: goal.id });
    const proposal = judging.proposal(row, goal);
    const note = h("p", { role: "alert", class: "melding" });
    const states = stateChoice(app, told.state);
    const grounds = told.passages.map((one) => h("input", { type: "checkbox", checked: one.ground || (!told.state && one.code !== null) }));
    const reason = h("textarea", { rows: 3, id: "reden", value: told.reason || "" });
    const save = () => {
      if (box.getAttribute("aria-busy") === "true") return undefined;
      const state = states.querySelector("input:checked")?.value;
      if (!state) return replace(note, "Kies eerst een oordeel.");
      const evidence = told.passages.filter((_, at) => grounds[at].checked).map(({ turn, start, stop }) => ({ turn, start, stop }));
      return record(judging, box, note, judging.judge(row, goal, { state, reason: reason.value, evidence }));
    };
    const take = () => {
      states.querySelectorAll("input")[app.states.indexOf(proposal.state)].checked = true;
      if (!reason.value.trim()) reason.value = proposal.because;
    };
    const close = () => box.close();
    const box = dialog(root, `${row.respondent}: ${goal.label}`, h("div", {}, h("p", {}, goal.question || goal.definition),
      standingNow(told), proposal ? proposed(proposal, take) : null, states,
      h("fieldset", { class: "bewijskeuze" }, h("legend", {}, `Waarop rust het? ${plural(grounds.length, "passage", "passages")}`), passages(app, told, grounds, close)),
      h("p", {}, conversationLink(row.transcript, undefined, `Heel het gesprek ${row.transcript}`, { onclick: close }), told.finished ? "" : " (nog niet tot het eind gelezen)"),
      h("label", { for: "reden" }, "Waarom"), reason, earlier(told.earlier), note),
    [button("Vastleggen (Ctrl+Enter)", save), button("Annuleren", close)]);
    box.onkeydown = (event) => cellKey(event, states, save);
    box.addEventListener("close", () => judging.buttonAt(...judging.at)?.focus());
    (states.querySelector("input:checked") || states.querySelector("input")).focus();
  });
}

// What was typed stays there until it stands recorded.
async function record(judging, box, note, judged) {
  box.setAttribute("aria-busy", "true");
  replace(note, "Wordt vastgelegd… U kunt dit venster sluiten; uw oordeel blijft bewaard.");
  const problem = await judged;
  box.setAttribute("aria-busy", "false");
  if (problem) return replace(note, `Niet vastgelegd. ${problem}`);
  return box.close();
}

function stateChoice(app, current) {
  return h("div", { role: "radiogroup", "aria-label": "Oordeel", class: "waarden" }, app.states.map((state, at) =>
    h("label", { class: "keuze" }, h("input", { type: "radio", name: "oordeel", value: state, checked: state === current }), ` ${at + 1} ${STATE_SIGNS[state]} ${state}`)));
}

function standingNow(told) {
  return told.state ? h("p", { class: "soort" }, `Nu: ${told.state}, door ${told.coder} op ${dayOf(told.at)}.`,
    told.ungrounded ? " Er is geen passage waarop dit rust." : "") : h("p", { class: "soort" }, "Nog geen oordeel.");
}

function proposed(proposal, take) {
  const basis = proposal.based_on === "besluiten" ? "op de codering van dit gesprek" : "op voorstellen die nog niemand bekeek";
  return h("div", { class: "reden voorgesteld" }, h("p", {}, h("strong", {}, `Voorstel van de machine: ${proposal.state}. `),
    `Rust ${basis}.${proposal.development ? ` Ontwikkeling: ${proposal.development}.` : ""}`), h("p", {}, proposal.because), button("Dit invullen", take));
}

function passages(app, told, grounds, close) {
  if (!grounds.length) return h("p", {}, "Over dit doel is in dit gesprek niets gecodeerd.");
  return h("ul", { class: "gronden" }, told.passages.map((one, at) => h("li", {}, h("label", {}, grounds[at], ` “${one.words}”`), " ",
    h("small", {}, one.code ? `${app.label(one.code)}, ${one.valence}, ${one.moment} ` : "eerder gekozen, nu niet gecodeerd "),
    conversationLink(one.transcript, one.turn, `beurt ${one.turn}`, { onclick: close }))));
}

function earlier(all) {
  if (!all.length) return null;
  return h("details", {}, h("summary", {}, plural(all.length, "eerder oordeel", "eerdere oordelen")), h("ul", {}, all.map((one) =>
    h("li", {}, `${dayOf(one.at)}, ${one.coder}: ${one.state}${one.withdrawn ? " (ingetrokken)" : ""}${one.reason ? `. ${one.reason}` : ""}`))));
}

function cellKey(event, states, save) {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    save();
  } else if (/^[1-5]$/.test(event.key) && !event.target.closest("textarea")) {
    const radio = states.querySelectorAll("input")[Number(event.key) - 1];
    radio.checked = true;
    radio.focus();
  }
}

export function judgingHelp(judging) {
  const keys = JUDGING_KEYS.filter(([key]) => !(judging.app.blind && key === "p"));
  const box = dialog(judging.root, "Sneltoetsen", h("dl", { class: "toetsen" }, keys.flatMap(([key, what]) => [h("dt", {}, key), h("dd", {}, what)])),
    [button("Sluiten", () => box.close())]);
}
