// Looking for words, in one conversation or in all.

import { button, dialog, h, plural, replace } from "./dom.js";

export function findWords(reading) {
  const { app } = reading;
  const input = h("input", { type: "search", "aria-label": "Zoek woorden" });
  const all = h("input", { type: "checkbox", id: "overal" });
  const list = h("ul", { class: "treffers" });
  const note = h("p", { role: "status" });
  const find = async (event) => {
    event.preventDefault();
    try {
      const found = await app.api("search", { words: input.value, ...(all.checked ? {} : { id: reading.id }) });
      replace(note, found.hits.length ? `${plural(found.hits.length, "plaats", "plaatsen")}${found.more ? " of meer" : ""}` : "Niet gevonden.");
      replace(list, found.hits.map((hit) => h("li", {}, hitButton(hit, () => { box.close(); visitHit(reading, hit); }))));
    } catch (problem) {
      replace(note, problem.message);
    }
  };
  const box = dialog(reading.root, "Zoeken", h("form", { onsubmit: find }, input, h("label", { for: "overal" }, all, " in alle gesprekken"),
    h("button", {}, "Zoek"), note, list), [button("Sluiten", () => box.close())]);
  input.focus();
}

function hitButton(hit, onclick) {
  return h("button", { type: "button", class: "treffer", onclick },
    h("span", { class: "plaats" }, `${hit.transcript}, beurt ${hit.turn}: `),
    h("bdi", {}, hit.before), h("mark", {}, h("bdi", {}, hit.words)), h("bdi", {}, hit.after));
}

function visitHit(reading, hit) {
  if (hit.transcript !== reading.id) reading.app.open(`gesprek/${encodeURIComponent(hit.transcript)}/${hit.turn}`);
  else reading.selecting.visit(hit.turn, hit.start, hit.stop);
}
