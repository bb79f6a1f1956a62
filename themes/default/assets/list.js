"use strict";
// Filters lists. Nothing here is needed to read them.
(() => {
const root = document.documentElement;
const all = (where, what) => [...where.querySelectorAll(what)];

// Letters as a reader types them: without accents, case and punctuation.
const PLAIN = { ø: "o", ł: "l", đ: "d", ð: "d", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th" };
const fold = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "")
  .replace(/[øłđðıßæœþ]/g, (letter) => PLAIN[letter]).replace(/[^\p{L}\p{N}]+/gu, " ").trim();

const make = (tag, text = "", attributes = {}) => {
  const node = Object.assign(document.createElement(tag), attributes);
  node.append(text);
  return node;
};

const spoken = (date) => date.length < 5 ? date : new Intl.DateTimeFormat(root.lang === "en" ? "en-GB" : root.lang, {
  numberingSystem: "latn", year: "numeric", month: date[4] && "long", day: date[7] && "numeric", timeZone: "UTC",
}).format(new Date(date));

// What is known of a paper on the page.
function shown(entry) {
  const text = all(entry, "h3, .by, .meta").map((part) => part.textContent).join(" ");
  return {
    entry,
    text: fold(text),
    topics: all(entry, ".meta a:not(.in)").map((link) => link.textContent),
    year: entry.querySelector("time")?.dateTime.slice(0, 4) || "",
    has: all(entry, "[data-kind]").map((link) => link.dataset.kind),
  };
}

// What is known of the papers on other pages. The index of the list:
// {people, venues, topics: [[name, path]], owner: [person],
//  papers: [[path, title, [person], venue or -1, ISO date, [topic], 1 PDF + 2 code + 4 et al.]]}
function listed(index, scope) {
  const here = ([, path]) => path.replace(/\/$/, "") === scope;
  const [person, venue, topic] = [index.people, index.venues, index.topics].map((terms) => terms.findIndex(here));
  const year = scope.startsWith("years/") ? scope.slice(6) : "";
  const within = ([, , people, at, date, about]) => !scope || (person >= 0 && people.includes(person))
    || (venue >= 0 && at === venue) || (topic >= 0 && about.includes(topic)) || (year && date.startsWith(year));
  return index.papers.filter(within).map((row) => {
    const [, title, people, at, date, about, marks] = row;
    const topics = about.map((i) => index.topics[i][0]);
    const names = people.map((i) => index.people[i][0]);
    return {
      row, topics,
      text: fold([title, ...names, index.venues[at]?.[0] || "", ...topics, date].join(" ")),
      year: date.slice(0, 4),
      has: [marks & 1 && "pdf", marks & 2 && "code"],
    };
  });
}

const MOST = 50; // drawn at once: enough to see, few enough to keep up with the fingers

function filtering(list) {
  const form = list.querySelector("form");
  const { q, topic, year } = form.elements;
  const buttons = all(form, "button");
  const status = form.querySelector("[role=status]");
  const words = status.dataset;
  const hint = list.querySelector(".hint");
  const groups = all(list, ".group");
  const pager = list.querySelector(".pager");
  const everything = status.textContent;
  const results = make("div");
  hint.after(results);
  let papers = all(list, ".entry").map(shown);
  let index = null;
  let asked = null;
  let now = {};

  const active = () => [...(now.q ? ["q"] : []), ...(now.topic ? ["topic"] : []), ...(now.year ? ["year"] : []), ...now.has];
  const without = (name) => ({ ...now, ...(name in now ? { [name]: "" } : {}), has: now.has.filter((kind) => kind !== name) });
  const named = (name) => now[name] || buttons.find((button) => button.value === name).textContent;

  function found(state) {
    const parts = state.q.split(/\s+/).map(fold).filter(Boolean);
    return papers.filter((paper) => parts.every((part) => paper.text.includes(part))
      && (!state.topic || paper.topics.includes(state.topic))
      && (!state.year || paper.year === state.year)
      && state.has.every((kind) => paper.has.includes(kind)));
  }

  function offer() { // the topics and years there are to choose from, the most frequent topic first
    const fill = (select, values, byCount) => {
      const counts = new Map();
      for (const value of values) if (value) counts.set(value, (counts.get(value) || 0) + 1);
      const order = [...counts].sort((a, b) => byCount ? b[1] - a[1] : a[0] < b[0] ? 1 : -1);
      const value = select.value;
      select.length = 1;
      for (const [name, n] of order) select.append(make("option", `${name} (${n})`, { value: name }));
      choose(select, value);
    };
    fill(topic, papers.flatMap((paper) => paper.topics), true);
    fill(year, papers.map((paper) => paper.year), false);
  }

  function choose(select, value) { // an address may name what this page does not have
    if (value && ![...select.options].some((option) => option.value === value)) select.append(make("option", value, { value }));
    select.value = value;
    select.classList.toggle("on", Boolean(value));
  }

  function show() {
    choose(topic, now.topic);
    choose(year, now.year);
    for (const button of buttons) button.setAttribute("aria-pressed", now.has.includes(button.value));
    const on = active().length > 0;
    const hits = found(now);
    if (index) draw(on ? hits : []);
    else mark(new Set(hits));
    if (pager) pager.hidden = on;
    status.textContent = on ? words.some.replace("{n}", hits.length).replace("{total}", papers.length) : everything;
    explain(on && !hits.length, index && on ? hits.length - MOST : 0);
  }

  function mark(hits) {
    const last = now.q.split(/\s+/).map(fold).filter(Boolean);
    for (const paper of papers) {
      paper.entry.hidden = !hits.has(paper);
      const rest = paper.entry.querySelector("details");
      if (rest) rest.open = last.some((part) => fold(rest.textContent).includes(part));
    }
    for (const group of groups) group.hidden = !group.querySelector(".entry:not([hidden])");
  }

  function draw(hits) {
    for (const group of groups) group.hidden = active().length > 0;
    let of = null;
    let entries;
    const drawn = [];
    for (const paper of hits.slice(0, MOST)) {
      if (paper.year !== of) {
        const group = make("section", make("h2", paper.year || words.undated), { className: "group" });
        entries = make("ol", "", { className: "entries" });
        group.append(entries);
        drawn.push(group);
        of = paper.year;
      }
      entries.append(paper.drawn ??= entry(paper.row));
    }
    results.replaceChildren(...drawn);
  }

  function entry([path, title, people, at, date, about, marks]) {
    const link = (text, to, className = "") => make("a", text, { href: list.dataset.root + to, className });
    const by = make("div", "", { className: "by" });
    people.slice(0, 10).forEach((i, n) => by.append(n ? ", " : "", link(...index.people[i], index.owner?.includes(i) ? "me" : "")));
    if (people.length > 10 || marks & 4) by.append(" ", make("i", words.etal));
    const meta = make("div", "", { className: "meta" });
    if (at >= 0) meta.append(link(...index.venues[at], "in"));
    if (date) meta.append(make("time", spoken(date), { dateTime: date }));
    for (const i of about) meta.append(link(...index.topics[i]));
    const item = make("li", make("h3", link(title, path)), { className: "entry" });
    item.append(by, meta);
    return item;
  }

  function explain(nothing, more) { // which filter to drop
    hint.replaceChildren();
    if (more > 0) hint.append(make("p", words.more.replace("{n}", more)));
    if (!nothing) return;
    hint.append(make("p", words.none));
    for (const name of active().length > 1 ? active() : []) {
      const n = found(without(name)).length;
      const text = words.drop.replace("{filter}", named(name)).replace("{n}", n);
      if (n) hint.append(make("button", text, { type: "button", onclick: () => set(without(name), true) }));
    }
    hint.append(make("button", words.clear, { type: "button", onclick: clear }));
  }

  // The state is in the address: to share, to come back to.
  function read() {
    const given = new URLSearchParams(location.search);
    const get = (name) => given.get(name) || "";
    now = { q: get("q"), topic: get("topic"), year: get("year"), has: given.getAll("has") };
    now.has = buttons.map((button) => button.value).filter((kind) => now.has.includes(kind));
    q.value = now.q;
    show();
  }
  let writing;
  function set(state, push) {
    const first = !active().length; // the first letter makes a step for Back, the next ones do not
    now = state;
    if (q.value !== now.q) q.value = now.q;
    show();
    clearTimeout(writing);
    if (push || first) write("pushState");
    else writing = setTimeout(write, 300, "replaceState");
  }
  function write(how) {
    const given = new URLSearchParams();
    for (const name of ["q", "topic", "year"]) if (now[name]) given.set(name, now[name]);
    for (const kind of now.has) given.append("has", kind);
    history[how](null, "", `${location.pathname}${given.size ? `?${given}` : ""}`);
  }
  function clear() {
    set({ q: "", topic: "", year: "", has: [] }, true);
    q.focus();
  }

  function load() { // the rest of a paged list
    asked ??= fetch(list.dataset.index).then((answer) => answer.json()).then((data) => {
      const rows = listed(data, list.dataset.scope.replace(/^\/|\/$/g, ""));
      mark(new Set(papers));
      index = data;
      papers = rows;
      offer();
      show();
    }).catch(() => hint.replaceChildren(make("p", words.here)));
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const links = titles();
    if (links.length === 1) links[0].click();
    else links[0]?.focus();
  });
  form.addEventListener("input", ({ target }) => set({ ...now, q: q.value, topic: topic.value, year: year.value }, target !== q));
  form.addEventListener("click", ({ target: { name, value } }) => {
    if (name === "has") set({ ...now, has: now.has.includes(value) ? now.has.filter((kind) => kind !== value) : [...now.has, value] }, true);
  });
  const titles = () => all(list, ".entry h3 a").filter((link) => link.checkVisibility());
  list.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing) {
      event.preventDefault();
      if (active().length) clear();
      else document.activeElement === q ? q.blur() : q.focus();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !event.target.matches("[type=search], h3 a")) return;
    const stops = [q, ...titles()];
    event.preventDefault();
    stops[stops.indexOf(event.target) + step]?.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    q.focus();
    q.select();
  });
  addEventListener("popstate", read);
  read();
  const ready = pager ? load : offer; // once somebody comes near: most readers only read
  for (const what of ["focusin", "pointerover"]) form.addEventListener(what, ready, { once: true });
  if (pager && active().length) load();
}

for (const list of all(document, ".list:has(.filter)")) filtering(list);
})();
