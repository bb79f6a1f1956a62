"use strict";
// A list in a frame of another page: takes its colours from ?theme=light or dark, and tells that page how high it is.
(() => {
const theme = new URLSearchParams(location.search).get("theme");
if (theme === "light" || theme === "dark") document.documentElement.dataset.scheme = theme;
if (parent === window) return;
let told = 0;
const tell = () => {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  if (height === told) return;
  told = height;
  // To any page: the height of a public list is no secret. The page must look who says it (docs/embed.md).
  parent.postMessage({ type: "publist:height", height }, "*");
};
addEventListener("DOMContentLoaded", () => new ResizeObserver(tell).observe(document.body));
})();
