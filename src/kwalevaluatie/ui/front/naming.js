// The names and other identifiers of one raw conversation, looked at one by one.

import { button, dialog, field, h, plural, replace } from "./dom.js";
import { bringIntoSight } from "./sight.js";
import { toUnits, words } from "./marks.js";
import { placeIn } from "./selecting.js";
import { addWords } from "./adding.js";

const NAME_KEYS = [
  ["↓ of j, ↑ of k", "volgende of vorige gevonden woord"],
  ["n", "volgende dat u nog niet bekeek, twijfel eerst"],
  ["a", "vervangen"],
  ["x", "laten staan"],
  ["A en X", "alles wat hierop lijkt vervangen of laten staan"],
  ["r", "rol of persoon veranderen"],
  ["s", "woorden selecteren: pijltjes, met Shift langer; Enter voegt toe"],
  ["z", "ongedaan maken"],
  ["?", "deze uitleg"],
];

export class Naming {
  constructor(app, root, id) {
    Object.assign(this, { app, root, id, current: 0, done: [], queue: Promise.resolve(), selecting: null, shown: new Map() });
  }

  async open(turn) {
    const told = await this.app.api("names_conversation", { id: this.id });
    this.conversation = told;
    this.text = h("div", { class: "gesprek namen", role: "region", "aria-label": `Gesprek ${this.id}`, tabindex: "-1" });
    this.panel = h("aside", { class: "paneel", "aria-label": "Bij dit woord" });
    this.bar = h("div", { class: "balk" });
    replace(this.root, h("h1", { tabindex: "-1" }, `Namen in gesprek ${this.id}`), this.bar, h("div", { class: "lezen" }, this.text, this.panel));
    this.root.onkeydown = (event) => this.key(event);
    this.text.addEventListener("mouseup", () => this.showSelection());
    this.text.addEventListener("click", (event) => this.clicked(event));
    this.turns = told.turns.map((one, number) => h("article", { class: `beurt ${one.role === "interviewer" ? "vraag" : "antwoord"}`, data: { turn: number } },
      h("div", { class: "spreker" }, h("span", { class: "merk", "aria-hidden": "true" }, one.role === "interviewer" ? "?" : "●"),
        h("bdi", {}, one.speaker), h("span", { class: "nummer", title: "beurt" }, number)), h("p", { class: "tekst" }, one.text)));
    replace(this.text, this.turns);
    this.update(told);
    const from = turn === undefined ? this.items.findIndex((item) => !item.chosen) : this.items.findIndex((item) => item.turn >= turn);
    setTimeout(() => {
      this.go(Math.max(0, from), turn !== undefined);
      if (turn !== undefined) this.turns[turn]?.scrollIntoView({ block: "center" });
    });
  }

  update(told) {
    this.items = told.found;
    this.people = told.people;
    this.counts = told;
    const byTurn = Map.groupBy(this.items, (item) => item.turn);
    this.turns.forEach((element, number) => this.paint(element, number, byTurn.get(number) || []));
    this.current = Math.max(0, Math.min(this.current, this.items.length - 1));
    this.showBar();
  }

  paint(element, number, items) {
    const sign = JSON.stringify(items);
    if (this.shown.get(number) === sign) return;
    this.shown.set(number, sign);
    const said = this.conversation.turns[number].text;
    const units = toUnits(said);
    const parts = [];
    let at = 0;
    for (const item of items) {
      parts.push(said.slice(at, units(item.start)), this.mark(item, said.slice(units(item.start), units(item.stop))));
      at = units(item.stop);
    }
    replace(element.querySelector(".tekst"), parts, said.slice(at));
  }

  mark(item, text) {
    const look = item.replaced ? "vervang" : "blijft";
    const becomes = item.replaced ? `wordt ${item.pseudonym}` : "blijft staan";
    return h("span", {
      class: `vondst ${look}${item.doubtful ? " twijfel" : ""}${item.chosen ? " bekeken" : ""}`, role: "button", tabindex: "-1",
      data: { at: this.items.indexOf(item), wordt: item.replaced ? item.pseudonym : "" },
      "aria-label": `${text}: ${item.kind}, ${becomes}${item.doubtful ? ", twijfel" : ""}${item.chosen ? ", bekeken" : ""}`,
    }, text);
  }

