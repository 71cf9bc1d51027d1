// The codebook: what each theme finds in the conversations, and changing it while you see that.

import { button, dialog, field, h, plural, replace, table } from "./dom.js";
import { pickCode } from "./picker.js";
import { renew } from "./proposing.js";

const PAUSE = 150;
const LISTS = [
  ["include", "Wel", "Wat hoort er wel bij? Eén per regel."],
  ["exclude", "Niet", "Wat hoort er niet bij? Eén per regel; achter -> waar het dan wel hoort."],
  ["examples", "Voorbeelden", "Zinnen die hieronder vallen. Eén per regel."],
  ["counter_examples", "Tegenvoorbeelden", "Zinnen die er op lijken, maar hier niet horen. Eén per regel."],
];

export async function showCodebook(app, root, id) {
  if (id) return new Theme(app, root).open(id);
  const told = await app.api("codebook");
  const filter = h("input", { type: "search", "aria-label": "Zoek een thema", placeholder: "Zoek een thema", oninput: () => show() });
  const place = h("div", {});
  const show = () => replace(place, themeTable(told.themes.filter((one) => `${one.label} ${one.id}`.toLowerCase().includes(filter.value.toLowerCase()))));
  replace(root, h("h1", { tabindex: "-1" }, "Codeboek"),
    h("p", {}, `${plural(told.themes.length, "thema", "thema's")}; ${plural(told.frozen, "gesprek", "gesprekken")} om in te zoeken.`),
    h("div", { class: "balk" }, filter, told.frozen ? button("Voorstellen vernieuwen", () => renew(app, root, () => showCodebook(app, root))) : null), place);
  show();
}

function themeTable(themes) {
  const nest = (one) => (one.parent ? `${one.parent} › ` : "");
  return table("Thema's", ["Thema", "Mensen", "Coderingen", "Open voorstellen", "Patronen", "Uit"], themes.map((one) => [
    h("span", {}, h("span", { class: "plaats" }, nest(one)), h("a", { href: `#codeboek/${encodeURIComponent(one.id)}` }, one.label)),
    one.people, one.codings, one.suggestions, one.patterns, one.origin,
  ]));
}

function hitList(app, hits, empty) {
  if (!hits.length) return h("p", {}, empty);
  return h("ul", { class: "treffers" }, hits.map((hit) => h("li", {},
    h("a", { href: `#gesprek/${encodeURIComponent(hit.transcript)}/${hit.turn}` }, `${hit.transcript}, beurt ${hit.turn}`), ": … ",
    hit.before, h("mark", {}, hit.words), hit.after, " …")));
}

function problemShown(pattern, problem) {
  const letters = Array.from(pattern);
  return [h("span", {}, `Teken ${problem.at + 1}: ${problem.what} `),
    h("code", {}, letters.slice(0, problem.at).join(""), h("mark", {}, letters[problem.at] || "␣"), letters.slice(problem.at + 1).join(""))];
}

const said = (row) => (row.problem ? "" : `${plural(row.places, "plaats", "plaatsen")} in ${plural(row.conversations, "gesprek", "gesprekken")}`);

class Theme {
  constructor(app, root) {
    Object.assign(this, { app, root, asked: 0, at: 0, timer: 0 });
  }

  async open(id) {
    this.show(await this.app.api("theme", { id }));
    await this.look();
  }

  // What stands in the form, to know whether it was changed since it was shown.
  filled() {
    return JSON.stringify([this.patterns(), this.label.value, this.definition.value, this.lists.map(([, area]) => area.value)]);
  }

  changed() {
    return this.filled() !== this.kept;
  }

