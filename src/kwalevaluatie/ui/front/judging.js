// The matrix of respondents and goals: five states, each with the passages it rests on.

import { button, h, plural, replace } from "./dom.js";
import { newId } from "./api.js";
import { conversationLink, waitingLine } from "./evidence.js";
import { STATE_SIGNS, judgeCell, judgingHelp } from "./cell.js";

const SHOWN = [
  { name: "alles", fits: () => true },
  { name: "zonder oordeel", fits: (cell) => !cell.state },
  { name: "oordeel zonder bewijs", fits: (cell) => cell.ungrounded },
  { name: "gesprek niet gelezen", fits: (cell, row) => !row.finished },
];
const NOBODY = "Er is nog niets te beoordelen: er zijn geen bevroren gesprekken van respondenten die naar een doel zijn gevraagd. Staan de respondenten in respondenten.csv, en zijn de namen bevestigd?";
const EVERYBODY = "alle perspectieven";
const EVERYTHING = "alle doelen";

export class Judging {
  constructor(app, root) {
    Object.assign(this, { app, root, at: [0, 0], proposals: new Map(), done: [], undone: [], queue: Promise.resolve() });
  }

  async open(goal, shown) {
    await this.read();
    const select = (names) => h("select", { onchange: () => this.draw() }, names.map(([value, text]) => h("option", { value }, text)));
    this.group = select([["", EVERYBODY], ...[...new Set(this.rows.map((row) => row.group))].map((name) => [name, name])]);
    this.goal = select([["", EVERYTHING], ...this.app.goals.map((one) => [one.id, one.label])]);
    this.shown = select(SHOWN.map(({ name }, at) => [at, name]));
    if (this.app.goals.some((one) => one.id === goal)) this.goal.value = goal;
    if (SHOWN[shown]) this.shown.value = shown;
    this.missing = h("div", { class: "ontbreekt" });
    this.waiting = h("div", {});
    this.place = h("div", { class: "matrix" });
    replace(this.root, h("h1", { tabindex: "-1" }, "Oordelen"), this.missing, h("div", { class: "balk" },
      h("label", {}, "Perspectief ", this.group), h("label", {}, "Doel ", this.goal), h("label", {}, "Tonen ", this.shown),
      button("Ongedaan (z)", () => this.undo()), button("Opnieuw (Shift+z)", () => this.redo()), button("Sneltoetsen (?)", () => judgingHelp(this))),
      this.legend(), this.waiting, this.place);
    this.root.onkeydown = (event) => this.key(event);
    this.draw();
    if (!this.app.blind) this.propose();
  }

  async read() {
    const told = await this.app.api("matrix");
    this.rows = told.rows;
    this.seen = told.version;
  }

  legend() {
    return h("p", { class: "legenda" }, Object.entries(STATE_SIGNS).map(([state, sign], at) => h("span", {}, h("span", { class: "teken" }, sign), `${at + 1} ${state}`)),
      this.app.blind ? null : h("span", { class: "gestreept" }, "gestreept: voorstel, nog geen oordeel"), h("span", {}, "· niet gevraagd"));
  }

  // The proposals take seconds: the table is there before them.
  async propose() {
    replace(this.waiting, waitingLine("Voorstellen worden gemaakt; u kunt al oordelen."));
    await this.app.attempt(async () => {
      for (const one of (await this.app.api("proposals")).proposals) this.proposals.set(`${one.respondent}/${one.goal}`, one);
      if (this.root.isConnected) this.draw();
    });
    replace(this.waiting);
  }

  proposal(row, goal) {
    return this.proposals.get(`${row.respondent}/${goal.id}`);
  }

  draw() {
    const fits = SHOWN[this.shown.value].fits;
    const goals = this.app.goals.filter((goal) => !this.goal.value || goal.id === this.goal.value);
    const wanted = (row) => goals.some((goal) => row.cells[goal.id] && fits(row.cells[goal.id], row));
    this.people = this.rows.filter((row) => (!this.group.value || row.group === this.group.value) && wanted(row));
    this.goals = goals.filter((goal) => this.people.some((row) => goal.id in row.cells));
    this.showMissing();
    const focused = this.place.contains(document.activeElement);
    replace(this.place, this.people.length ? this.grid() : this.rows.length ? h("p", {}, "Hier is niets (meer) dat aan deze keuze voldoet.") : null);
    this.settle(focused);
  }

