// Reading and coding one conversation, from the keyboard.

import { button, dialog, h, plural, replace } from "./dom.js";
import { bringIntoSight } from "./sight.js";
import { inOrder, itemsOf, keyOf, segments, toUnits } from "./marks.js";
import { pickCode } from "./picker.js";
import { codebookBeside, showItem } from "./beside.js";
import { findWords } from "./finding.js";
import { Selecting } from "./selecting.js";
import { Deciding } from "./deciding.js";
import { addToCodebook } from "./codebook.js";

const SIGNS = { positief: "+", negatief: "−", gemengd: "±", neutraal: "0" };
const VALUES = { "+": "positief", "=": "positief", "-": "negatief", "~": "gemengd", 0: "neutraal" };
const ROLE_MARKS = { interviewer: "?", respondent: "●" };
const MOVES = ["ArrowDown", "ArrowUp", "j", "k"];
const NEWS = 15000;
const SIGHTED_KEYS = ["n", "a", "e en p"];

export const KEYS = [
  ["↓ of j, ↑ of k", "volgende of vorige passage"],
  ["n", "het voorstel met de meeste twijfel; daarna in een ander gesprek"],
  ["a", "voorstel overnemen"],
  ["x", "voorstel of codering afwijzen"],
  ["c", "ander thema kiezen; bij een selectie: coderen"],
  ["+ - ~ 0", "positief, negatief, gemengd, neutraal"],
  ["m", "moment: toen, nu, beide, onbekend"],
  ["o", "opmerking bij deze codering"],
  ["s", "woorden selecteren: pijltjes, met Shift langer; Enter codeert"],
  ["e en p", "de selectie als voorbeeld of als patroon in het codeboek"],
  ["z en Shift+z", "ongedaan maken en opnieuw doen"],
  ["/", "zoeken in de gesprekken"],
  ["b", "zoeken in het codeboek"],
  ["f", "gesprek gelezen tot het eind"],
  ["?", "deze uitleg"],
];

export class Reading {
  constructor(app, root, id) {
    Object.assign(this, { app, root, id, current: 0, selecting: new Selecting(this) });
    this.deciding = new Deciding(this);
  }

  async open(turn, key) {
    this.conversation = await this.app.api("conversation", { id: this.id });
    this.shown = new Map();
    this.text = h("div", { class: "gesprek", role: "region", tabindex: "-1", "aria-label": `Gesprek ${this.id}` });
    this.panel = h("div", { class: "bij-passage" });
    this.bar = h("div", { class: "balk" });
    replace(this.root, h("h1", { tabindex: "-1" }, `Gesprek ${this.id}`), this.bar, h("div", { class: "lezen" }, this.text,
      h("aside", { class: "paneel", tabindex: "0", "aria-label": "Bij deze passage" }, this.panel, codebookBeside(this.app))));
    this.root.onkeydown = (event) => this.key(event);
    this.text.addEventListener("mouseup", () => this.showSelection());
    this.turns = this.conversation.turns.map((one, number) => this.turnElement(one, number));
    replace(this.text, this.turns.length ? this.turns : h("p", {}, "Dit gesprek heeft geen beurten."));
    this.update({ ...this.conversation, touched: null });
    this.arrive(turn === undefined ? undefined : Number(turn), key);
    this.listen();
  }

  arrive(turn, key) {
    const at = this.items.findIndex((item) => keyOf(item) === key);
    const first = this.items.findIndex((item) => turn === undefined ? item.kind === "voorstel" : item.turn >= turn);
    if (this.items.length) this.go(at >= 0 ? at : Math.max(0, first), turn !== undefined);
    else {
      this.mark(0);
      this.root.querySelector("h1").focus();
    }
    if (at < 0 && this.turns[turn]) bringIntoSight(this.turns[turn], this.app.motion);
  }

  turnElement(turn, number) {
    const asks = turn.role === "interviewer";
    return h("article", { class: `beurt ${asks ? "vraag" : "antwoord"}`, id: `beurt-${number}`, data: { turn: number } },
      h("div", { class: "spreker" }, h("span", { class: "merk", "aria-hidden": "true" }, ROLE_MARKS[turn.role] || "○"),
        h("bdi", { class: "naam" }, turn.speaker), h("span", { class: "nummer", title: "beurt" }, number),
        turn.seconds === null ? null : h("span", { class: "tijd" }, clock(turn.seconds))),
      h("p", { class: "tekst" }), h("ul", { class: "kantlijn" }));
  }

  get item() {
    return this.items[this.current];
  }

  // `touched` names the turns that this tells of, and is null when it tells of all.
  update(state) {
    const { touched } = state;
    const still = (one) => touched && !touched.includes(one.turn);
    const key = this.items?.[this.current] && keyOf(this.items[this.current]);
    this.items = inOrder([...(this.items || []).filter(still), ...itemsOf(state)]);
    this.conversation.finished = state.finished;
    this.seen = state.version;
    const byTurn = Map.groupBy(this.items, (item) => item.turn);
    for (const number of touched || this.turns.keys()) this.paint(this.turns[number], number, byTurn.get(number) || []);
    const same = this.items.findIndex((item) => keyOf(item) === key);
    if (same >= 0) this.current = same;
    this.current = Math.max(0, Math.min(this.current, this.items.length - 1));
    this.showBar();
  }

