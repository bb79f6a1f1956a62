"use strict";
(() => {
  const root = document.documentElement;
  const store = {
    get: () => { try { return localStorage.getItem("colours"); } catch { return null; } },
    set: (value) => { try { value ? localStorage.setItem("colours", value) : localStorage.removeItem("colours"); } catch { /* remembered for this page only */ } },
  };
  const paint = (scheme) => scheme ? root.dataset.scheme = scheme : delete root.dataset.scheme;
  paint(store.get()); // before the first paint: this script stands in the head
})();
