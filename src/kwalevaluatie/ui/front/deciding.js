// Deciding on passages: the log knows before the screen says so.

import { button, dialog, h } from "./dom.js";
import { newId } from "./api.js";
import { pickCode } from "./picker.js";

// What was decided in a conversation stays known while the page is open, to take it back later.
export class Deciding {
  constructor(reading) {
    const { app, id } = reading;
    app.pasts ??= new Map();
    if (!app.pasts.has(id)) app.pasts.set(id, { done: [], undone: [] });
    Object.assign(this, { reading, app, past: app.pasts.get(id), flying: 0, own: new Set() });
  }

  send(row, said, next = false) {
    const { reading } = this;
    const made = { id: newId(), transcript: reading.id, ...row };
    if (reading.item) reading.chipOf(reading.item)?.setAttribute("aria-busy", "true");
    this.past.done.push(made.id);
    this.past.undone = [];
    if (next) reading.go(reading.current + 1);
    return this.perform("decide", { rows: [made] }, made.id, said, () => without(this.past.done, made.id));
  }

  async perform(verb, given, id, said, refused) {
    const { reading } = this;
    this.own.add(id);
    this.flying += 1;
    await this.app.attempt(async () => {
      try {
        const told = await this.app.api(verb, { ...given, transcript: reading.id, seen: reading.seen });
        this.app.say(said);
        reading.take(told);
      } catch (problem) {
        refused();
        reading.showBar();
        throw problem;
      } finally {
        this.flying -= 1;
        if (!this.flying) reading.rest();
      }
    });
  }

  spot(item) {
    const { turn, start, stop, code, valence, moment } = item;
    const kept = item.kind === "codering" ? { amount: item.amount, reason: item.reason } : {};
    return { turn, start, stop, code, valence, moment, ...kept };
  }

  accept() {
    const { item } = this.reading;
    if (item?.kind === "voorstel") return this.send({ ...this.spot(item), action: "accepteer" }, `Overgenomen: ${this.app.label(item.code)}`, true);
    if (item) this.app.say(`${this.app.label(item.code)} is hier al een besluit.`);
  }

  reject() {
    const { item } = this.reading;
    if (!item) return;
    const { turn, start, stop, code } = item;
    this.send({ turn, start, stop, code, action: "wijs-af" }, `Afgewezen: ${this.app.label(code)}`, item.kind === "voorstel");
  }

  place(changed) {
    const { item } = this.reading;
    if (!item) return;
    const action = item.kind === "voorstel" ? "accepteer" : "wijzig";
    const said = Object.values(changed).map((value) => value ?? "geen aantal").join(", ");
    this.send({ ...this.spot(item), ...changed, action }, `${this.app.label(item.code)}: ${said}`);
  }

  nextMoment() {
    const { item } = this.reading;
    const all = this.app.moments;
    if (item) this.place({ moment: all[(all.indexOf(item.moment) + 1) % all.length] });
  }

  change() {
    const { item, root } = this.reading;
    if (item) pickCode(root, this.app, "Welk thema is het wel?", (code) =>
      this.send({ ...this.spot(item), action: "wijzig", new_code: code }, `Gewijzigd in ${this.app.label(code)}`));
  }

  memo() {
    const { item, root } = this.reading;
    if (item?.kind !== "codering") return this.app.say("Een opmerking hoort bij een codering.");
    const text = h("textarea", { rows: 4, "aria-label": "Opmerking", value: item.reason || "" });
    const box = dialog(root, "Opmerking bij deze codering", text, [
      button("Vastleggen", () => { box.close(); this.send({ ...this.spot(item), action: "wijzig", reason: text.value }, "Opmerking vastgelegd"); }),
      button("Annuleren", () => box.close())]);
    return text.focus();
  }

  undo() {
    const event = this.past.done.pop();
    if (!event) return this.app.say("Er is niets om ongedaan te maken.");
    const id = newId();
    this.past.undone.push({ event, id });
    return this.perform("undo", { event, id }, id, "Ongedaan gemaakt", () => without(this.past.undone, id));
  }

  redo() {
    const last = this.past.undone.pop();
    if (!last) return this.app.say("Er is niets om opnieuw te doen.");
    const id = newId();
    this.past.done.push(last.event);
    return this.perform("undo", { event: last.id, id }, id, "Opnieuw gedaan", () => without(this.past.done, last.event));
  }

  finish() {
    if (this.reading.conversation.finished) return this.app.say("Dit gesprek was al gelezen tot het eind.");
    return this.send({ kind: "afgerond" }, "Vastgelegd: gelezen tot het eind");
  }
}

function without(list, id) {
  const at = list.findIndex((one) => (one.id ?? one) === id);
  if (at >= 0) list.splice(at, 1);
}
