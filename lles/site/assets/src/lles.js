// Starts the components and the small parts of the frame. Every page works without any of this.
import { keepFocus } from "./focus.js";
import { watchKeys } from "./keys.js";
import { watchSession } from "./session.js";
import { warnOfUnsentText } from "./unsent.js";

const { govuk, moj } = document.getElementById("lles-script").dataset;

async function startComponents() {
  const { initAll } = await import(govuk);
  initAll();
  if (document.querySelector("[data-module^='moj-']")) {
    const components = await import(moj);
    components.initAll();
  }
}

function sendAtOnce() {
  document.querySelector("form[data-send-at-once]")?.submit();
}

function closeMenusElsewhere() {
  const menu = document.querySelector(".lles-person");
  document.addEventListener("click", (event) => {
    if (menu?.open && !menu.contains(event.target)) menu.open = false;
  });
  menu?.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
}

keepFocus();
watchKeys();
watchSession();
warnOfUnsentText();
closeMenusElsewhere();
sendAtOnce();
startComponents();
