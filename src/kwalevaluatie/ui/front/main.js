// The screen itself: which page is shown, and what every page may use.

import { button, dialog, h, plural, replace } from "./dom.js";
import { Refusal, pageApi, widgetApi } from "./api.js";
import { Reading } from "./reading.js";
import { showOverview } from "./overview.js";
import { Judging } from "./judging.js";
import { showComparisons } from "./comparing.js";
import { showReport } from "./preview.js";
import { showNames } from "./names.js";
import { showCodebook } from "./codebook.js";
import { live } from "./notebook.js";

// A blind coder gets no page that is `sighted`.
const PAGES = [
  { name: "", title: "Overzicht", show: showOverview },
  { name: "namen", title: "Namen", show: showNames, sighted: true },
  { name: "codeboek", title: "Codeboek", show: showCodebook, sighted: true },
  { name: "oordelen", title: "Oordelen", show: (app, root, goal, shown) => new Judging(app, root).open(goal, shown) },
  { name: "vergelijken", title: "Vergelijken", show: showComparisons, sighted: true },
  { name: "rapport", title: "Rapport", show: showReport, sighted: true },
];

class App {
  constructor(root, api, start) {
    Object.assign(this, { root, api, ...start, recent: [], shortcuts: true, unsaved: () => false });
    this.takeCodes(this.codes);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.motion = calm ? "instant" : "smooth";
  }

  takeCodes(codes) {
    this.codes = codes;
    this.places = new Map(codes.map((code, at) => [code.id, at]));
    this.byId = new Map(codes.map((code) => [code.id, code]));
  }

  code(id) {
    return this.byId.get(id) || { id, label: id, definition: "Dit thema staat niet meer in het codeboek.", include: [], exclude: [], examples: [] };
  }

  label(id) {
    return this.code(id).label;
  }

  look(id) {
    const at = this.places.get(id) ?? 0;
    return `kleur-${at % 8} vorm-${Math.floor(at / 8) % 4}`;
  }

  say(message) {
    replace(this.status, message);
  }

  fail(message) {
    replace(this.alert, h("span", {}, message), button("Sluiten", () => replace(this.alert)));
  }

  async attempt(act) {
    try {
      await act();
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem;
      this.fail(problem.message);
    }
  }

  open(place) {
    location.hash = place;
  }

  frame(pages) {
    this.status = h("p", { class: "stand", role: "status" });
    this.alert = h("div", { class: "fout", role: "alert" });
    this.body = h("main", { id: "inhoud", tabindex: "-1" });
    this.links = pages.map((page) => h("a", { href: `#${page.name}` }, page.title));
    replace(this.root,
      h("a", { class: "overslaan", href: "#inhoud", onclick: (event) => { event.preventDefault(); this.body.focus(); } }, "Naar de inhoud"),
      h("header", { class: "kop" }, pages.length ? h("nav", { "aria-label": "Onderdelen" }, this.links) : null,
        h("span", { class: "wie" }, `${this.coder}${this.blind ? " (blind)" : ""}`),
        button("Sneltoetsen aan", (event) => this.toggle(event.currentTarget), { "aria-pressed": "true" })),
      this.alert, this.body, this.status);
  }

  toggle(element) {
    this.shortcuts = !this.shortcuts;
    element.setAttribute("aria-pressed", String(this.shortcuts));
    replace(element, this.shortcuts ? "Sneltoetsen aan" : "Sneltoetsen uit");
  }

  async show(name, ...rest) {
    const root = h("div", { class: "pagina", tabindex: "-1" });
    replace(this.alert);
    replace(this.status);
    replace(this.body, root);
    this.page = root;
    await this.attempt(async () => {
      if (name === "gesprek") await new Reading(this, root, rest[0]).open(...rest.slice(1));
      else {
        const page = PAGES.find((one) => one.name === name) || PAGES[0];
        if (this.blind && page.sighted) showHidden(root, page);
        else await page.show(this, root, ...rest);
        if (this.page === root) root.querySelector("h1")?.focus();
      }
    });
    if (this.page === root) this.told(name);
  }

