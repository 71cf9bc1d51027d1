// What was decided and is not on disk yet: kept in the browser until it is.

export class Outbox {
  constructor(key, storage) {
    Object.assign(this, { prefix: `kwal/${key}/`, storage, count: 0 });
  }

  put(verb, given) {
    this.count += 1;
    const place = `${this.prefix}${Date.now()}-${String(this.count).padStart(6, "0")}-${Math.random().toString(36).slice(2, 8)}`;
    ifItMay(() => this.storage.setItem(place, JSON.stringify({ verb, given })));
    return place;
  }

  take(place) {
    ifItMay(() => this.storage.removeItem(place));
  }

  left() {
    const places = ifItMay(() => Object.keys(this.storage).filter((place) => place.startsWith(this.prefix)).sort()) || [];
    return places.map((place) => ({ place, ...ifItMay(() => JSON.parse(this.storage.getItem(place))) })).filter((one) => one.verb);
  }
}

// A browser may refuse to keep anything; then what is not sent stands on the screen alone.
function ifItMay(act) {
  try {
    return act();
  } catch {
    return undefined;
  }
}
