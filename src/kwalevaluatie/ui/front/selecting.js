// Choosing words in one turn, with the mouse or word by word with the arrows.

import { toPoints, toUnits, words } from "./marks.js";

const TWO_TURNS = "Kies woorden binnen één beurt. Codeer elke beurt apart.";
const A_QUESTION = "Codeer wat de respondent zegt, niet de vraag.";
const HOW = "Woorden selecteren: pijltjes verplaatsen, met Shift langer, omhoog en omlaag naar een andere beurt, Enter codeert, Escape stopt.";

export class Selecting {
  constructor(reading) {
    Object.assign(this, { reading, words: null });
  }

  // The chosen words as a place in the conversation; a problem when they cannot be coded.
  chosen() {
    const { text, conversation } = this.reading;
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return {};
    const range = selection.getRangeAt(0);
    const from = range.startContainer;
    const said = (from instanceof Element ? from : from.parentElement)?.closest(".tekst");
    if (!said || !text.contains(said)) return {};
    const within = inside(range, said);
    if (!within) return { problem: TWO_TURNS };
    const turn = Number(said.closest(".beurt").dataset.turn);
    if (conversation.turns[turn].role === "interviewer") return { problem: A_QUESTION };
    const spot = placeOf(within, said, conversation.turns[turn].text);
    return spot ? { spot: { turn, ...spot } } : {};
  }

  show(turn, from, to) {
    const text = this.reading.turns[turn].querySelector(".tekst");
    const range = document.createRange();
    range.setStart(...placeIn(text, from));
    range.setEnd(...placeIn(text, to));
    const selection = document.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }

  visit(turn, start, stop) {
    const units = toUnits(this.reading.conversation.turns[turn].text);
    this.show(turn, units(start), units(stop));
    this.reading.turns[turn].scrollIntoView({ block: "center", behavior: this.reading.app.motion });
  }

  start() {
    const { reading } = this;
    const turn = reading.items[reading.current]?.turn ?? this.nextTurn(-1, 1);
    if (turn === undefined) return reading.app.say("Er is hier niets om te selecteren.");
    this.words = { turn, from: 0, to: 0 };
    reading.text.focus({ preventScroll: true });
    this.paint();
    return reading.app.say(HOW);
  }

  stop() {
    this.words = null;
    document.getSelection().removeAllRanges();
    this.reading.go(this.reading.current, false);
    return true;
  }

  key(event) {
    const chosen = this.words;
    const last = words(this.reading.conversation.turns[chosen.turn].text).length - 1;
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step && event.shiftKey) chosen.to = Math.max(chosen.from, Math.min(last, chosen.to + step));
    else if (step) chosen.from = chosen.to = Math.max(0, Math.min(last, (step > 0 ? chosen.to : chosen.from) + step));
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") this.otherTurn(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Home" || event.key === "End") this.edge(event, last);
    else if (event.key === "Enter") return this.reading.codeSelection() || true;
    else if (event.key === "Escape") return this.stop();
    else return false;
    this.paint();
    return true;
  }

  edge(event, last) {
    const chosen = this.words;
    if (event.key === "End") chosen.to = last;
    else chosen.from = 0;
    if (!event.shiftKey) chosen.from = chosen.to = event.key === "End" ? last : 0;
  }

  otherTurn(step) {
    const turn = this.nextTurn(this.words.turn, step);
    if (turn !== undefined) this.words = { turn, from: 0, to: 0 };
  }

  nextTurn(from, step) {
    const { turns } = this.reading.conversation;
    let at = from + step;
    while (turns[at] && (turns[at].role === "interviewer" || !turns[at].text.trim())) at += step;
    return turns[at] ? at : undefined;
  }

  paint() {
    const { turn, from, to } = this.words;
    const said = this.reading.conversation.turns[turn].text;
    const all = words(said);
    if (!all.length) return;
    this.show(turn, all[from][0], all[to][1]);
    this.reading.turns[turn].scrollIntoView({ block: "nearest", behavior: this.reading.app.motion });
    this.reading.app.say(said.slice(all[from][0], all[to][1]));
  }
}

// The part of a range that lies in an element, or null when words beyond it were chosen too.
function inside(range, element) {
  if (element.contains(range.endContainer)) return range;
  const beyond = document.createRange();
  beyond.setStartAfter(element);
  beyond.setEnd(range.endContainer, range.endOffset);
  if (beyond.toString().trim()) return null;
  const within = range.cloneRange();
  within.setEnd(element, element.childNodes.length);
  return within;
}

function placeOf(range, element, said) {
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const raw = range.toString();
  const from = before.toString().length;
  const points = toPoints(said);
  const start = points(from + raw.length - raw.trimStart().length);
  const stop = points(from + raw.trimEnd().length);
  return stop > start ? { start, stop } : null;
}

export function placeIn(element, offset) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = offset;
  let node = walker.nextNode();
  while (node && left > node.length) {
    left -= node.length;
    node = walker.nextNode();
  }
  return node ? [node, left] : [element, element.childNodes.length];
}