  show(theme) {
    this.theme = theme;
    this.label = h("input", { type: "text", value: theme.label });
    this.definition = h("textarea", { rows: 3, value: theme.definition });
    this.lists = LISTS.map(([key, name, note]) => [key, h("textarea", { rows: Math.max(2, theme[key].length + 1), value: theme[key].join("\n") }), name, note]);
    this.rows = [];
    this.rowsPlace = h("ul", { class: "patronen" });
    this.panel = h("aside", { class: "paneel", "aria-label": "Wat de patronen vinden" }, h("p", {}, "Zoeken in de gesprekken…"));
    this.note = h("p", { class: "melding", role: "alert" });
    const inherited = theme.inherited.length ? h("details", {}, h("summary", {}, `${plural(theme.inherited.length, "patroon", "patronen")} uit het codeboek waarop dit voortbouwt (liggen vast)`),
      h("ul", {}, theme.inherited.map((one) => h("li", {}, h("code", {}, one.text), ` (${one.register})`)))) : null;
    replace(this.root, h("h1", { tabindex: "-1" }, theme.label), h("p", { class: "balk" }, h("a", { href: "#codeboek" }, "Alle thema's"),
      h("span", {}, `${theme.id}, uit ${theme.origin}`)), this.whereShown(),
    h("div", { class: "lezen" }, h("form", { class: "thema", onsubmit: (event) => { event.preventDefault(); this.save(); } },
      field("Naam", this.label), field("Definitie", this.definition),
      h("h2", {}, "Patronen"), inherited, this.rowsPlace,
      button("Patroon toevoegen", () => this.addRow({ text: "", register: "inwonertaal", valence: null }).focus()),
      this.lists.map(([, area, name, note]) => field(name, area, note)), this.note,
      h("div", { class: "knoppen" }, h("button", { type: "submit" }, theme.is_own ? "Bewaren als nieuwe versie" : `Bewaren in ${theme.file}`))), this.panel));
    theme.patterns.forEach((one) => this.addRow(one));
    this.kept = this.filled();
    this.app.unsaved = () => this.root.isConnected && this.changed();
  }

  whereShown() {
    const { is_own: own, exists, file } = this.theme;
    if (own) return h("p", {}, `Staat in codeboeken/${file}. Bewaren maakt een nieuwe versie; opmerkingen en volgorde in het bestand blijven.`);
    return h("p", { class: "let-op" }, `Dit thema hoort bij een codeboek van de bibliotheek, en dat verandert niet. Uw wijziging komt in ${exists ? "uw eigen codeboek" : "een nieuw eigen codeboek"} codeboeken/${file}, dat erop voortbouwt.`);
  }

  addRow(pattern) {
    const number = this.rows.length + 1;
    const note = h("span", { class: "gevonden", id: `patroon-${number}` });
    const text = h("input", {
      type: "text", value: pattern.text, "aria-label": "Patroon", "aria-describedby": note.id, spellcheck: "false", autocapitalize: "off",
      oninput: () => this.soon(row), onfocus: () => { if (this.rows[this.at] !== row) this.soon(row); },
    });
    const choose = (name, values, value, first) => h("select", { "aria-label": name, onchange: () => this.soon(row) },
      first ? h("option", { value: "" }, first) : null, values.map((one) => h("option", { value: one, selected: one === value }, one)));
    const register = choose("Register", this.theme.registers, pattern.register);
    const valence = choose("Waardering", this.theme.valences, pattern.valence, "geen vaste waardering");
    const element = h("li", {}, text, register, valence, button("Weghalen", () => this.removeRow(row), { "aria-label": `Patroon ${pattern.text || "zonder tekst"} weghalen` }), note);
    const row = { text, register, valence, note, element };
    this.rows.push(row);
    this.rowsPlace.append(element);
    return text;
  }

  removeRow(row) {
    this.rows = this.rows.filter((one) => one !== row);
    row.element.remove();
    this.root.querySelector("form button")?.focus();
    this.at = 0;
    this.app.say("Patroon weggehaald; het is pas weg als u bewaart.");
    this.look();
  }

  patterns() {
    return this.rows.map((row) => ({ text: row.text.value, register: row.register.value, valence: row.valence.value || null }));
  }

