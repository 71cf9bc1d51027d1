// Where on the screen something may stand to be read at ease, and bringing it there.

const HIGHEST = 0.12;
const LOWEST_SEEN = 0.75;
const ABOVE_PANEL = 0.55;
let lookedAt = null;

// Scrolls only when that is needed: a page that keeps still is easier to follow. What was not drawn
// before may turn out higher on the way, so where it ends is looked at again.
export function bringIntoSight(element, behavior) {
  lookedAt = element;
  if (atEase(element)) return;
  scrollThere(element, behavior);
  if (behavior !== "instant") addEventListener("scrollend", () => settleThere(element), { once: true, capture: true });
}

function settleThere(element) {
  if (lookedAt === element && !atEase(element)) scrollThere(element, "instant");
}

function scrollThere(element, behavior) {
  const tall = element.getBoundingClientRect().height > innerHeight / 2;
  element.scrollIntoView({ block: tall ? "start" : "center", behavior });
}

function atEase(element) {
  const inCell = element.closest(".in-cell .gesprek")?.getBoundingClientRect();
  const [top, height] = inCell ? [inCell.top, inCell.height] : [0, innerHeight];
  const lowest = matchMedia("(max-width: 60rem)").matches ? ABOVE_PANEL : LOWEST_SEEN;
  const place = element.getBoundingClientRect();
  return place.top >= top + HIGHEST * height && place.bottom <= top + lowest * height;
}
