// In pages of the preview only: shows what changed, what is wrong, and the way to the file.
(function () {
  "use strict";
  var me = document.currentScript;
  var scroll = "publist scroll " + location.pathname;
  var socket, wait = 250;

  function connect() {
    socket = new WebSocket((location.protocol === "https:" ? "wss://" : "ws://") + location.host + "/.publist/livereload");
    socket.onopen = function () {
      wait = 250;
      say({ command: "hello", protocols: ["http://livereload.com/protocols/official-7"] });
      say({ command: "info", url: location.href, print: me.dataset.print, styles: sheets().map(written) });
    };
    socket.onmessage = function (event) {
      var told = JSON.parse(event.data);
      if (told.command === "reload") { reload(); }
      if (told.command === "styles") { restyle(told.styles); }
      if (told.command === "notes") { note(told); }
    };
    socket.onclose = function () {
      setTimeout(connect, wait);
      wait = Math.min(wait * 2, 4000);
    };
  }

  function say(message) { socket.send(JSON.stringify(message)); }

  // The place on the page outlives a reload, also where the browser does not see to it.
  function reload() {
    sessionStorage.setItem(scroll, JSON.stringify([scrollX, scrollY]));
    location.reload();
  }

  function rescroll() {
    var kept = sessionStorage.getItem(scroll);
    sessionStorage.removeItem(scroll);
    if (kept) { scrollTo.apply(null, JSON.parse(kept)); }
  }

  function sheets() { return Array.prototype.slice.call(document.querySelectorAll("link[rel=stylesheet]")); }
  function written(link) { return link.getAttribute("href"); }

  // The old sheet stays until the new one is there: the page is never without.
  function restyle(hrefs) {
    sheets().forEach(function (old, index) {
      if (!hrefs[index] || written(old) === hrefs[index]) { return; }
      var link = old.cloneNode();
      link.href = hrefs[index];
      link.onload = link.onerror = function () { old.remove(); };
      old.after(link);
    });
  }

  var box;
  function shell() {
    if (box) { return box; }
    var host = document.createElement("publist-preview");
    box = host.attachShadow({ mode: "open" });
    var sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    box.adoptedStyleSheets = [sheet];
    document.documentElement.append(host);
    return box;
  }

  function make(name, className, children) {
    var node = document.createElement(name);
    node.className = className;
    node.append.apply(node, children);
    return node;
  }

  function link(href, text) {
    var node = make("a", "", [text]);
    node.href = href;
    return node;
  }

  function note(told) {
    var parts = [];
    if (told.problems.length) { parts.push(overlay(told.problems)); }
    if (told.doubts) { parts.push(doubts(told.doubts)); }
    if (told.remark) { parts.push(make("aside", "remark", [told.remark])); }
    if (told.edit) { parts.push(make("nav", "edit", [link(told.edit, "Edit")])); }
    shell().replaceChildren.apply(shell(), parts);
  }

  function overlay(problems) {
    var list = problems.map(function (problem) {
      var place = [problem.path, problem.line, problem.column].filter(Boolean).join(":");
      var parts = [make("h2", "", [problem.edit ? link(problem.edit, place) : place])];
      parts.push(make("p", "", [problem.message]));
      if (problem.before || problem.mark) {
        var number = make("span", "number", [problem.line + " "]);
        parts.push(make("pre", "", [number, problem.before, make("mark", "", [problem.mark]), problem.after]));
      }
      if (problem.hint) { parts.push(make("p", "hint", [problem.hint])); }
      return make("li", "", parts);
    });
    var close = make("button", "", ["Hide"]);
    close.type = "button";
    var title = problems.length === 1 ? "1 mistake" : problems.length + " mistakes";
    var node = make("section", "problems", [close, make("h1", "", [title]), make("ol", "", list)]);
    node.setAttribute("role", "alert");
    close.onclick = function () { node.remove(); };
    return node;
  }

  function doubts(told) {
    var parts = [make("b", "", ["Not yet checked: " + told.fields.join(", ") + "."])];
    told.readings.forEach(function (reading) { parts.push(make("p", "", [reading])); });
    var node = make("aside", "doubts", parts);
    node.setAttribute("aria-label", "Review");
    return node;
  }

  var STYLE = "\
    :host { all: initial; }\
    section, aside, nav { position: fixed; z-index: 2147483647; box-sizing: border-box; color-scheme: light dark;\
      font: 15px/1.5 system-ui, sans-serif; background: light-dark(#fff, #1c1c1f); color: light-dark(#1c1c1f, #f2f2f4); }\
    a { color: inherit; }\
    .edit { right: 0; bottom: 0; border-top-left-radius: 6px; border: 1px solid #8888; }\
    .edit a { display: block; padding: 6px 14px; min-height: 24px; }\
    .problems { inset: auto 0 0 0; max-height: 70vh; overflow: auto; padding: 12px 20px 20px; border-top: 4px solid #c22; }\
    .problems h1 { font-size: 16px; margin: 0; }\
    .problems ol { list-style: none; margin: 0; padding: 0; }\
    .problems h2 { font: 600 14px/1.5 ui-monospace, monospace; margin: 12px 0 0; overflow-wrap: anywhere; }\
    .problems p { margin: 2px 0; white-space: pre-wrap; overflow-wrap: anywhere; }\
    .problems pre { font: 14px/1.5 ui-monospace, monospace; margin: 6px 0; padding: 6px 10px; overflow: auto; background: #8882; }\
    .problems mark { background: #c22; color: #fff; }\
    .number { opacity: .7; user-select: none; }\
    .hint { opacity: .85; }\
    button { float: right; font: inherit; min-height: 28px; padding: 0 12px; }\
    .doubts { inset: auto 0 0 0; padding: 8px 90px 8px 20px; border-top: 4px solid #c80; max-height: 40vh; overflow: auto; }\
    .doubts p { margin: 2px 0; }\
    .remark { inset: auto auto 0 0; padding: 6px 14px; border: 1px solid #8888; border-top-right-radius: 6px; }\
    .doubts ~ .edit { border-color: transparent; }\
    @media print { :host { display: none; } }";

  addEventListener("load", rescroll);
  connect();
})();
