// Choosing a theme by typing: a combobox with what the theme means beside it.

import { dialog, h, replace } from "./dom.js";

export function fits(code, typed) {
  const wanted = typed.toLowerCase().trim();
  const said = `${code.label} ${code.id}`.toLowerCase();
  return wanted.split(/\s+/).every((part) => said.includes(part));
}

export function rank(codes, typed, recent) {
  const wanted = typed.toLowerCase().trim();
  const score = (code) =>
    (code.label.toLowerCase().startsWith(wanted) ? 0 : 1) + (wanted ? 0 : recent.includes(code.id) ? -1 : 0);
  return codes.filter((code) => fits(code, typed)).sort((a, b) => score(a) - score(b) || a.label.localeCompare(b.label));
}

export function pickCode(root, app, title, chosen) {
  let found = [];
  let at = 0;
  const list = h("ul", { role: "listbox", id: "keuzelijst", class: "keuzes", "aria-label": "Thema's" });
  const about = h("p", { class: "omschrijving", "aria-live": "polite" });
  const input = h("input", {
    type: "text", role: "combobox", autocomplete: "off", "aria-expanded": "true", "aria-autocomplete": "list",
    "aria-controls": "keuzelijst", "aria-label": "Typ een thema", oninput: () => show(0), onkeydown: keys,
  });
  const box = dialog(root, title, h("div", {}, input, list, about), [
    h("button", { type: "button", onclick: () => box.close() }, "Annuleren"),
  ]);
  function show(index) {
    found = rank(app.codes, input.value, app.recent);
    at = Math.max(0, Math.min(index, found.length - 1));
    replace(list, found.map((code, number) => h("li", {
      role: "option", id: `keuze-${number}`, "aria-selected": String(number === at),
      class: `code ${app.look(code.id)}`, onclick: () => take(code),
    }, code.label)));
    input.setAttribute("aria-activedescendant", found.length ? `keuze-${at}` : "");
    list.children[at]?.scrollIntoView({ block: "nearest" });
    replace(about, found.length ? found[at].definition : "Geen thema met deze letters.");
  }
  function keys(event) {
    if (event.key === "ArrowDown") show(at + 1);
    else if (event.key === "ArrowUp") show(at - 1);
    else if (event.key === "Enter" && found[at]) take(found[at]);
    else return;
    event.preventDefault();
  }
  function take(code) {
    box.close();
    app.recent = [code.id, ...app.recent.filter((id) => id !== code.id)].slice(0, 5);
    chosen(code.id);
  }
  show(0);
  input.focus();
  return box;
}
