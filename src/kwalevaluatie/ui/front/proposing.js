// Letting the machine propose codings: what it does, how far it is, and what came of it.
// Who closes the window goes on working, and the page stays as it is.

import { button, dialog, h, plural, replace } from "./dom.js";
import { followProgress } from "./names.js";

const ABOUT = "Het programma leest alle gesprekken met het codeboek en stelt voor welke woorden bij welk thema horen. U beslist daarna zelf per voorstel.";
const LASTING = "Dat duurt enkele seconden, en bij lange gesprekken een paar minuten. U ziet hoe ver het is.";
const AGAIN = "Alle gesprekken worden opnieuw gelezen met het codeboek van nu. Uw besluiten blijven.";

export function proposalStep(app, root, { unproposed, conversations }, after) {
  const some = unproposed < conversations ? plural(unproposed, "ongelezen gesprek heeft", "ongelezen gesprekken hebben") : "De gesprekken hebben";
  return h("li", {}, `${some} nog geen voorstellen. `, h("br"),
    button("Voorstellen maken", () => renew(app, root, after, "Voorstellen maken", ABOUT), { class: "hoofd", "aria-describedby": "over-voorstellen" }),
    h("p", { class: "klein", id: "over-voorstellen" }, `${ABOUT} ${LASTING} U kunt ook zonder voorstellen coderen.`));
}

export function renew(app, root, after, title = "Voorstellen vernieuwen", about = AGAIN) {
  const bar = h("progress", { "aria-label": title });
  const note = h("p", { class: "melding", role: "alert" });
  const box = dialog(root, title, h("div", {}, h("p", {}, about), bar, note), [
    button("Sluiten (het gaat door)", () => box.close())]);
  const follow = followProgress(app, bar, () => bar.isConnected);
  return app.api("renew_suggestions").then(async (told) => {
    const waitedFor = box.isConnected;
    box.close();
    if (waitedFor) await after();
    if (waitedFor) root.querySelector("h1")?.focus();
    app.say(whatCame(told));
  }).catch((problem) => {
    bar.hidden = true;
    replace(note, problem.message);
    if (!box.isConnected) app.fail(problem.message);
  }).finally(() => clearInterval(follow));
}

function whatCame({ suggestions, open }) {
  if (!suggestions) return "Er is niets voor te stellen: het codeboek heeft geen patronen die in de gesprekken voorkomen.";
  return `${plural(suggestions, "voorstel", "voorstellen")}, waarvan ${open} nog open.`;
}
