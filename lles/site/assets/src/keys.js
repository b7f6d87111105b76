// Shortcuts of single keys: / goes to Find, g then t to Today. They can be turned off, and never act while one types.

const writing = "input, textarea, select, [contenteditable]";

export function watchKeys() {
  const { keys, home } = document.body.dataset;
  if (keys !== "on") return;
  let before = "";
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest(writing)) return;
    const find = document.getElementById("find");
    if (event.key === "/" && find) {
      event.preventDefault();
      find.focus();
    } else if (before === "g" && event.key === "t") {
      window.location.assign(home);
    }
    before = event.key;
  });
}
