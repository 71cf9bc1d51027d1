// The screen in a cell: what a notebook would otherwise do with its keys and links.

import { button } from "./dom.js";

export function live(app, first, parts) {
  const visited = [];
  const back = button("Terug", () => { visited.pop(); show(); }, { hidden: true });
  const show = () => {
    back.hidden = visited.length < 2;
    return app.show(...visited.at(-1));
  };
  app.open = (place) => { visited.push(parts(place)); return show(); };
  app.root.querySelector(".kop").prepend(back);
  keepKeys(app.root);
  app.root.addEventListener("click", (event) => followInside(app, event));
  return app.open(first);
}

// JupyterLab looks for this mark on the element with the focus, before it takes a key for itself.
function keepKeys(root) {
  root.dataset.lmSuppressShortcuts = "true";
  root.addEventListener("focusin", (event) => { event.target.dataset.lmSuppressShortcuts = "true"; });
}

function followInside(app, event) {
  const link = event.target.closest("a[href^='#']");
  if (!link || event.defaultPrevented) return;
  event.preventDefault();
  app.open(link.getAttribute("href").slice(1));
}
