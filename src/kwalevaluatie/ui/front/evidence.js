// The people and the words under a number.

import { h, plural, replace } from "./dom.js";
import { Refusal } from "./api.js";

export const NOTHING_YET = "Er zijn nog geen gesprekken. Lees ze in op de opdrachtregel: kwal importeer, en dan de map waarin ze staan.";

export const conversationLink = (transcript, turn, text, props = {}) =>
  h("a", { href: `#gesprek/${encodeURIComponent(transcript)}${turn === undefined ? "" : `/${turn}`}`, ...props }, text);

export function underNumber(told, close) {
  const of = (name) => told.passages.filter((one) => one.respondent === name);
  const person = (name) => h("li", {}, h("strong", {}, name), of(name).length
    ? h("ul", { class: "gronden" }, of(name).map((one) => passage(one, close))) : h("small", {}, " (geen passage aangewezen)"));
  return h("div", { class: "bewijs" },
    h("h3", {}, `Geteld: ${plural(told.counted.length, "respondent", "respondenten")}`),
    told.passages.length ? h("ul", {}, told.counted.map(person)) : h("p", {}, told.counted.length ? `${told.counted.join(", ")}. Er is geen passage bij aangewezen.` : "Niemand."),
    told.others.length ? h("h3", {}, `Wel gevraagd, niet geteld: ${told.others.length}`) : null,
    told.others.length ? h("p", {}, told.others.join(", ")) : null);
}

function passage(one, close) {
  return h("li", {}, h("blockquote", {}, `“${one.words}”`),
    conversationLink(one.transcript, one.turn, `${one.transcript}, beurt ${one.turn}`, { onclick: close }));
}

export const dayOf = (at) => new Date(at).toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" });

export function waitingLine(text) {
  return h("p", { role: "status", class: "bezig" }, h("progress", { "aria-label": text }), ` ${text}`);
}

// Puts a name under something, once: a second press waits for the first.
export async function signOnce(box, note, act) {
  if (box.getAttribute("aria-busy") === "true") return;
  box.setAttribute("aria-busy", "true");
  replace(note, "Wordt vastgelegd… Valt de verbinding weg, dan gaat deze pagina daarna zelf na of het is gelukt.");
  try {
    await act();
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    replace(note, `Niet ondertekend. ${problem.message}`);
  } finally {
    box.removeAttribute("aria-busy");
  }
}
