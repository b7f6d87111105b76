// A page with unsent text asks before it is left.

let sending = false;

export function hasUnsentText() {
  return document.getElementById("page-form")?.dataset.changed === "yes";
}

export function leaveInPeace() {
  sending = true;
}

export function warnOfUnsentText() {
  const form = document.getElementById("page-form");
  form?.addEventListener("input", () => { form.dataset.changed = "yes"; });
  if (document.body.dataset.focus) form?.setAttribute("data-changed", "yes");
  document.addEventListener("submit", leaveInPeace);
  window.addEventListener("beforeunload", (event) => {
    if (hasUnsentText() && !sending) event.preventDefault();
  });
}