  soon(row) {
    this.at = this.rows.indexOf(row);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), PAUSE);
  }

  async look() {
    const number = (this.asked += 1);
    const given = { id: this.theme.id, patterns: this.patterns(), at: this.at };
    await this.app.attempt(async () => {
      const told = await this.app.api("try_patterns", given);
      if (number === this.asked && this.root.isConnected) this.found(told, given.patterns);
    });
  }

  found(told, patterns) {
    told.patterns.forEach((row, at) => {
      const { text, note } = this.rows[at];
      text.setAttribute("aria-invalid", String(Boolean(row.problem)));
      note.classList.toggle("melding", Boolean(row.problem));
      replace(note, row.problem ? problemShown(patterns[at].text, row.problem) : said(row));
    });
    const change = (name, part) => h("details", { open: part.places > 0 && part.places <= 20 },
      h("summary", {}, `${name}: ${said(part)}`), hitList(this.app, part.hits, "Niets."));
    const chosen = patterns[this.at];
    replace(this.panel, h("h2", {}, "Dit thema samen"), h("p", { role: "status" }, said(told.total)),
      change("Erbij ten opzichte van nu", told.gained), change("Eraf ten opzichte van nu", told.lost),
      chosen ? [h("h2", {}, h("code", {}, chosen.text || "(leeg)")), hitList(this.app, told.hits, "Dit patroon vindt niets.")] : null);
  }

  async save() {
    const lines = (area) => area.value.split("\n").map((line) => line.trim()).filter(Boolean);
    const given = {
      id: this.theme.id, stamp: this.theme.stamp, extend: !this.theme.is_own, label: this.label.value, definition: this.definition.value,
      patterns: this.patterns(), ...Object.fromEntries(this.lists.map(([key, area]) => [key, lines(area)])),
    };
    try {
      const told = await this.app.api("save_theme", given);
      this.app.takeCodes(told.codes);
      this.show(told.theme);
      await this.look();
      replace(this.note, "");
      this.root.querySelector("form").append(h("p", { class: "let-op" }, `Bewaard in codeboeken/${told.theme.file} (${told.theme.origin}). De suggesties zijn nog die van het vorige codeboek. `,
        button("Voorstellen vernieuwen", () => renew(this.app, this.root, () => this.open(this.theme.id)))));
      this.app.say(`Bewaard: ${told.theme.label}, ${told.theme.origin}`);
      this.root.querySelector("form .let-op button").focus();
    } catch (problem) {
      replace(this.note, problem.message);
      this.app.say("Niet bewaard.");
    }
  }
}

export function addToCodebook(app, root, verb, text) {
  const title = verb === "add_example" ? "Bij welk thema is dit een voorbeeld?" : "Bij welk thema hoort dit patroon?";
  pickCode(root, app, title, async (id) => {
    await app.attempt(async () => addDialog(app, root, verb, text, await app.api("theme", { id })));
  });
}

function addDialog(app, root, verb, text, theme) {
  const isPattern = verb === "add_pattern";
  const start = isPattern ? (text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) || []).join(" ") : text;
  const words = h(isPattern ? "input" : "textarea", { value: start, ...(isPattern ? { type: "text", oninput: () => look() } : { rows: 3 }) });
  const register = h("select", {}, theme.registers.map((one) => h("option", { value: one, selected: one === "inwonertaal" }, one)));
  const found = h("p", { "aria-live": "polite" });
  const hits = h("div", {});
  const note = h("p", { class: "melding", role: "alert" });
  const look = async () => {
    const typed = words.value;
    const told = await app.api("try_patterns", { id: theme.id, patterns: [...theme.patterns, { text: typed, register: register.value }], at: theme.patterns.length });
    if (typed !== words.value) return;
    const row = told.patterns.at(-1);
    replace(found, row.problem ? problemShown(typed, row.problem) : `${said(row)}; nieuw voor dit thema: ${told.gained.places}.`);
    replace(hits, row.problem ? null : hitList(app, told.hits.slice(0, 8), "Dit patroon vindt niets."));
  };
  const save = async () => {
    try {
      const told = await app.api(verb, { id: theme.id, text: words.value, register: register.value, extend: true });
      app.takeCodes(told.codes);
      box.close();
      app.say(`Bewaard bij ${theme.label}, in codeboeken/${told.theme.file} (${told.theme.origin}).`);
    } catch (problem) {
      replace(note, problem.message);
    }
  };
  const box = dialog(root, `${isPattern ? "Patroon" : "Voorbeeld"} bij ${theme.label}`, h("form", { onsubmit: (event) => { event.preventDefault(); save(); } },
    field(isPattern ? "Patroon" : "Voorbeeld", words), isPattern ? field("Register", register) : null, found, hits,
    theme.is_own ? null : h("p", { class: "let-op" }, `Dit thema is van de bibliotheek. Dit komt in codeboeken/${theme.file}, dat erop voortbouwt.`), note,
    h("button", { hidden: true }, "Bewaren")), [button("Bewaren", save), button("Annuleren", () => box.close())]);
  words.focus();
  if (isPattern) app.attempt(look);
}
