<<<<<<< HEAD
/* Shows the copy buttons, which need a script, and copies their text; puts buttons where the theme draws labels, which
   take no focus, so that the keyboard opens menu and search on a narrow screen. Everything else works without this file. */
=======
/* Shows the copy buttons, which need a script, and copies their text; lets the keyboard open menu and search on a narrow
   screen, where the theme draws labels that take no focus, and reach wide tables. Everything else works without this
   file. */
>>>>>>> proof
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
<<<<<<< HEAD
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
document.querySelector(".md-search")?.setAttribute("aria-label", "Search");
=======
const drawer = document.getElementById("__drawer");
const menu = document.querySelector(".md-sidebar--primary");
for (const label of document.querySelectorAll("label.md-header__button[for='__drawer'], label.md-header__button[for='__search']")) {
  const button = document.createElement("span"); /* a label itself may not be called a button */
  button.append(...label.childNodes);
  button.style.display = "block";
  button.tabIndex = 0;
  button.setAttribute("role", "button");
  button.setAttribute("aria-label", label.htmlFor === "__drawer" ? "Menu" : "Search");
  button.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      label.click();
      if (drawer?.checked) menu.querySelector("a").focus();
    }
  });
  label.append(button);
}
/* An open menu lies over the page: it ends when the focus leaves it, so that no focus is hidden below it. */
document.addEventListener("focusin", (event) => {
  if (drawer?.checked && !menu.contains(event.target) && event.target.closest("label")?.htmlFor !== "__drawer") drawer.click();
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !drawer?.checked) return;
  drawer.click();
  document.querySelector(".md-header__button[for='__drawer'] [role='button']").focus();
});
/* The theme lays a wide table into a box that scrolls, which the keyboard must be able to reach. */
addEventListener("load", () => {
  for (const box of document.querySelectorAll(".md-typeset__scrollwrap")) {
    box.tabIndex = 0;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", "Table");
  }
});
>>>>>>> proof
/* A folder that came by mail or was downloaded has no web server, which would open the index.html of an address. */
if (location.protocol === "file:") {
  for (const link of document.links) {
    if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  }
}
