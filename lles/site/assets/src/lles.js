// Starts the components and the small parts of the frame. Every page works without any of this.
import { keepTyped } from "./drafts.js";
import { keepFocus } from "./focus.js";
import { watchKeys } from "./keys.js";
import { watchSession } from "./session.js";

const { govuk, moj } = document.getElementById("lles-script").dataset;

async function startComponents() {
  const { initAll } = await import(govuk);
  initAll();
  nameUploads();
  choiceAlone();
  for (const event of ["click", "pageshow"]) window.addEventListener(event, choiceAlone);
  document.addEventListener("htmx:afterSettle", (event) => initAll({ scope: event.target }));
  if (document.querySelector("[data-module^='moj-']")) {
    const components = await import(moj);
    components.initAll();
  }
}

// The component puts an unseen comma into the name of its button, so that the name no longer holds the words one sees.
function nameUploads() {
  for (const comma of document.querySelectorAll(".govuk-file-upload-button [id$='-comma']")) {
    const button = comma.closest("button");
    button.setAttribute("aria-labelledby", button.getAttribute("aria-labelledby").replace(comma.id, ""));
    comma.remove();
  }
}

// A radio is chosen or not; that it is open or closed, which the component says of it at each choice, no radio can be.
function choiceAlone() {
  for (const radio of document.querySelectorAll(".govuk-radios__input[aria-expanded]")) radio.removeAttribute("aria-expanded");
}

function sendAtOnce() {
  document.querySelector("form[data-send-at-once]")?.submit();
}

function closeMenusElsewhere() {
  document.querySelectorAll(".lles-person, .lles-more").forEach((menu) => {
    document.addEventListener("click", (event) => {
      if (menu.open && !menu.contains(event.target)) menu.open = false;
    });
    menu.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        menu.open = false;
        menu.querySelector("summary").focus();
      }
    });
  });
}

keepFocus();
watchKeys();
watchSession();
keepTyped();
closeMenusElsewhere();
sendAtOnce();
startComponents();
