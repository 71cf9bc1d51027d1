// Words that identify somebody and were not found: what adding them does, and then adding them.

import { button, dialog, field, h, plural, replace } from "./dom.js";

const EDGES = /^[\s.,;:!?"“”()]+|[\s.,;:!?"“”()]+$/g;
const RELATIONS = { gelijk: "staat er al", langer: "bevat deze woorden", deel: "is een deel van deze woorden" };

export function addWords(naming, text) {
  if (!text) return;
  const form = {
    naming, name: h("input", { type: "text", value: text.replace(EDGES, "") }), role: h("input", { type: "text", value: "persoon" }),
    everywhere: h("input", { type: "checkbox", id: "overal-zoeken" }), note: h("p", { class: "melding", role: "alert" }), told: h("p", { role: "status" }),
  };
  const look = () => lookFirst(form);
  const submit = (event) => { event.preventDefault(); look(); };
  form.content = h("div", {}, h("form", { onsubmit: submit },
    field("Woorden", form.name), field("Rol", form.role, "Wie of wat dit is: persoon, regisseur, kind, organisatie, plaats…"),
    h("p", {}, form.everywhere, h("label", { for: "overal-zoeken" }, " Ook in alle andere gesprekken: zet het op de namenlijst")), form.note, form.told,
    h("div", { class: "knoppen" }, h("button", {}, "Toevoegen"), button("Annuleren", () => form.box.close()))));
  form.box = dialog(naming.root, "Woorden toevoegen", form.content, []);
  form.box.addEventListener("close", () => naming.stopSelecting());
  form.role.select();
}

// Nothing is added before it was told what else it touches.
async function lookFirst(form) {
  const given = { name: form.name.value.trim(), role: form.role.value, everywhere: form.everywhere.checked };
  replace(form.note);
  replace(form.told, "Nagaan wat dit raakt…");
  try {
    const would = await form.naming.app.api("names_would", { ...given, id: form.naming.id });
    if (!form.box.isConnected) return;
    replace(form.told);
    if (would.count > 1 || would.overlaps.length || would.places.some((one) => one.was.length)) tellFirst(form, given, would);
    else addNow(form, given);
  } catch (problem) {
    replace(form.told);
    replace(form.note, problem.message);
  }
}

function tellFirst(form, given, would) {
  const before = [...form.content.childNodes];
  const heading = h("h3", { tabindex: "-1" }, `“${given.name}” als ${given.role}: dit gebeurt er`);
  const back = () => { replace(form.content, before); form.name.focus(); };
  replace(form.content, heading, overlapsTold(would.overlaps), placesTold(would), h("div", { class: "knoppen" },
    button("Zo toevoegen", () => addNow(form, given)), button("Terug", back), button("Annuleren", () => form.box.close())));
  heading.focus();
}

function overlapsTold(overlaps) {
  if (!overlaps.length) return null;
  return [h("p", {}, "Deze namen zijn al bekend, en delen woorden hiermee. Kijk of het om dezelfde gaat:"),
    h("ul", {}, overlaps.map((one) => h("li", {}, h("strong", {}, one.text), ` (${one.role}, ${one.listed ? "op de namenlijst" : "gevonden"}): ${RELATIONS[one.relation]}`)))];
}

function placesTold({ places, count, conversations }) {
  if (!count) return h("p", {}, "Er wordt geen woord meer of anders vervangen dan nu.");
  return [h("p", {}, `Dit verandert ${plural(count, "plaats", "plaatsen")} in ${plural(conversations, "gesprek", "gesprekken")}:`),
    h("ul", { class: "treffers geraakt", tabindex: "0", "aria-label": "Plaatsen die veranderen" }, places.map(placeTold)),
    count > places.length ? h("p", {}, `Hier staan de eerste ${places.length}.`) : null];
}

function placeTold(one) {
  const was = one.was.map(({ text, pseudonym }) => `“${text}” werd ${pseudonym}`).join("; ");
  return h("li", {}, h("span", { class: "plaats" }, `${one.transcript}, beurt ${one.turn}: `), "… ", one.before, h("mark", {}, one.words), one.after, " … ",
    h("small", {}, `wordt ${one.becomes}${was ? `; eerst: ${was}` : ""}`));
}

async function addNow({ naming, box }, { name, role, everywhere }) {
  box.close();
  if (everywhere) await naming.send("names_add", { name, role }, `“${name}” staat nu op de namenlijst`);
  else await naming.send("names_choose", { rows: [{ transcript: naming.id, text: name, replaced: true, roles: [role], people: [] }] }, `“${name}” wordt vervangen`);
  naming.visit(name);
}
