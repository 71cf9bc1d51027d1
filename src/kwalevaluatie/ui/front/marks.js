// From codings and suggestions to stretches of text; offsets count code points, as in the log.

const WIDE = /[\uD800-\uDBFF]/;

export function toUnits(text) {
  if (!WIDE.test(text)) return (offset) => offset;
  const units = [0];
  for (const letter of text) units.push(units[units.length - 1] + letter.length);
  return (offset) => units[offset] ?? text.length;
}

export function toPoints(text) {
  if (!WIDE.test(text)) return (unit) => unit;
  return (unit) => Array.from(text.slice(0, unit)).length;
}

const LOWEST = 11;

export const keyOf = (item) => `${item.turn}:${item.start}-${item.stop}/${item.code}`;

export const inOrder = (items) => items.sort((a, b) =>
  a.turn - b.turn || a.start - b.start || b.stop - a.stop || a.code.localeCompare(b.code));

export function itemsOf(state) {
  const coded = state.codings.map((coding) => ({ ...coding, kind: "codering" }));
  const taken = new Set(coded.map(keyOf));
  const proposed = state.suggestions
    .filter((one) => one.status === "nieuw" && !taken.has(keyOf(one)))
    .map((one) => ({ ...one, kind: "voorstel" }));
  return [...coded, ...proposed];
}

export function segments(text, items) {
  const units = toUnits(text);
  const placed = lanes(items.map((item) => ({ item, from: units(item.start), to: units(item.stop) })));
  const cuts = [...new Set([0, text.length, ...placed.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => ({
    text: text.slice(from, cuts[index + 1]),
    items: placed.filter((one) => one.from <= from && one.to >= cuts[index + 1]),
  }));
}

// Each passage gets the highest line that is free under all its words, and keeps it.
function lanes(placed) {
  placed.forEach((one, at) => {
    const taken = placed.slice(0, at).filter((other) => other.from < one.to && other.to > one.from).map((other) => other.lane);
    one.lane = 0;
    while (taken.includes(one.lane) && one.lane < LOWEST) one.lane += 1;
  });
  return placed;
}

export function words(text) {
  return Array.from(text.matchAll(/\S+/g), (match) => [match.index, match.index + match[0].length]);
}
