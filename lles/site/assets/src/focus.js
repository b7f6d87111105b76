// Remembers in which box of the form the reader was, and puts the cursor back when the page is shown again.

const boxes = "input:not([type=hidden]), textarea, select";

export function keepFocus() {
  const form = document.getElementById("page-form");
  form?.addEventListener("focusin", (event) => {
    if (event.target.matches(boxes) && event.target.id) form.elements["kept-focus"].value = event.target.id;
  });
  const box = document.getElementById(document.body.dataset.focus ?? "");
  if (!box) return;
  box.focus();
  if (box.matches("textarea, input[type=text]")) box.setSelectionRange(box.value.length, box.value.length);
}
