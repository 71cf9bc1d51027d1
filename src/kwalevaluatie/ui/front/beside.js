// What stands beside the text: the passage that is looked at, and the codebook to look things up.

import { button, h, replace } from "./dom.js";

export function showItem(place, reading, item) {
  if (!item) return replace(place, h("p", {}, "Selecteer woorden met de muis, of met s en de pijltjes. Druk dan op c om ze te coderen."));
  const { app } = reading;
  const code = app.code(item.code);
  return replace(place, h("h2", { class: `code ${app.look(item.code)}` }, code.label),
    h("p", { class: "soort" }, kindOf(item)),
    item.reason ? h("p", { class: "reden" }, item.kind === "codering" ? `Opmerking: ${item.reason}` : item.reason) : null,
    h("div", { class: "knoppen" }, actButtons(reading, item)),
    valueButtons(reading, item), item.kind === "codering" ? amountField(reading, item) : null, explained(code));
}

function kindOf(item) {
  return item.kind === "voorstel"
    ? `Voorstel van de machine, ${Math.round(item.score * 100)}% kans dat een codeur het ermee eens is.`
    : `Besluit van ${item.coder}.`;
}

function actButtons(reading, item) {
  const change = button("Ander thema (c)", () => reading.deciding.change());
  if (item.kind === "voorstel") return [button("Overnemen (a)", () => reading.deciding.accept()), button("Afwijzen (x)", () => reading.deciding.reject()), change];
  return [button("Weghalen (x)", () => reading.deciding.reject()), change, button("Opmerking (o)", () => reading.deciding.memo())];
}

function valueButtons(reading, item) {
  const { app } = reading;
  const choose = (name, all, current, decide) => h("div", { class: "waarden", role: "group", "aria-label": name },
    all.map((value) => button(value, () => decide(value), { "aria-pressed": String(value === current) })));
  return h("div", {}, choose("Waardering", app.valences, item.valence, (valence) => reading.deciding.place({ valence })),
    choose("Moment", app.moments, item.moment, (moment) => reading.deciding.place({ moment })));
}

function amountField(reading, item) {
  const input = h("input", {
    type: "number", step: "any", class: "aantal", value: item.amount ?? "",
    onchange: () => reading.deciding.place({ amount: input.value === "" ? null : Number(input.value) }),
  });
  return h("label", { class: "veld" }, "Genoemd aantal ", input);
}

function explained(code) {
  const list = (name, texts) => texts.length ? [h("h3", {}, name), h("ul", {}, texts.map((text) => h("li", {}, text)))] : [];
  return h("div", { class: "boek" }, h("p", {}, code.definition), list("Wel", code.include), list("Niet", code.exclude),
    list("Voorbeelden", code.examples.slice(0, 4)));
}

export function codebookBeside(app) {
  const list = h("div", { class: "boeklijst" });
  const note = h("p", { class: "soort", role: "status" });
  const input = h("input", { type: "search", class: "boekzoek", "aria-label": "Zoek in het codeboek", placeholder: "Zoek in het codeboek (b)", oninput: () => show() });
  const show = () => {
    const found = app.codes.filter((code) => speaksOf(code, input.value));
    replace(note, found.length ? "" : "Geen thema met deze woorden.");
    replace(list, found.map((code) => bookEntry(app, code)));
  };
  show();
  return h("section", { class: "codeboek-ernaast", "aria-label": "Codeboek" }, h("h2", {}, "Codeboek"), input, note, list);
}

function bookEntry(app, code) {
  const about = h("details", { ontoggle: () => { if (about.open && about.children.length === 1) about.append(explained(code)); } },
    h("summary", { class: `code ${app.look(code.id)}` }, code.label));
  return about;
}

function speaksOf(code, typed) {
  const said = [code.label, code.id, code.definition, ...code.include, ...code.examples].join(" ").toLowerCase();
  return typed.toLowerCase().split(/\s+/).every((word) => said.includes(word));
}