  paint(element, number, items) {
    const sign = JSON.stringify(items.map((item) => [keyOf(item), item.kind, item.valence, item.moment, item.reason, item.amount]));
    if (this.shown.get(number) === sign) return;
    this.shown.set(number, sign);
    const [, text, margin] = element.children;
    replace(text, segments(this.conversation.turns[number].text, items).map((part) => this.stretch(part)));
    replace(margin, items.map((item) => h("li", {}, this.chip(item))));
  }

  stretch({ text, items }) {
    return items.reduce((inner, { item, lane }) => h("span", {
      class: `streep ${item.kind} ${this.app.look(item.code)} laag-${lane}`, data: { key: keyOf(item) },
    }, inner), items.length ? text : h("span", {}, text));
  }

  chip(item) {
    const label = this.app.label(item.code);
    const quote = this.quote(item);
    const name = item.kind === "voorstel"
      ? `Voorstel, ${Math.round(item.score * 100)} procent: ${label}, ${item.valence}: “${quote}”`
      : `Codering: ${label}, ${item.valence}, ${item.moment}, door ${item.coder}: “${quote}”${item.reason ? `, met opmerking: ${item.reason}` : ""}`;
    return h("button", {
      type: "button", class: `code ${item.kind} ${this.app.look(item.code)}`, tabindex: "-1", "aria-label": name,
      data: { key: keyOf(item) }, onfocus: () => this.focused(item), onclick: () => this.focused(item),
    }, h("span", { class: "teken", "aria-hidden": "true" }, SIGNS[item.valence] || "0"), label,
    item.amount === null || item.amount === undefined ? null : ` (${item.amount})`,
    item.kind === "codering" && item.reason ? h("span", { class: "heeft-memo", "aria-hidden": "true" }, " ✎") : null);
  }

  quote(item) {
    const text = this.conversation.turns[item.turn].text;
    const units = toUnits(text);
    return text.slice(units(item.start), units(item.stop));
  }

  focused(item) {
    const at = this.items.findIndex((one) => keyOf(one) === keyOf(item));
    if (at >= 0) this.mark(at);
  }

  mark(at) {
    const before = this.items[this.current];
    for (const element of this.text.querySelectorAll(".nu")) element.classList.remove("nu");
    if (before) this.chipOf(before)?.setAttribute("tabindex", "-1");
    this.current = at;
    const item = this.items[at];
    if (item) {
      for (const element of this.turns[item.turn].querySelectorAll("[data-key]"))
        if (element.dataset.key === keyOf(item)) element.classList.add("nu");
      this.chipOf(item)?.setAttribute("tabindex", "0");
    }
    showItem(this.panel, this, item);
  }

  chipOf(item) {
    return [...this.turns[item.turn].querySelectorAll("button[data-key]")].find((one) => one.dataset.key === keyOf(item));
  }

  go(at, scroll = true) {
    if (!this.items.length) return this.mark(0) ?? this.text.focus({ preventScroll: true });
    this.mark(Math.max(0, Math.min(at, this.items.length - 1)));
    const item = this.items[this.current];
    this.chipOf(item)?.focus({ preventScroll: true });
    if (scroll) bringIntoSight(this.turns[item.turn].querySelector(".tekst .nu") || this.turns[item.turn], this.app.motion);
    return undefined;
  }

  async doubtful() {
    if (this.app.blind) return this.app.say("Bij blind coderen zijn er geen voorstellen.");
    const open = this.items.map((item, at) => ({ item, at })).filter(({ item }) => item.kind === "voorstel");
    open.sort((a, b) => Math.abs(a.item.score - 0.5) - Math.abs(b.item.score - 0.5));
    const here = open.findIndex(({ at }) => at === this.current);
    if (open.length) return this.go(open[(here + 1) % open.length].at);
    return this.app.attempt(async () => {
      const { suggestion } = await this.app.api("doubtful", { id: this.id });
      if (!suggestion) return this.app.say("Er staan nergens meer voorstellen open.");
      return this.app.open(["gesprek", suggestion.transcript, suggestion.turn, keyOf(suggestion)].map(encodeURIComponent).join("/"));
    });
  }

  showBar() {
    const open = this.items.filter((item) => item.kind === "voorstel").length;
    const coded = this.items.length - open;
    replace(this.bar,
      h("span", {}, plural(coded, "codering", "coderingen"), this.app.blind ? null : `, ${plural(open, "open voorstel", "open voorstellen")}`),
      button(this.conversation.finished ? "✓ Gelezen tot het eind" : "Gelezen tot het eind (f)", () => this.deciding.finish(),
        { "aria-pressed": String(this.conversation.finished) }),
      button("Ongedaan (z)", () => this.deciding.undo(), { disabled: !this.deciding.past.done.length }),
      button("Opnieuw (Shift+z)", () => this.deciding.redo(), { disabled: !this.deciding.past.undone.length }),
      button("Zoeken (/)", () => findWords(this)), button("Sneltoetsen (?)", () => this.help()));
  }

