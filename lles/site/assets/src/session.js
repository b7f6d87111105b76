// Warns two minutes before the session ends, and leaves the page when it does. Typing counts as being there.
import { leaveSignedOut } from "./drafts.js";

const WARNING = 120;
const ASK_EVERY = 300; // one who types is asked after by the page, so that long notes do not end the session

export function watchSession() {
  const { idle, whole, stay } = document.body.dataset;
  const warning = document.getElementById("session-warning");
  if (!stay || !warning) return;

  let ends = moments(Number(idle), Number(whole));
  let typedAt = 0;
  let toldAt = now();
  let seenWarningOfWhole = false;

  document.addEventListener("input", () => { typedAt = now(); });
  warning.querySelector("[data-act=stay]").addEventListener("click", async () => {
    warning.close();
    await ask("POST");
  });
  warning.querySelector("[data-act=close]").addEventListener("click", () => warning.close());
  setInterval(look, 1000);
  document.addEventListener("visibilitychange", async () => {
    if (!document.hidden) await ask("GET"); // somebody may have signed out in another tab
    look();
  });

  async function look() {
    if (typedAt > toldAt && now() - toldAt > ASK_EVERY) await ask("POST");
    const left = Math.min(ends.idle, ends.whole) - now();
    if (left <= 0) return finish();
    if (left <= WARNING && !warning.open) await warn();
  }

  async function warn() {
    const kind = ends.whole <= ends.idle ? "whole" : "idle";
    if (kind === "whole" && seenWarningOfWhole) return;
    await ask("GET"); // another tab may have been busy
    if (Math.min(ends.idle, ends.whole) - now() > WARNING) return;
    seenWarningOfWhole = seenWarningOfWhole || kind === "whole";
    for (const part of warning.querySelectorAll("[data-when]")) part.hidden = part.dataset.when !== kind;
    warning.showModal();
  }

  async function ask(method) {
    toldAt = now();
    try {
      const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
      const answer = await fetch(stay, { method, headers: { "X-CSRFToken": token, Accept: "application/json" } });
      const left = answer.redirected || !answer.ok ? { idle: 0, whole: 0 } : await answer.json();
      ends = moments(left.idle, left.whole);
      return true;
    } catch {
      return false; // the network is away
    }
  }

  async function finish() {
    const answered = await ask("GET");
    if (!answered || Math.min(ends.idle, ends.whole) - now() > 0) return;
    leaveSignedOut();
  }
}

function now() {
  return Date.now() / 1000;
}

function moments(idle, whole) {
  return { idle: now() + idle, whole: now() + whole };
}
