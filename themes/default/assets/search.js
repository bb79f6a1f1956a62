"use strict";
// Searches titles and abstracts in an index that Pagefind made; it is fetched when somebody begins to search.
(() => {
const AT_ONCE = 20;
const list = document.querySelector("[data-pagefind]");
const form = list.querySelector("form");
const { q } = form.elements;
const status = form.querySelector("[role=status]");
const words = status.dataset;
const entries = list.querySelector(".entries");
const more = list.querySelector(".hint button");
let engine;
let asked = 0; // an answer that comes late is not shown
let left = [];

const make = (tag, className, ...content) => {
  const node = Object.assign(document.createElement(tag), { className });
  node.append(...content);
  return node;
};
const load = () => (engine ??= import(new URL(list.dataset.pagefind, location.href)));

// Pagefind marks the words that it found in a piece of HTML: its text and its marks are taken, nothing else.
function excerpt(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html").body;
  return [...parsed.childNodes].map((node) => node.localName === "mark" ? make("mark", "", node.textContent) : node.textContent);
}

function entry({ meta, excerpt: html }) {
  const title = make("h3", "", Object.assign(make("a", "", meta.title), { href: list.dataset.root + meta.path }));
  const facts = make("div", "meta", ...["venue", "date"].filter((name) => meta[name]).map((name) => make("span", name === "venue" ? "in" : "", meta[name])));
  return make("li", "entry", title, make("div", "by", meta.authors || ""), facts, make("p", "found", ...excerpt(html)));
}

async function show(turn) {
  const found = await Promise.all(left.splice(0, AT_ONCE).map((result) => result.data()));
  if (turn !== asked) return;
  entries.append(...found.map(entry));
  more.hidden = !left.length;
}

async function search() {
  const query = q.value.trim();
  const turn = ++asked;
  history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
  const clear = () => { entries.replaceChildren(); more.hidden = true; };
  if (!query) { clear(); status.textContent = ""; return; }
  try {
    status.textContent ||= words.wait;
    const found = await (await load()).debouncedSearch(query, {}, 120);
    if (turn !== asked || !found) return;
    clear();
    left = found.results;
    status.textContent = (left.length ? words.some : words.none).replace("{n}", left.length).replace("{query}", query);
    await show(turn);
  } catch {
    engine = undefined;
    status.textContent = words.fail;
  }
}

const titles = () => [...entries.querySelectorAll("h3 a")];
form.addEventListener("input", search);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  titles()[0]?.focus();
});
q.addEventListener("focus", () => load().catch(() => { engine = undefined; }), { once: true });
more.addEventListener("click", async () => {
  const last = titles().length;
  await show(asked);
  titles()[last]?.focus();
});
list.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.isComposing) {
    event.preventDefault();
    if (document.activeElement === q) q.value = "";
    q.focus();
    search();
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !event.target.matches("[type=search], h3 a")) return;
  const stops = [q, ...titles()];
  event.preventDefault();
  stops[stops.indexOf(event.target) + step]?.focus();
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input")) return;
  event.preventDefault();
  q.focus();
  q.select();
});
const given = new URLSearchParams(location.search).get("q");
if (given) {
  q.value = given;
  search();
}
})();
