"use strict";
// Unfolds abstracts, citations and cut lists of authors where they stand. Without it the same words are links.
(() => {
const words = document.querySelector("template.words").dataset;
const SHOWN = 2000; // ms

const make = (tag, text = "", attributes = {}) => {
  const node = Object.assign(document.createElement(tag), attributes);
  node.append(text);
  return node;
};

const texts = new Map(); // what was asked for, by its address
function asked(address) {
  const url = address.split("#")[0];
  if (!texts.has(url)) {
    const got = fetch(url).then((answer) => answer.ok ? answer.text() : Promise.reject(answer));
    got.catch(() => texts.delete(url));
    texts.set(url, got);
  }
  return texts.get(url);
}

// A part of a paper's page; addresses in it begin where that page is.
async function partOf(address, selector) {
  const page = new DOMParser().parseFromString(await asked(address), "text/html");
  const part = page.querySelector(selector);
  for (const link of part?.querySelectorAll("[href]") || []) link.href = new URL(link.getAttribute("href"), address).href;
  return part && document.adoptNode(part);
}

const paperOf = (node) => node.closest(".entry").querySelector("h3 a").href;

// The abstract of a long list: the link becomes what it is in short ones.
async function abstract(link) {
  const text = await partOf(link.href, "#abstract .body");
  if (!text) return location.assign(link.href);
  const fold = make("details", make("summary", link.textContent), { className: "fold" });
  fold.append(text);
  const cite = link.closest(".get").querySelector("details");
  if (cite) fold.name = cite.name = paperOf(link);
  link.replaceWith(fold);
  fold.open = true;
  fold.firstChild.focus();
}

async function authors(link) {
  const all = await partOf(link.href, ".by");
  if (!all) return location.assign(link.href);
  const line = link.closest(".by");
  line.replaceChildren(...all.childNodes);
  line.querySelector("a")?.focus();
}

// Cite: BibTeX comes from its file, all else from the paper's page.
function cite(fold) {
  const tabs = fold.querySelector(".tabs");
  if (!tabs || fold.querySelector(".cited")) return;
  const paper = paperOf(fold);
  const bib = tabs.querySelector("a");
  for (const [label, part] of [["APA", "#apa > p"], ["IEEE", "#ieee > p"], ["RIS", "#ris pre, #ris .get a"]]) {
    const tab = make("a", label, { href: paper });
    tab.dataset.part = part;
    tabs.append(" ", tab);
  }
  const cited = make("div", "", { className: "cited" });
  const said = make("span", "", { className: "unseen", role: "status" });
  cited.append(make("div"), make("button", words.copy, { type: "button", className: "copy" }), said);
  tabs.after(cited);
  show(bib);
}

async function show(tab) {
  const cited = tab.closest("details").querySelector(".cited");
  for (const other of tab.parentNode.querySelectorAll("a")) {
    other === tab ? other.setAttribute("aria-current", "true") : other.removeAttribute("aria-current");
  }
  let text;
  try {
    text = tab.dataset.part ? await partOf(tab.href, tab.dataset.part)
      : tab.pathname.endsWith(".bib") ? make("pre", (await asked(tab.href)).trim()) : await partOf(tab.href, "#bib pre");
    if (text?.href) text = make("pre", (await asked(text.href)).trim()); // a page of a long list has the file alone
  } catch { // from a disk, say
    text = null;
  }
  if (!tab.hasAttribute("aria-current")) return; // another was chosen meanwhile
  if (!text && tab.dataset.part) tab.remove();
  const link = make("p", make("a", tab.textContent, { href: tab.href }));
  cited.replaceChild(text || link, cited.firstElementChild);
  cited.querySelector(".copy").hidden = !text;
}

// Copies the text before the button; where the browser forbids it, the text is selected instead.
async function copy(button) {
  const text = button.previousElementSibling;
  let done = true;
  try {
    await navigator.clipboard.writeText(text.textContent);
  } catch {
    getSelection().selectAllChildren(text);
    done = document.execCommand("copy");
  }
  const said = done ? words.copied : words.selected;
  button.textContent = said;
  button.classList.toggle("done", done);
  button.nextElementSibling.textContent = said;
  clearTimeout(button.timer);
  button.timer = setTimeout(() => {
    button.textContent = words.copy;
    button.classList.remove("done");
    button.nextElementSibling.textContent = "";
  }, SHOWN);
}

document.addEventListener("click", (event) => {
  const { target } = event;
  if (target.matches(".copy")) return copy(target);
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !target.matches(".entry a")) return;
  const act = target.matches(".fold") ? abstract : target.matches(".more") ? authors : target.matches(".tabs a") && target.closest(".tabs").nextElementSibling ? show : null;
  if (!act) return;
  event.preventDefault();
  Promise.resolve(act(target)).catch(() => location.assign(target.href));
});
document.addEventListener("toggle", ({ target }) => {
  if (target.open && target.matches(".entry .fold")) cite(target);
}, true);
})();