  key(event) {
    const typing = event.target.closest("input, textarea, select, dialog");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !this.app.shortcuts) return;
    if (this.selecting.words && this.selecting.key(event)) return event.preventDefault();
    const act = this.acts()[event.key] || (VALUES[event.key] && (() => this.deciding.place({ valence: VALUES[event.key] })));
    if (!act) return;
    event.preventDefault();
    if (!event.repeat || MOVES.includes(event.key)) act();
  }

  acts() {
    const { deciding } = this;
    return {
      ArrowDown: () => this.go(this.current + 1), j: () => this.go(this.current + 1),
      ArrowUp: () => this.go(this.current - 1), k: () => this.go(this.current - 1),
      n: () => this.doubtful(), a: () => deciding.accept(), x: () => deciding.reject(), c: () => this.codeOrChange(),
      m: () => deciding.nextMoment(), o: () => deciding.memo(), s: () => this.selecting.start(), z: () => deciding.undo(),
      Z: () => deciding.redo(), y: () => deciding.redo(), "/": () => findWords(this), f: () => deciding.finish(), "?": () => this.help(),
      b: () => this.root.querySelector(".boekzoek").focus(),
      e: () => this.toCodebook("add_example"), p: () => this.toCodebook("add_pattern"),
    };
  }

  toCodebook(verb) {
    if (this.app.blind) return this.app.say("Bij blind coderen blijft het codeboek zoals het is.");
    const { spot, problem } = this.selecting.chosen();
    if (spot) return addToCodebook(this.app, this.root, verb, this.quote(spot));
    return this.app.say(problem || "Selecteer eerst woorden (s).");
  }

  // --- what came of deciding, here and elsewhere -----------------------------------------------

  // Shows what stands now, and leaves the focus where it was, or as near as can be.
  take(told) {
    const active = document.activeElement;
    const mine = this.root.contains(active) && !active.closest("dialog") && !active.closest(".codeboek-ernaast");
    const place = [this.panel, this.bar].find((one) => one.contains(active));
    const label = active.textContent;
    this.update(told);
    this.mark(this.current);
    const others = told.others.filter((one) => !this.deciding.own.has(one.id));
    if (others.length) this.app.say(`Ook ${[...new Set(others.map((one) => one.coder))].join(", ")} besloot iets; dit is bijgewerkt.`);
    if (!mine || (active.isConnected && !active.disabled && !this.text.contains(active))) return;
    const again = place && [...place.querySelectorAll("button:enabled")].find((one) => one.textContent === label);
    if (again) again.focus();
    else if (!this.selecting.words) this.go(this.current, false);
  }

  // Asks now and then what others decided, as long as this page is looked at.
  listen() {
    if (this.root.closest(".in-cel")) return;
    const timer = setInterval(async () => {
      if (!this.root.isConnected) return clearInterval(timer);
      if (document.hidden || this.deciding.flying) return undefined;
      const told = await this.app.api("news", { seen: this.seen, transcript: this.id }, { once: true }).catch(() => null);
      return told?.others.length && !this.deciding.flying ? this.take(told) : undefined;
    }, NEWS);
  }

  // Nothing is on its way any more.
  rest() {
    for (const chip of this.text.querySelectorAll("[aria-busy]")) chip.removeAttribute("aria-busy");
  }

  // --- coding words that were chosen -----------------------------------------------------------

  showSelection() {
    const { spot, problem } = this.selecting.chosen();
    if (problem) return this.app.say(problem);
    if (!spot) return undefined;
    return replace(this.panel, h("p", {}, "Deze woorden coderen:"), h("blockquote", {}, this.quote(spot)),
      h("div", { class: "knoppen" }, button("Thema kiezen (c)", () => this.codeSelection(spot))));
  }

  codeOrChange() {
    const { spot, problem } = this.selecting.chosen();
    if (spot || problem) this.codeSelection();
    else this.deciding.change();
  }

  codeSelection(chosen) {
    const { spot, problem } = chosen ? { spot: chosen } : this.selecting.chosen();
    if (problem) return this.app.say(problem);
    if (!spot) return undefined;
    return pickCode(this.root, this.app, "Welk thema?", (code) => {
      document.getSelection().removeAllRanges();
      this.selecting.words = null;
      this.deciding.send({ ...spot, code, action: "voeg-toe" }, `Gecodeerd: ${this.app.label(code)}`).then(() => {
        const at = this.items.findIndex((item) => keyOf(item) === keyOf({ ...spot, code }));
        if (at >= 0) this.go(at, false);
      });
    });
  }

  help() {
    const keys = KEYS.filter(([key]) => !(this.app.blind && SIGHTED_KEYS.includes(key)));
    const box = dialog(this.root, "Sneltoetsen", h("dl", { class: "toetsen" }, keys.flatMap(([key, what]) => [h("dt", {}, key), h("dd", {}, what)])),
      [button("Sluiten", () => box.close())]);
  }
}

function clock(seconds) {
  const whole = Math.floor(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const rest = String(whole % 60).padStart(2, "0");
  return hours ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}