  elementOf(at) {
    const item = this.items[at];
    const place = this.items.filter((one, index) => one.turn === item.turn && index < at).length;
    return this.turns[item.turn].querySelectorAll(".vondst")[place];
  }

  clicked(event) {
    const element = event.target.closest(".vondst");
    if (!element || !document.getSelection().isCollapsed) return;
    const turn = Number(element.closest(".beurt").dataset.turn);
    const place = [...this.turns[turn].querySelectorAll(".vondst")].indexOf(element);
    this.go(this.items.findIndex((item) => item.turn === turn) + place, false);
  }

  go(at, scroll = true) {
    for (const element of this.text.querySelectorAll(".vondst.nu")) {
      element.classList.remove("nu");
      element.tabIndex = -1;
    }
    if (!this.items.length) return this.showPanel(null);
    this.current = Math.max(0, Math.min(at, this.items.length - 1));
    const element = this.elementOf(this.current);
    element.classList.add("nu");
    element.tabIndex = 0;
    element.focus({ preventScroll: true });
    if (scroll) bringIntoSight(element, this.app.motion);
    this.showPanel(this.items[this.current]);
  }

  // To the words where they stand first, if they are there.
  visit(text) {
    const at = this.items.findIndex((item) => item.text.toLowerCase().includes(text.toLowerCase()));
    if (at >= 0) this.go(at);
  }

  next() {
    const open = this.items.map((item, at) => ({ item, at })).filter(({ item }) => !item.chosen);
    const doubtful = open.filter(({ item }) => item.doubtful);
    const ahead = (list) => list.find(({ at }) => at > this.current) || list[0];
    const found = ahead(doubtful) || ahead(open);
    if (found) this.go(found.at);
    else this.app.say("Alles in dit gesprek is bekeken.");
  }

  showBar() {
    const { identifiers, to_replace: goes, unseen, doubtful } = this.counts;
    replace(this.bar, h("a", { href: "#namen" }, "Alle gesprekken"),
      h("span", {}, `${identifiers} gevonden, ${goes} worden vervangen, ${unseen} nog niet bekeken (${doubtful} met twijfel)`),
      button("Volgende (n)", () => this.next()), button("Ongedaan (z)", () => this.undo(), { disabled: !this.done.length }),
      button("Woorden toevoegen (s)", () => this.startSelecting()), button("Sneltoetsen (?)", () => this.help()));
  }

  showPanel(item) {
    if (!item) return replace(this.panel, h("p", {}, "Er is niets gevonden. Selecteer woorden die iemand herkenbaar maken."));
    const who = item.bearers.map(([role, person]) => `${role}: ${person}`);
    replace(this.panel, h("h2", {}, item.text),
      h("dl", { class: "toetsen" },
        h("dt", {}, "Soort"), h("dd", {}, item.kind),
        h("dt", {}, "Zekerheid"), h("dd", {}, `${Math.round(item.certainty * 100)}%${item.doubtful ? ", twijfel over wie dit is" : ""}`),
        h("dt", {}, "Wordt"), h("dd", {}, item.replaced ? item.pseudonym : "blijft staan"),
        h("dt", {}, "Wie"), h("dd", {}, who.length > 1 ? h("ul", {}, who.map((one) => h("li", {}, one))) : who[0] || "onbekend"),
        h("dt", {}, "Waar"), h("dd", {}, `${plural(this.same(item).length, "keer", "keer")} hier, ${item.elsewhere ? `ook in ${plural(item.elsewhere, "ander gesprek", "andere gesprekken")}` : "niet in andere gesprekken"}`),
        h("dt", {}, "Bekeken"), h("dd", {}, item.chosen ? "ja" : "nog niet")),
      h("div", { class: "knoppen" },
        button("Vervangen (a)", () => this.choose(true), { "aria-pressed": String(item.chosen && item.replaced) }),
        button("Laten staan (x)", () => this.choose(false), { "aria-pressed": String(item.chosen && !item.replaced) }),
        button("Alles als dit vervangen (A)", () => this.chooseAlike(true)), button("Alles als dit laten staan (X)", () => this.chooseAlike(false)),
        button("Rol of persoon (r)", () => this.role())));
  }

