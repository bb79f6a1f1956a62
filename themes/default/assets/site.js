"use strict";
// Nothing here is needed to read: it remembers colours and copies citations.
(() => {
const root = document.documentElement;
const all = (where, what) => [...where.querySelectorAll(what)];

// Colours: as the device, or as the reader chose.
const chosen = () => { try { return localStorage.getItem("colours") || ""; } catch { return ""; } };
const remember = (value) => { try { localStorage.setItem("colours", value); } catch { /* for this page only, then */ } };
const paint = (value) => { root.dataset.scheme = value; };
paint(chosen()); // at once: this script stands in the head, before the first paint
addEventListener("storage", () => paint(chosen()));

function colours(button) {
  const say = () => {
    button.title = `${button.dataset.label}: ${button.dataset[root.dataset.scheme || "auto"]}`;
    button.setAttribute("aria-label", button.title);
  };
  button.addEventListener("click", () => {
    const order = matchMedia("(prefers-color-scheme: dark)").matches ? ["", "light", "dark"] : ["", "dark", "light"];
    paint(order[(order.indexOf(root.dataset.scheme) + 1) % 3]);
    remember(root.dataset.scheme);
    say();
  });
  say();
}

// Citations: one tap to copy; where the browser forbids it, the text is selected instead.
function copying(cite) {
  const said = cite.querySelector("[role=status]");
  cite.addEventListener("click", async ({ target }) => {
    if (!target.matches("[data-copy]")) return;
    const section = target.closest("section");
    const text = section.querySelector("pre, p");
    const say = (pattern) => { said.textContent = pattern.replace("{what}", section.querySelector("h3").textContent); };
    try {
      await navigator.clipboard.writeText(text.textContent);
      say(said.dataset.done);
    } catch {
      for (const fold of all(section, "details")) fold.open = true;
      getSelection().selectAllChildren(text);
      say(document.execCommand("copy") ? said.dataset.done : said.dataset.fail);
    }
  });
}

document.addEventListener("DOMContentLoaded", () => {
  for (const button of all(document, ".scheme")) colours(button);
  for (const cite of all(document, ".cite")) copying(cite);
});
})();
