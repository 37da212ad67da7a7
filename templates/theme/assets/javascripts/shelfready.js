/* Shows the copy buttons, which need a script, and copies their text; lets the keyboard open menu and search on a narrow
   screen, where the theme draws labels that take no focus. Everything else works without this file. */
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
for (const label of document.querySelectorAll("label.md-header__button[for='__drawer'], label.md-header__button[for='__search']")) {
  label.tabIndex = 0;
  label.setAttribute("role", "button");
  label.setAttribute("aria-label", label.htmlFor === "__drawer" ? "Menu" : "Search");
  label.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      label.click();
    }
  });
}
/* A folder that came by mail or was downloaded has no web server, which would open the index.html of an address. */
if (location.protocol === "file:") {
  for (const link of document.links) {
    if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  }
}
