// The people and the words under a number.

import { h, plural } from "./dom.js";

export const conversationLink = (transcript, turn, text, props = {}) =>
  h("a", { href: `#gesprek/${encodeURIComponent(transcript)}${turn === undefined ? "" : `/${turn}`}`, ...props }, text);

export function underNumber(told, close) {
  const of = (name) => told.passages.filter((one) => one.respondent === name);
  const person = (name) => h("li", {}, h("strong", {}, name), of(name).length
    ? h("ul", { class: "gronden" }, of(name).map((one) => passage(one, close))) : h("small", {}, " (geen passage aangewezen)"));
  return h("div", { class: "bewijs" },
    h("h3", {}, `Geteld: ${plural(told.counted.length, "respondent", "respondenten")}`),
    told.counted.length ? h("ul", {}, told.counted.map(person)) : h("p", {}, "Niemand."),
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
