// Names and other identifiers in raw conversations: which conversations wait, then frozen.

import { button, dialog, field, h, plural, replace, table } from "./dom.js";
import { NOTHING_YET } from "./evidence.js";
import { Naming } from "./naming.js";

export async function showNames(app, root, id, turn) {
  if (id) return new Naming(app, root, id).open(turn === undefined ? undefined : Number(turn));
  const told = await app.api("names");
  const place = h("div", {}, h("p", {}, "Namen zoeken…"));
  replace(root, h("h1", { tabindex: "-1" }, "Namen"),
    told.waiting.length ? h("p", {}, "Hier staan ruwe gesprekken met echte namen. Ze verlaten deze computer niet. Pas als u de namen bevestigt, worden de teksten bevroren en kunt u coderen.") : null,
    place);
  if (!told.waiting.length) {
    return replace(place, told.frozen
      ? [h("p", {}, `Er wacht geen gesprek. ${plural(told.frozen, "gesprek is", "gesprekken zijn")} gepseudonimiseerd en bevroren.`), h("p", {}, h("a", { href: "#" }, "Wat u nu kunt doen, staat op het overzicht"))]
      : h("p", {}, NOTHING_YET));
  }
  await searchAll(app, place, told.to_search);
  if (root.isConnected) await showWaiting(app, root, place, told);
}

async function searchAll(app, place, ids) {
  const bar = h("progress", { max: ids.length, value: 0, "aria-label": "Doorzochte gesprekken" });
  const said = h("p", { role: "status" }, "");
  if (ids.length) replace(place, said, bar);
  for (const [done, id] of ids.entries()) {
    if (!place.isConnected) return;
    replace(said, `Namen zoeken in gesprek ${done + 1} van ${ids.length}…`);
    await app.api("names_search", { id });
    bar.value = done + 1;
  }
}

async function showWaiting(app, root, place, told) {
  const found = await app.api("names_table");
  if (!root.isConnected) return;
  const open = found.conversations.reduce((sum, row) => sum + row.unseen, 0);
  const doubtful = found.conversations.reduce((sum, row) => sum + row.doubtful, 0);
  const risks = h("div", {});
  const confirm = h("h2", { tabindex: "-1" }, "Bevestigen");
  replace(place,
    h("p", {}, "Kies een gesprek en bekijk wat er is gevonden. ", button("Klaar? Naar het bevestigen", () => confirm.focus())),
    table("Gesprekken die wachten", ["Gesprek", "Woorden", "Gevonden", "Wordt vervangen", "Nog niet bekeken", "Waarvan twijfel"],
      found.conversations.map((row) => [h("a", { href: `#namen/${encodeURIComponent(row.id)}` }, row.id), row.words, row.identifiers,
        row.to_replace, row.unseen, row.doubtful])),
    told.has_key && !told.key_open ? keyBlock(app, root) : null,
    found.unfound.length ? h("section", {}, h("h2", {}, "Van de namenlijst niet gevonden"),
      h("p", {}, "Misschien een tikfout in de lijst, of een andere schrijfwijze in het gesprek."),
      h("ul", {}, found.unfound.map((name) => h("li", {}, name)))) : null,
    h("h2", {}, "Risico op herkenning"),
    h("p", {}, "Ook zonder naam kan iemand te herkennen zijn, aan wat er over hem of haar wordt verteld."),
    button("Risico bekijken", () => app.attempt(() => showRisks(app, risks))), risks,
    confirm,
    h("p", {}, open ? `${plural(open, "gevonden woord is", "gevonden woorden zijn")} nog niet bekeken, waarvan ${doubtful} met twijfel. Wat u niet bekijkt, wordt gedaan zoals voorgesteld.`
      : "Alles wat is gevonden, is bekeken."),
    button("Bevestigen en bevriezen…", () => freezeDialog(app, root, told, found.conversations.length)));
}

function keyBlock(app, root) {
  const phrase = h("input", { type: "password", autocomplete: "off" });
  const open = (event) => {
    event.preventDefault();
    return app.attempt(async () => {
      await app.api("names_key", { passphrase: phrase.value });
      await showNames(app, root);
      root.querySelector("h1")?.focus();
      app.say("De sleutel is open: mensen uit eerdere gesprekken worden herkend.");
    });
  };
  return h("form", { class: "let-op", onsubmit: open },
    h("p", {}, "Er is een sleutel van eerdere gesprekken. Open hem, dan krijgt wie daarin staat hetzelfde pseudoniem."),
    field("Wachtzin", phrase), h("button", {}, "Sleutel openen"));
}

async function showRisks(app, place) {
  const told = await app.api("names_risks");
  replace(place, table("Risico per gesprek, het hoogste eerst", ["Gesprek", "Risico", "Waarom", "Kenmerken"], told.risks.map((row) => [
    row.id, row.risk, row.reason, h("ul", { class: "kenmerken" }, row.traits.slice(0, 8).map((trait) => h("li", {},
      h("a", { href: `#namen/${encodeURIComponent(row.id)}/${trait.turn}` }, `${trait.text}`), ` (${trait.kind})`))),
  ])));
}

function freezeDialog(app, root, told, many) {
  const by = h("input", { type: "text", value: app.coder, autocomplete: "off" });
  const first = h("input", { type: "password", autocomplete: "new-password" });
  const again = h("input", { type: "password", autocomplete: "new-password" });
  const without = h("input", { type: "checkbox", id: "zonder-sleutel", onchange: () => { first.disabled = again.disabled = without.checked; } });
  const note = h("p", { class: "melding", role: "alert" });
  const bar = h("progress", { hidden: true, "aria-label": "Bevriezen" });
  const go = button("Bevestigen en bevriezen", async () => {
    go.disabled = true;
    replace(note);
    bar.hidden = false;
    const follow = followProgress(app, bar, () => bar.isConnected);
    try {
      const done = await app.api("names_freeze", { confirmed_by: by.value, passphrase: without.checked ? "" : first.value, again: again.value, without_key: without.checked });
      box.close();
      await showNames(app, root);
      root.querySelector("h1")?.focus();
      app.say(`${plural(done.now_frozen.length, "gesprek is", "gesprekken zijn")} bevroren. U kunt nu coderen. ${done.told.join(" ")}`);
    } catch (problem) {
      replace(note, problem.message);
      go.disabled = false;
    } finally {
      clearInterval(follow);
      bar.hidden = true;
    }
  });
  const box = dialog(root, "Namen bevestigen", h("form", { class: "thema", onsubmit: (event) => { event.preventDefault(); go.click(); } },
    h("p", {}, `${plural(many, "gesprek wordt", "gesprekken worden")} bevroren. Dat is niet terug te draaien.`),
    field("Uw naam", by), field("Wachtzin voor de sleutel", first, "Met de wachtzin is later op te zoeken wie er achter een pseudoniem staat. Bewaar haar goed."),
    told.has_key ? null : field("Nog een keer", again),
    told.has_key ? null : h("p", {}, without, h("label", { for: "zonder-sleutel" }, " Ik wil geen sleutel. Wie wie is, is dan nooit meer terug te vinden.")),
    bar, note, h("button", { hidden: true }, "Bevestigen")), [go, button("Annuleren", () => box.close())]);
  first.focus();
}

export function followProgress(app, bar, going) {
  return setInterval(async () => {
    if (!going()) return;
    const { step } = await app.api("progress");
    if (step?.total > 1) Object.assign(bar, { max: step.total, value: step.done });
  }, 700);
}