  key(event) {
    const typing = event.target.closest("input, textarea, select, dialog");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !this.app.shortcuts) return;
    if (this.selecting && this.selectionKey(event)) return event.preventDefault();
    const act = {
      ArrowDown: () => this.go(this.current + 1), j: () => this.go(this.current + 1),
      ArrowUp: () => this.go(this.current - 1), k: () => this.go(this.current - 1),
      n: () => this.next(), a: () => this.choose(true), x: () => this.choose(false), A: () => this.chooseAlike(true), X: () => this.chooseAlike(false),
      r: () => this.role(), s: () => this.startSelecting(), z: () => this.undo(), "?": () => this.help(),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  help() {
    const box = dialog(this.root, "Sneltoetsen", h("dl", { class: "toetsen" }, NAME_KEYS.flatMap(([key, what]) => [h("dt", {}, key), h("dd", {}, what)])),
      [button("Sluiten", () => box.close())]);
  }

  // --- choosing -----------------------------------------------------------------------------

  same(item) {
    return this.items.filter((one) => one.text.toLowerCase() === item.text.toLowerCase());
  }

  send(verb, given, said, undoes = true) {
    this.queue = this.queue.then(() => this.app.attempt(async () => {
      const told = await this.app.api(verb, { ...given, id: this.id });
      if (!this.root.isConnected) return;
      if (undoes && told.before) this.done.push(told.before);
      const here = this.text.contains(document.activeElement);
      this.update(told);
      if (here) this.go(this.current, false);
      else this.showPanel(this.items[this.current]);
      this.app.say(said);
    }));
    return this.queue;
  }

  choose(replaced) {
    const item = this.items[this.current];
    if (!item) return;
    const rows = [{ transcript: this.id, text: item.text, replaced }];
    const same = new Set(this.same(item));
    const ahead = this.items.findIndex((one, at) => at > this.current && !one.chosen && !same.has(one));
    this.send("names_choose", { rows }, `“${item.text}” ${replaced ? "wordt vervangen" : "blijft staan"}`);
    if (ahead >= 0) this.go(ahead);
  }

  chooseAlike(replaced) {
    const item = this.items[this.current];
    if (!item) return;
    const kind = [...new Map(this.items.filter((one) => one.kind === item.kind).map((one) => [one.text.toLowerCase(), one.text])).values()];
    const act = replaced ? "vervangen" : "laten staan";
    const take = (rows, said) => { box.close(); this.send("names_choose", { rows }, said); };
    const box = dialog(this.root, `Alles als dit ${act}`, h("div", { class: "knoppen onder-elkaar" },
      button(`“${item.text}” in alle gesprekken ${act}`, () => take([{ transcript: "", text: item.text, replaced }], `“${item.text}” in alle gesprekken: ${act}`)),
      button(`Alles van de soort ${item.kind} in dit gesprek ${act} (${plural(kind.length, "woord", "verschillende woorden")})`,
        () => take(kind.map((text) => ({ transcript: this.id, text, replaced })), `Soort ${item.kind} in dit gesprek: ${act}`))),
    [button("Annuleren", () => box.close())]);
  }

  undo() {
    const rows = this.done.pop();
    if (!rows) return this.app.say("Er is niets om ongedaan te maken.");
    return this.send("names_choose", { rows }, "Ongedaan gemaakt", false);
  }

  role() {
    const item = this.items[this.current];
    if (!item) return;
    const [role, person] = item.bearers[0] || ["persoon", ""];
    const known = this.people.filter((one) => one.person !== person || one.role !== role);
    const input = h("input", { type: "text", value: role });
    const list = h("select", {}, h("option", { value: "" }, "nee, dit is iemand apart"),
      known.map((one, at) => h("option", { value: String(at) }, `${one.pseudonym} ${one.text}`)));
    const save = () => {
      const other = list.value === "" ? null : known[Number(list.value)];
      const roles = [other ? other.role : input.value];
      const people = [other ? other.person : person];
      const mine = item.bearers.length === 1 ? this.items.filter((one) => JSON.stringify(one.bearers) === JSON.stringify(item.bearers)) : this.same(item);
      const texts = new Map(mine.map((one) => [one.text.toLowerCase(), one.text]));
      box.close();
      this.send("names_choose", { rows: [...texts.values()].map((text) => ({ transcript: this.id, text, replaced: true, roles, people })) }, `“${item.text}” is nu ${roles[0]}`);
    };
    const box = dialog(this.root, `Wie is “${item.text}”?`, h("form", { onsubmit: (event) => { event.preventDefault(); save(); } },
      field("Rol", input, "Bijvoorbeeld regisseur, kind of buurvrouw. De rol wordt het pseudoniem."), field("Dezelfde als", list), h("button", { hidden: true }, "Bewaren")),
    [button("Bewaren", save), button("Annuleren", () => box.close())]);
    input.select();
  }

  // --- adding -------------------------------------------------------------------------------

  selectedText() {
    const chosen = document.getSelection();
    if (!chosen || chosen.isCollapsed || !this.text.contains(chosen.anchorNode)) return "";
    const inOne = chosen.anchorNode.parentElement.closest(".tekst")?.contains(chosen.focusNode);
    return inOne ? chosen.toString().trim() : "";
  }

  showSelection() {
    const text = this.selectedText();
    if (text) replace(this.panel, h("p", {}, "Deze woorden vervangen:"), h("blockquote", {}, text), h("div", { class: "knoppen" }, button("Toevoegen (s, dan Enter)", () => addWords(this, text))));
  }

  startSelecting() {
    const text = this.selectedText();
    if (text) return addWords(this, text);
    const turn = this.items[this.current]?.turn ?? 0;
    this.selecting = { turn, from: 0, to: 0 };
    this.text.focus({ preventScroll: true });
    this.select();
    this.app.say("Woorden selecteren: pijltjes verplaatsen, met Shift langer, omhoog en omlaag naar een andere beurt, Enter voegt toe, Escape stopt.");
  }

  selectionKey(event) {
    const chosen = this.selecting;
    const last = words(this.conversation.turns[chosen.turn].text).length - 1;
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const other = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && event.shiftKey) chosen.to = Math.max(chosen.from, Math.min(last, chosen.to + step));
    else if (step) chosen.from = chosen.to = Math.max(0, Math.min(last, chosen.to + step));
    else if (other) this.selecting = { turn: Math.max(0, Math.min(this.turns.length - 1, chosen.turn + other)), from: 0, to: 0 };
    else if (event.key === "Enter") return (addWords(this, this.selectedText()), true);
    else if (event.key === "Escape") return this.stopSelecting();
    else return false;
    this.select();
    return true;
  }

  select() {
    const { turn, from, to } = this.selecting;
    const all = words(this.conversation.turns[turn].text);
    if (!all.length) return;
    const text = this.turns[turn].querySelector(".tekst");
    const range = document.createRange();
    range.setStart(...placeIn(text, all[from][0]));
    range.setEnd(...placeIn(text, all[to][1]));
    document.getSelection().removeAllRanges();
    document.getSelection().addRange(range);
    this.turns[turn].scrollIntoView({ block: "nearest", behavior: this.app.motion });
    this.app.say(this.conversation.turns[turn].text.slice(all[from][0], all[to][1]));
  }

  stopSelecting() {
    this.selecting = null;
    document.getSelection().removeAllRanges();
    this.go(this.current, false);
    return true;
  }
}
