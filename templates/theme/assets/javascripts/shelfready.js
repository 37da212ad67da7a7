/* Shows the copy buttons, which need a script, and copies their text. Everything else works without this file. */
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
