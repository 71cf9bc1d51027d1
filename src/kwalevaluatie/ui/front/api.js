// How the screen asks: over HTTP on the local page, over the kernel in a notebook.

import { Outbox } from "./outbox.js";

export class Refusal extends Error {}
class Later extends Refusal {}

const FINAL = [400, 404, 405, 413, 415, 500];
const KEPT = ["decide", "undo"];
const NOT_TWICE = ["sign", "accept", "write_report", "names_freeze", "names_add", "save_theme", "add_example", "add_pattern"];
const FOUND_OUT = ["sign", "accept", "write_report"];
const PATIENCE = 20000;
const UNREADABLE = "Het programma geeft geen antwoord dat te lezen is.";
const SILENT = "Het programma antwoordt niet.";
const SOON = 5000;
const BUSY = "Het notebook is bezig of opnieuw gestart. Wat u net besloot, staat pas vast als deze melding verdwijnt. Blijft zij staan, draai deze cel dan opnieuw en kijk of uw laatste besluit er staat. Staat het er niet, neem het dan nog eens; dubbel komt het er nooit in.";
const WAITS = "Het programma antwoordt niet. Laat deze pagina open: zodra het er weer is, gaat de pagina zelf na of het is gedaan.";
const NOT_DONE = "De verbinding viel weg, en dit is niet gedaan. U kunt het nu opnieuw doen.";
const UNSURE = "Kijk eerst of dit al is gedaan voordat u het nog eens doet.";

export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

async function post(name, given, key, signal) {
  const headers = { "Content-Type": "application/json", ...(key ? { "Kwal-Werkplek": key } : {}) };
  let answer;
  try {
    answer = await fetch(`api/${name}`, { method: "POST", headers, body: JSON.stringify(given), signal });
  } catch {
    throw new Later(SILENT);
  }
  const told = await answer.json().catch(() => null);
  if (answer.ok && told) return told;
  const problem = told?.problem || UNREADABLE;
  throw FINAL.includes(answer.status) ? new Refusal(problem) : Object.assign(new Later(problem), { status: answer.status });
}

// Decisions go one after the other, and stay in the outbox until they are on disk.
class PageApi {
  constructor(tell) {
    Object.assign(this, { tell, key: "", outbox: null, unsent: 0, chain: Promise.resolve() });
  }

  async ask(name, given, once) {
    const asked = Date.now();
    for (let attempt = 0; ; attempt += 1) {
      try {
        const told = await post(name, given, this.key);
        this.tell({ unsent: this.unsent, problem: "" });
        return told;
      } catch (problem) {
        if (once || !(problem instanceof Later) || problem.status) throw problem;
        if (FOUND_OUT.includes(name)) return this.findOut(name, given, asked);
        if (NOT_TWICE.includes(name)) throw new Refusal(`${SILENT} ${UNSURE}`);
        this.tell({ unsent: this.unsent, problem: problem.message });
        await wait(pause(attempt));
      }
    }
  }

  // What is not to be done twice and may have been done: asked as soon as there is an answer.
  async findOut(verb, given, asked) {
    for (let attempt = 0; ; attempt += 1) {
      this.tell({ unsent: this.unsent, problem: WAITS });
      await wait(pause(attempt));
      const told = await post("came_about", { verb, given, seconds: (Date.now() - asked) / 1000 }, this.key).catch(untilItAnswers);
      if (!told) continue;
      this.tell({ unsent: this.unsent, problem: "" });
      if (told.done) return told.answer;
      throw new Refusal(NOT_DONE);
    }
  }

  decide(name, given, place = this.outbox?.put(name, given)) {
    this.unsent += 1;
    const sent = this.chain.then(() => this.deliver(name, given)).finally(() => {
      this.unsent -= 1;
      this.outbox?.take(place);
    });
    this.chain = sent.catch(() => {});
    return sent;
  }

  async deliver(name, given) {
    for (let attempt = 0; ; attempt += 1) {
      try {
        const told = await post(name, given, this.key, AbortSignal.timeout(PATIENCE));
        this.tell({ unsent: this.unsent - 1, problem: "" });
        return told;
      } catch (problem) {
        if (!(problem instanceof Later)) throw problem;
        this.tell({ unsent: this.unsent, problem: problem.message });
        await wait(pause(attempt));
      }
    }
  }

  async resume(key) {
    this.key = key;
    this.outbox = new Outbox(key, storage());
    const left = this.outbox.left();
    const sent = await Promise.allSettled(left.map(({ place, verb, given }) => this.decide(verb, given, place)));
    return { sent: sent.filter((one) => one.status === "fulfilled").length, refused: sent.flatMap((one) => one.reason?.message ?? []) };
  }
}

function untilItAnswers(problem) {
  if (problem instanceof Later && !problem.status) return null;
  throw problem;
}

const pause = (attempt) => Math.min(5000, 250 * 2 ** attempt);

function storage() {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

export function pageApi(tell) {
  const page = new PageApi(tell);
  const api = (name, given = {}, { once = false } = {}) =>
    KEPT.includes(name) ? page.decide(name, given) : page.ask(name, given, once);
  return Object.assign(api, { resume: (key) => page.resume(key), unsent: () => page.unsent });
}

// A kernel answers in the order of asking; while a cell runs, or after a restart, it does not.
export function widgetApi(model, tell) {
  const waiting = new Map();
  model.on("msg:custom", (told) => {
    const resolve = waiting.get(told.number);
    waiting.delete(told.number);
    if (!waiting.size) tell("");
    if (resolve) resolve(told);
  });
  return (name, given = {}) => new Promise((done, failed) => {
    const number = newId();
    waiting.set(number, (told) => (told.problem ? failed(new Refusal(told.problem)) : done(told.answer)));
    setTimeout(() => { if (waiting.has(number)) tell(BUSY); }, SOON);
    model.send({ number, name, given });
  });
}
