// What is typed is not lost. A form with a draft saves it while one types; any other asks before it is left with text
// in it. When the session has ended the form is sent, so that the server keeps its text and the names leave the screen.

const PAUSE = 700; // after the last keystroke
const AT_LATEST = 1500; // after the first one that is not saved: with the way to the server, less than two seconds
const AGAIN = 2000;
const PATIENCE = 10000;

const MEASURE = 3000; // how long a letter has become is asked in a pause: it has to be set for that
const BREATH = 1500; // nobody is led away between two letters

let sending = false;
let typedAt = 0;
let leaving;
let measuring;

function leaveInPeace() {
  sending = true;
  setTimeout(() => { sending = false; }, PATIENCE); // if the page is still here then, it was not left
}

export function keepTyped() {
  const form = pageForm();
  if (!form) return;
  form.addEventListener("input", () => {
    form.dataset.changed = "yes";
    typedAt = Date.now();
  });
  if (document.body.dataset.focus) form.dataset.changed = "yes";
  document.addEventListener("submit", leaveInPeace);
  window.addEventListener("beforeunload", (event) => {
    if (form.dataset.changed === "yes" && !sending) event.preventDefault();
  });
  if (form.dataset.draft) saveWhileTyping(form);
}

// The session is over: at the first pause, what was typed goes with its reader to the page of signing in, and comes back.
export function leaveSignedOut() {
  clearTimeout(leaving);
  const pause = typedAt + BREATH - Date.now();
  if (pause > 0) return void (leaving = setTimeout(leaveSignedOut, pause));
  leaveInPeace();
  const form = pageForm();
  if (!typedAt && form?.dataset.changed !== "yes") {
    const here = window.location.pathname + window.location.search;
    return window.location.replace(`${document.body.dataset.signin}?next=${encodeURIComponent(here)}`);
  }
  const again = document.createElement("input");
  Object.assign(again, { type: "hidden", name: "shown-again", value: document.documentElement.lang });
  form.append(again);
  form.submit();
}

function saveWhileTyping(form) {
  const sheet = form.dataset.sheet || newSheet();
  const line = form.querySelector("[data-saved]");
  const alarm = form.querySelector("[data-not-saved]");
  let { revision } = form.dataset;
  let unsavedSince = null;
  let turn = 0;
  let timer;
  let busy = false;
  let stopped = false;

  form.addEventListener("formdata", ({ formData }) => {
    turn = Math.max(turn + 1, Date.now());
    formData.set("draft-revision", revision);
    formData.set("draft-sheet", sheet);
    formData.set("draft-turn", turn);
  });
  form.addEventListener("input", typed);
  form.addEventListener("submit", goingAway);
  window.addEventListener("pagehide", goingAway);
  document.addEventListener("visibilitychange", () => { if (document.hidden && unsavedSince) save(); });
  if ("unsaved" in form.dataset) typed();

  function typed() {
    unsavedSince ??= Date.now();
    const left = unsavedSince + AT_LATEST - Date.now();
    clearTimeout(timer);
    timer = setTimeout(save, Math.max(0, Math.min(PAUSE, left)));
  }

  async function save() {
    if (busy || stopped || sending) return;
    busy = true;
    const since = unsavedSince;
    unsavedSince = null;
    const wasSaved = await saved();
    busy = false;
    if (!wasSaved) unsavedSince ??= since;
    if (wasSaved && unsavedSince === null) {
      form.dataset.changed = "no";
      measureInAPause(form);
    } else if (wasSaved) typed();
    else setTimeout(save, AGAIN);
  }

  async function saved() {
    try {
      return await understood(await send(), true);
    } catch {
      return said(false, form.dataset.away);
    }
  }

  async function understood(answer, first) {
    const words = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : {};
    if (answer.ok && words.revision) revision = words.revision;
    if (answer.status === 401) leaveSignedOut();
    if (answer.status === 403 && !words.says && first && (await newToken(form))) return understood(await send(), false);
    if ([401, 409].includes(answer.status) || (answer.status === 403 && words.says)) stopped = true;
    return said(answer.ok, words.says ?? form.dataset.away);
  }

  function said(well, words) {
    if (well) line.textContent = words;
    else if (alarm.textContent !== words) alarm.textContent = words;
    if (well) alarm.textContent = "";
    alarm.hidden = well;
    return well;
  }

  function send(keepalive = false) {
    const body = new FormData(form);
    body.delete("kept-for");
    for (const [name, value] of [...body]) if (value instanceof File) body.delete(name);
    const signal = keepalive ? undefined : AbortSignal.timeout(PATIENCE);
    return fetch(form.dataset.draft, { method: "POST", body, keepalive, signal, headers: { Accept: "application/json" } });
  }

  // What is on its way may be broken off with the page, so it goes once more; the server takes the later turn.
  function goingAway() {
    if ((unsavedSince === null && !busy) || stopped) return;
    unsavedSince = null;
    send(true).catch(() => {});
  }
}

function measureInAPause(form) {
  const place = document.querySelector("[data-length]");
  if (!form.dataset.measure || !place) return;
  clearTimeout(measuring);
  measuring = setTimeout(async () => {
    try {
      const answer = await fetch(form.dataset.measure, { headers: { Accept: "application/json" } });
      if (answer.ok && !answer.redirected) place.textContent = (await answer.json()).says;
    } catch { /* the last length stands */ }
  }, MEASURE);
}

// After signing in in another tab the form needs the new token.
async function newToken(form) {
  const answer = await fetch(document.body.dataset.stay, { headers: { Accept: "application/json" } });
  const { token } = answer.redirected || !answer.ok ? {} : await answer.json();
  if (token) form.elements.csrfmiddlewaretoken.value = token;
  return Boolean(token);
}

function newSheet() {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function pageForm() {
  return document.getElementById("page-form");
}
