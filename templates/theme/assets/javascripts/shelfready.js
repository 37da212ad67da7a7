/* Shows the copy buttons, which need a script, and copies their text; puts buttons where the theme draws labels, which
   take no focus, so that the keyboard opens menu and search on a narrow screen; lets it reach wide tables. Everything
   else works without this file. */
"use strict";
for (const button of document.querySelectorAll("[data-shelf-copy]")) {
  if (!navigator.clipboard) break;
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(button.dataset.shelfCopy);
      button.textContent = "Copied";
    } catch {
      button.textContent = "Copying is not allowed here";
    }
    setTimeout(() => { button.textContent = label; }, 2500);
  });
}
for (const label of document.querySelectorAll("label.md-header__button[for]")) {
  const toggle = document.getElementById(label.htmlFor);
  const button = document.createElement("button");
  button.type = "button";
  button.className = `${label.className} shelf-toggle${label.htmlFor}`;
  button.setAttribute("aria-label", label.htmlFor === "__drawer" ? "Menu" : "Search");
  button.setAttribute("aria-expanded", "false");
  button.append(...label.childNodes);
  button.addEventListener("click", () => {
    toggle.click();
    if (label.htmlFor === "__search") document.querySelector(".md-search__input").focus();
  });
  toggle.addEventListener("change", () => button.setAttribute("aria-expanded", String(toggle.checked)));
  label.replaceWith(button);
}
/* An open menu lies over the page: it takes the focus, and ends when the focus leaves it, so that none is hidden below. */
const drawer = document.getElementById("__drawer");
const menu = document.querySelector(".md-sidebar--primary");
const opener = document.querySelector(".shelf-toggle__drawer");
if (drawer && menu && opener) {
  opener.addEventListener("click", () => { if (drawer.checked) menu.querySelector("a").focus(); });
  document.addEventListener("focusin", (event) => {
    if (drawer.checked && event.target !== opener && !menu.contains(event.target)) drawer.click();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer.checked) return;
    drawer.click();
    opener.focus();
  });
}
/* The theme lays a wide table into a box that scrolls, which the keyboard must be able to reach. */
addEventListener("load", () => {
  for (const box of document.querySelectorAll(".md-typeset__scrollwrap")) {
    box.tabIndex = 0;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", "Table");
  }
});
/* A folder that came by mail or was downloaded has no web server, which would open the index.html of an address. */
if (location.protocol === "file:") {
  for (const link of document.links) {
    if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  }
}