  grid() {
    return h("table", { role: "grid", "aria-label": "Oordelen per respondent en doel", "aria-rowcount": this.people.length + 1 },
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Respondent"), this.goals.map((goal) => h("th", { scope: "col", title: goal.question || goal.definition }, goal.label)))),
      h("tbody", {}, this.people.map((row, r) => h("tr", {}, h("th", { scope: "row" }, conversationLink(row.transcript, undefined, row.respondent),
        h("small", {}, ` ${row.group}${row.finished ? "" : ", niet gelezen"}`)), this.goals.map((goal, g) => this.cell(row, goal, r, g))))));
  }

  showMissing() {
    const cells = this.rows.flatMap((row) => Object.values(row.cells));
    const open = cells.filter((cell) => !cell.state).length;
    const bare = cells.filter((cell) => cell.ungrounded).length;
    const unread = this.rows.filter((row) => !row.finished).length;
    const choice = (count, one, many, at) => h("li", {}, count
      ? button(plural(count, one, many), () => this.choose(at), { "aria-pressed": String(Number(this.shown.value) === at) }) : `✓ geen ${many}`);
    if (!cells.length) return replace(this.missing, h("p", {}, NOBODY));
    if (!open && !bare && !unread) return replace(this.missing, h("p", {}, `✓ Alle ${cells.length} oordelen zijn gegeven, met bewijs, en alle gesprekken zijn gelezen.`));
    return replace(this.missing, h("p", {}, `${cells.length - open} van de ${cells.length} oordelen gegeven. Wat ontbreekt:`), h("ul", {},
      choice(open, "cel zonder oordeel", "cellen zonder oordeel", 1), choice(bare, "oordeel zonder bewijs", "oordelen zonder bewijs", 2),
      choice(unread, "respondent met een ongelezen gesprek", "respondenten met een ongelezen gesprek", 3)));
  }

  choose(at) {
    this.shown.value = Number(this.shown.value) === at ? 0 : at;
    this.draw();
    (this.missing.querySelectorAll("li")[at - 1]?.querySelector("button") || this.shown).focus();
  }

  cell(row, goal, r, g) {
    const cell = row.cells[goal.id];
    if (!cell) return h("td", { class: "niet-gevraagd" }, h("span", { "aria-hidden": "true" }, "·"), h("span", { class: "alleen-voorlezen" }, "niet gevraagd"));
    return h("td", {}, this.stateButton(row, goal, r, g, cell, this.proposal(row, goal)));
  }

  stateButton(row, goal, r, g, cell, proposal) {
    const said = cell.state || (proposal ? `voorstel: ${proposal.state}` : "nog niet beoordeeld");
    const bare = cell.ungrounded ? ", zonder bewijs" : "";
    return h("button", {
      type: "button", tabindex: "-1", data: { r, g }, "aria-label": `${row.respondent}, ${goal.label}: ${said}${bare}`,
      class: `oordeel ${cell.state ? `staat-${this.app.states.indexOf(cell.state)}` : proposal ? "open voorgesteld" : "open"}`,
      onclick: () => { this.at = [r, g]; judgeCell(this, row, goal); }, onfocus: () => this.here(r, g),
    }, h("span", { class: "teken", "aria-hidden": "true" }, STATE_SIGNS[cell.state || proposal?.state] || " "),
    cell.state || (proposal ? `voorstel: ${proposal.state}` : "nog niet"), cell.ungrounded ? h("small", {}, " ! zonder bewijs") : null);
  }

  // --- moving -------------------------------------------------------------------------------

  key(event) {
    if (event.target.closest("input, textarea, select, dialog") || event.metaKey || event.altKey || !this.app.shortcuts) return;
    if (event.ctrlKey && !["Home", "End"].includes(event.key)) return;
    const [row, goal] = [this.people[this.at[0]], this.goals[this.at[1]]];
    const act = this.moves(event)[event.key] || {
      z: () => this.undo(), Z: () => this.redo(), "?": () => judgingHelp(this), p: () => this.take(row, goal),
    }[event.key] || (/^[1-5]$/.test(event.key) && row?.cells[goal?.id] && (() => this.first(row, goal, { state: this.app.states[Number(event.key) - 1] })));
    if (!act) return;
    event.preventDefault();
    act();
  }