  told(name) {
    const heading = this.page.querySelector("h1")?.textContent;
    if (this.links.length) document.title = heading && heading !== this.title ? `${heading} – ${this.title}` : this.title;
    for (const link of this.links) {
      if (link.hash.slice(1) === name) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }

  // A key pressed where nothing has the focus is for the page that is shown.
  stray(event) {
    if (event.target === document.body || event.target === this.body) this.page?.onkeydown?.(event);
  }

  // With something unsaved on the page, it is left only by who says so.
  leave(before) {
    if (this.staying) this.staying = false;
    else if (!this.unsaved()) return this.route();
    else {
      this.staying = true;
      const wanted = location.hash;
      location.replace(before);
      this.askToLeave(() => { this.unsaved = () => false; location.hash = wanted; });
    }
    return undefined;
  }

  askToLeave(go) {
    const box = dialog(this.page, "Niet bewaard", h("p", {}, "U hebt iets veranderd dat nog niet is bewaard."), [
      button("Blijven", () => box.close()), button("Weggaan zonder te bewaren", () => { box.close(); go(); })]);
  }

  async route() {
    const place = location.hash.slice(1);
    this.body.setAttribute("aria-busy", "true");
    await this.show(...parts(place));
    if (place !== location.hash.slice(1)) return;
    this.body.dataset.place = place;
    this.body.removeAttribute("aria-busy");
  }
}

function showHidden(root, { title }) {
  replace(root, h("h1", { tabindex: "-1" }, title), h("p", {}, "U codeert blind: dit onderdeel hoort daar niet bij. Waarom staat op het ", h("a", { href: "#" }, "overzicht"), "."));
}

function parts(place) {
  return place.split("/").map((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  });
}

export async function mount(root) {
  const lost = h("p", { class: "fout", role: "alert", hidden: true });
  root.append(lost);
  const api = pageApi((state) => tellLost(lost, state));
  const app = await begin(root, api);
  if (!app) return;
  root.append(app.root);
  app.frame(PAGES.filter((page) => !(app.blind && page.sighted)));
  addEventListener("beforeunload", (event) => { if (api.unsent() || app.unsaved()) event.preventDefault(); });
  addEventListener("hashchange", (event) => app.leave(event.oldURL));
  document.addEventListener("keydown", (event) => app.stray(event));
  const resumed = api.resume(app.key);
  await app.route();
  tellResumed(app, await resumed);
}

async function begin(root, api, look = "kwal") {
  try {
    return new App(h("div", { class: look }), api, await api("start"));
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    root.append(h("main", { class: "kwal dicht" }, h("h1", {}, "De werkplek gaat niet open"), h("p", {}, problem.message)));
    return null;
  }
}

function tellLost(place, { unsent, problem }) {
  const waiting = unsent ? ` ${unsent === 1 ? "Uw laatste besluit staat" : `${unsent} besluiten staan`} nog niet vast; het programma probeert het opnieuw. Laat deze pagina open.` : "";
  const said = problem ? `${problem}${waiting}` : "";
  if (place.textContent !== said) place.textContent = said;
  place.hidden = !said;
}

function tellResumed(app, { sent, refused }) {
  if (!sent && !refused.length) return;
  app.route();
  if (sent) app.say(`${plural(sent, "besluit", "besluiten")} van eerder alsnog vastgelegd.`);
  if (refused.length) app.fail(`Niet vastgelegd van wat nog klaarstond: ${refused.join(" ")}`);
}

async function render({ model, el }) {
  const lost = h("p", { class: "fout", role: "alert" });
  el.append(h("div", { class: "kwal" }, lost));
  const app = await begin(el, widgetApi(model, (said) => replace(lost, said)), "kwal in-cel");
  if (!app) return;
  el.append(app.root);
  app.frame([]);
  live(app, model.get("place"), parts);
}

export default { render };
