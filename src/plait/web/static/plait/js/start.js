// The start: the browser's time zone makes a better guess, and a tick is seen at once.

const parsed = (text) => new DOMParser().parseFromString(text, "text/html");

// The zone is shown as a guess; whoever has begun to type keeps what they typed. A
// country that they choose takes its currency and zone along, until they choose those.
const about = document.getElementById("about");
const typed = new Set();
let guesses = 0;

async function guess(names, known) {
  const mine = (guesses += 1);
  const answer = await fetch(`?${new URLSearchParams(known)}`);
  if (!answer.ok || mine !== guesses) return;
  const page = parsed(await answer.text());
  for (const name of names.filter((one) => !typed.has(one))) {
    about.elements[name].value = page.querySelector(`#about [name=${name}]`).value;
  }
}

if (about) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
  about.addEventListener("input", ({ target }) => {
    typed.add(target.name);
    if (target.name !== "country") return;
    guess(["currency", "timezone"], { zone, country: target.value });
  });
  const isOpen = "wantsZone" in about.dataset;
  if (zone && isOpen) guess(["country", "currency", "timezone"], { zone });
}

// What it comes to follows each tick, hour and term.
const ticks = document.getElementById("ticks");
let asked = 0;

function showButton() {
  const button = ticks.querySelector("#so-far button");
  button.disabled = button.dataset.isEmpty === "yes";
}

async function showSoFar() {
  const mine = (asked += 1);
  const answer = await fetch(ticks.dataset.soFar, {
    method: "POST",
    body: new FormData(ticks),
  });
  if (!answer.ok || mine !== asked) return;
  const page = parsed(await answer.text());
  const [old, now] = [document, page].map((p) => p.getElementById("so-far"));
  old.replaceChildren(...now.childNodes);
  for (const row of page.querySelectorAll("[data-row]")) {
    const shown = ticks.querySelector(`[data-row="${row.dataset.row}"]`);
    shown.className = row.className;
    shown.querySelector("[data-terms]").textContent =
      row.querySelector("[data-terms]").textContent;
  }
  showButton();
}

if (ticks) {
  showButton();
  let waiting;
  ticks.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(showSoFar, 150);
  });
  const other = ticks.querySelector("[name=other-is_on]");
  other?.addEventListener("change", () => {
    const details = other.closest("li").querySelector("details");
    details.open = other.checked;
    if (other.checked) ticks.elements["other-name"].focus();
  });
  if (ticks.querySelector(".choice :checked")) showSoFar(); // as a browser restored it
}

// The sample is copied first: say so, and take no second press.
const sample = document.getElementById("sample");
sample?.addEventListener("submit", (event) => {
  const status = sample.querySelector("[role=status]");
  if (!status.hidden) return event.preventDefault();
  status.hidden = false;
  status.textContent = sample.dataset.waiting;
});
window.addEventListener("pageshow", () => {
  const status = sample?.querySelector("[role=status]");
  if (status) status.hidden = true; // come back to with the browser's own button
});