  moves({ ctrlKey }) {
    const [last, end] = [this.people.length - 1, this.goals.length - 1];
    return {
      ArrowDown: () => this.move(this.at[0] + 1, this.at[1], 1, 0), ArrowUp: () => this.move(this.at[0] - 1, this.at[1], -1, 0),
      ArrowRight: () => this.move(this.at[0], this.at[1] + 1, 0, 1), ArrowLeft: () => this.move(this.at[0], this.at[1] - 1, 0, -1),
      Home: () => this.move(ctrlKey ? 0 : this.at[0], 0, 0, 1), End: () => this.move(ctrlKey ? last : this.at[0], end, 0, -1),
    };
  }

  // Over what was not asked, to the next cell that can be judged.
  move(r, g, down, right) {
    while (this.people[r] && this.goals[g] && !this.buttonAt(r, g)) [r, g] = [r + down, g + right];
    this.buttonAt(r, g)?.focus();
  }

  here(r, g) {
    this.buttonAt(...this.at)?.setAttribute("tabindex", "-1");
    this.at = [r, g];
    this.buttonAt(r, g).setAttribute("tabindex", "0");
  }

  settle(focused) {
    const [r, g] = [Math.min(this.at[0], this.people.length - 1), Math.min(this.at[1], this.goals.length - 1)];
    const target = this.buttonAt(r, g) || this.place.querySelector("button[data-r]");
    if (!target) return;
    this.here(Number(target.dataset.r), Number(target.dataset.g));
    if (focused) target.focus();
  }

  buttonAt(r, g) {
    return this.place.querySelector(`button[data-r="${r}"][data-g="${g}"]`);
  }

  // --- deciding -----------------------------------------------------------------------------

  take(row, goal) {
    const proposal = row && goal && this.proposal(row, goal);
    if (proposal && row.cells[goal.id]) return this.first(row, goal, { state: proposal.state, reason: proposal.because });
    return this.app.say("Hier is geen voorstel.");
  }

  first(row, goal, given) {
    if (!row.cells[goal.id].state) return this.judge(row, goal, given);
    return this.app.say("Hier staat al een oordeel. Druk op Enter om het te wijzigen.");
  }

  judge(row, goal, given) {
    const id = newId();
    const made = { id, kind: "oordeel", respondent: row.respondent, goal: goal.id, ...given };
    this.done.push({ event: id, row, goal });
    this.undone = [];
    return this.perform("decide", { rows: [made] }, row, goal, `${row.respondent}, ${goal.label}: ${given.state}`, () => dropEvent(this.done, id));
  }

  undo() {
    const last = this.done.pop();
    if (!last) return this.app.say("Er is niets om ongedaan te maken.");
    const id = newId();
    this.undone.push({ ...last, id });
    return this.perform("undo", { event: last.event, id }, last.row, last.goal, `Ongedaan gemaakt: ${last.row.respondent}, ${last.goal.label}`,
      () => dropEvent(this.undone, last.event));
  }

  redo() {
    const last = this.undone.pop();
    if (!last) return this.app.say("Er is niets om opnieuw te doen.");
    this.done.push(last);
    return this.perform("undo", { event: last.id, id: newId() }, last.row, last.goal, `Opnieuw gedaan: ${last.row.respondent}, ${last.goal.label}`,
      () => dropEvent(this.done, last.event));
  }

  // It is sent at once, and so kept until it is on disk; what comes of it is shown in order.
  // Gives why it was refused, or nothing when it stands.
  perform(verb, given, row, goal, said, refused) {
    const sent = this.app.api(verb, { ...given, seen: this.seen });
    sent.catch(refused);
    this.queue = this.queue.then(() => this.app.attempt(async () => {
      const told = await sent;
      this.seen = told.version;
      await this.renew(row, goal, told.others);
      this.app.say(said);
    }));
    return this.queue.then(() => sent).then(() => "", (problem) => problem.message);
  }

  // Only the cell that changed is drawn again, unless somebody else worked here as well.
  async renew(row, goal, others) {
    if (others.length) await this.read();
    else row.cells[goal.id] = await this.app.api("cell", { respondent: row.respondent, goal: goal.id });
    const [r, g] = [this.people.indexOf(row), this.goals.indexOf(goal)];
    const before = this.buttonAt(r, g);
    if (others.length || !before) return this.draw();
    const focused = document.activeElement === before;
    const after = this.stateButton(row, goal, r, g, row.cells[goal.id], this.proposal(row, goal));
    before.replaceWith(after);
    this.showMissing();
    if (focused) after.focus();
    return this.here(...this.at);
  }
}

function dropEvent(list, event) {
  const at = list.findIndex((one) => one.event === event);
  if (at >= 0) list.splice(at, 1);
}
