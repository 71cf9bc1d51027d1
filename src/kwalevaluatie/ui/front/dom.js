// Elements out of plain values; text is always text, never markup.

export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else if (name === "data") Object.assign(element.dataset, value);
    else if (["value", "checked", "hidden", "disabled", "open"].includes(name)) element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export function replace(element, ...children) {
  element.replaceChildren(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
}

export function button(label, onclick, props = {}) {
  return h("button", { type: "button", onclick, ...props }, label);
}

export function field(label, control, note) {
  const id = control.id || (control.id = `veld-${(field.count = (field.count || 0) + 1)}`);
  return h("div", { class: "veld" }, h("label", { for: id }, label), control, note ? h("small", {}, note) : null);
}

export function table(caption, headings, rows) {
  return h("table", {},
    h("caption", {}, caption),
    h("thead", {}, h("tr", {}, headings.map((heading) => h("th", { scope: "col" }, heading)))),
    h("tbody", {}, rows.map((cells) => h("tr", {}, cells.map((cell, index) =>
      index ? h("td", {}, cell) : h("th", { scope: "row" }, cell))))));
}

export function dialog(root, title, content, buttons) {
  const before = document.activeElement;
  const heading = h("h2", { tabindex: "-1" }, title);
  const box = h("dialog", { class: "venster", "aria-label": title },
    heading, content, h("div", { class: "knoppen" }, buttons));
  box.addEventListener("close", () => {
    const lost = document.activeElement === document.body || box.contains(document.activeElement);
    box.remove();
    if (!lost) return;
    if (before && before.isConnected) before.focus();
    else root.focus();
  });
  root.append(box);
  box.showModal();
  if (box.scrollHeight > box.clientHeight) heading.focus();
  return box;
}

export function plural(count, one, many) {
  return `${count} ${count === 1 ? one : many}`;
}
