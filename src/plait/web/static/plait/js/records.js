// Lists of records: narrowed, edited and undone without leaving where one is, by
// keyboard too. The page works without this file, as plain links and forms.

const main = document.getElementById("main");
document.documentElement.classList.add("has-scripts");

let asked = null; // the request that is under way: a later one makes it needless

// Asks for a page and puts its main part in place of this one's.
async function go(url, { body = null, isPush = false, focus = null } = {}) {
  asked?.abort();
  const mine = (asked = new AbortController());
  let answer;
  try {
    answer = await fetch(url, {
      method: body ? "POST" : "GET",
      body,
      signal: mine.signal,
      headers: { Accept: "text/html" },
    });
  } catch (fault) {
    if (fault.name !== "AbortError") location.assign(url);
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("main");
  if (mine !== asked) return;
  if (!fresh?.querySelector("[data-records-bar]")) {
    location.assign(answer.url);
    return;
  }
  put(page, fresh, focus);
  if (body && !answer.redirected) return;
  history[isPush ? "pushState" : "replaceState"](null, "", answer.url);
}

function put(page, fresh, focus) {
  const held = document.activeElement;
  const typed = held?.id === "records-text" ? held : null;
  const id = held?.id;
  const from = typed?.selectionStart;
  const text = typed?.value;
  main.replaceChildren(...fresh.childNodes);
  document.title = page.title;
  const count = document.querySelector(".tools .badge");
  const newCount = page.querySelector(".tools .badge");
  if (count && newCount) count.replaceWith(newCount);
  ready();
  if (typed) {
    const field = document.getElementById("records-text");
    field.value = text;
    field.focus();
    field.setSelectionRange(from, from);
    return;
  }
  const open = main.querySelector("[data-in-place]");
  const wanted = (focus && main.querySelector(focus)) || (id && document.getElementById(id));
  if (open && !focus) {
    const field = open.querySelector("[aria-invalid]") ?? firstField(open);
    field.focus({ preventScroll: true });
    open.scrollIntoView({ block: "nearest" });
  } else if (wanted) wanted.focus({ preventScroll: true });
  else main.focus({ preventScroll: true });
}

// Where a role is missing the role is what one came for, else what it was.
function firstField(form) {
  const role = form.querySelector("select[name=role]");
  return role && !role.value ? role : form.querySelector("input:not([type=hidden]), select");
}

const isHere = (url) => new URL(url, location.href).pathname === location.pathname;

// Narrowing: a choice at once, what is typed after a moment.
let later = 0;
function narrow() {
  const bar = main.querySelector("[data-records-bar]");
  const words = new URLSearchParams();
  for (const [name, word] of new FormData(bar)) if (word) words.append(name, word);
  if (words.get("sort") === "newest") words.delete("sort");
  go(`${bar.action}?${words}`);
}
main.addEventListener("change", (event) => {
  if (event.target.matches("[data-records-bar] select")) narrow();
});
main.addEventListener("input", (event) => {
  if (!event.target.matches("#records-text")) return;
  clearTimeout(later);
  later = setTimeout(narrow, 250);
});

main.addEventListener("click", (event) => {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
  const link = event.target.closest("a[href]");
  const isOurs = link && isHere(link.href) && link.closest(".entries, .records-bar, nav, .actions");
  if (!isOurs) return;
  event.preventDefault();
  const row = link.closest("[data-row]") ?? link.closest(".edit")?.previousElementSibling;
  const leave = link.matches("[data-leave]");
  const isPage = Boolean(link.closest("nav"));
  if (isPage) scrollTo({ top: 0 });
  const focus = leave ? `#${row.id} [data-edit]` : null;
  go(link.href, { isPush: isPage, focus });
});

main.addEventListener("submit", (event) => {
  const form = event.target;
  const button = event.submitter;
  if (form.method !== "post") {
    event.preventDefault();
    if (form.matches("[data-records-bar]")) narrow();
    else go(`${location.pathname}?${new URLSearchParams(new FormData(form))}`);
    return;
  }
  const next = form.querySelector("[name=next]");
  if (!next || !isHere(next.value)) return;
  event.preventDefault();
  const body = new FormData(form, button);
  const isUndo = Boolean(form.closest(".flash, .undo"));
  if (isUndo) body.set("next", location.pathname + location.search);
  const url = button?.hasAttribute("formaction") ? button.formAction : form.action;
  go(url, { body, focus: isUndo ? ".flash button" : null });
});
addEventListener("popstate", () => go(location.href));

// What is ticked: how many, how much in, how much out; two currencies are two sums.
const ticks = () => [...main.querySelectorAll("tbody .pick input")];
function showChosen() {
  const bar = main.querySelector("[data-chosen]");
  if (!bar) return;
  const chosen = ticks().filter((one) => one.checked);
  const all = main.querySelector("[data-tick-page]");
  all.checked = chosen.length > 0 && chosen.length === ticks().length;
  all.indeterminate = chosen.length > 0 && !all.checked;
  const n = bar.querySelector("[data-chosen-n]");
  n.textContent = `${format(chosen.length)} ${bar.dataset.selected}`;
  bar.querySelector("[data-chosen-sum]").textContent = sums(chosen, bar).join(" · ");
  const whole = bar.querySelector("[name=all]");
  if (whole && !all.checked) whole.checked = false;
}
const language = document.documentElement.lang === "nl" ? "nl-NL" : "en-GB";
const format = (number, options) => new Intl.NumberFormat(language, options).format(number);

function sums(chosen, bar) {
  const found = new Map();
  for (const { dataset } of chosen) {
    const of = found.get(dataset.currency) ?? [0, 0];
    const amount = Number(dataset.sum);
    of[amount < 0 ? 1 : 0] += Math.abs(amount);
    found.set(dataset.currency, of);
  }
  return [...found].flatMap(([currency, [plus, minus]]) => {
    if (!currency) {
      const unit = language === "nl-NL" ? "u" : "h";
      return [`${format(plus, { maximumFractionDigits: 2 })} ${unit}`];
    }
    const money = (amount) => format(amount, { style: "currency", currency });
    const parts = [];
    if (plus) parts.push(`${money(plus)} ${bar.dataset.in}`);
    if (minus) parts.push(`${money(minus)} ${bar.dataset.out}`);
    return parts;
  });
}
let lastTicked = null;
main.addEventListener("click", (event) => {
  const tick = event.target.closest("tbody .pick input");
  if (!tick) return;
  const all = ticks();
  if (event.shiftKey && lastTicked && all.includes(lastTicked)) {
    const ends = [all.indexOf(lastTicked), all.indexOf(tick)].sort((a, b) => a - b);
    for (const one of all.slice(ends[0], ends[1] + 1)) one.checked = tick.checked;
  }
  lastTicked = tick;
});
main.addEventListener("change", (event) => {
  if (event.target.matches("[data-tick-page]")) {
    for (const one of ticks()) one.checked = event.target.checked;
  }
  // All of the selection holds all of the page.
  if (event.target.matches("[name=all]") && event.target.checked) {
    for (const one of ticks()) one.checked = true;
  }
  showChosen();
});
main.addEventListener("reset", () => setTimeout(() => {
  for (const one of ticks()) one.checked = false;
  showChosen();
}));

// Keys of rows: j and k walk, x ticks, e edits, # deletes (web/pages/shortcuts.py has
// the list). They are off where a person turned shortcuts off.
const hasKeys = () => document.getElementById("shortcuts") !== null;
const rows = () => [...main.querySelectorAll("[data-row]")];
let hereId = "";
function walk(by) {
  const all = rows();
  if (!all.length) return;
  const at = all.findIndex((row) => row.id === hereId);
  const to = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by));
  for (const row of all) row.classList.toggle("is-here", row === all[to]);
  hereId = all[to].id;
  const link = all[to].querySelector("[data-edit], a") ?? all[to];
  link.focus({ preventScroll: true });
  all[to].scrollIntoView({ block: "nearest" });
}
const here = () => document.getElementById(hereId) ?? document.activeElement.closest?.("[data-row]");
function press(button) {
  if (!button) return false;
  button.click();
  return true;
}
const keys = {
  j: () => walk(1) ?? true,
  k: () => walk(-1) ?? true,
  x: () => press(here()?.querySelector(".pick input")),
  e: () => press(here()?.querySelector("[data-edit]")),
  "#": () => removeHere(),
};
function removeHere() {
  const bar = main.querySelector("[data-chosen]");
  if (!bar) return false;
  const row = here();
  if (!ticks().some((one) => one.checked) && row) press(row.querySelector(".pick input"));
  if (!ticks().some((one) => one.checked)) return false;
  return press(bar.querySelector("[data-delete]"));
}
document.addEventListener("keydown", (event) => {
  const { target, key } = event;
  const leave = main.querySelector("[data-leave]");
  if (key === "Escape" && leave && !target.closest?.("details[open]")) {
    event.preventDefault();
    leave.click();
    return;
  }
  if (!hasKeys() || event.ctrlKey || event.metaKey || event.altKey) return;
  if (document.querySelector("dialog[open]")) return;
  const isTyping = target.matches?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
  if (isTyping || !Object.hasOwn(keys, key)) return;
  if (keys[key]() !== false) event.preventDefault();
});

function ready() {
  const row = document.getElementById(hereId);
  row?.classList.add("is-here");
  showChosen();
}
ready();
const open = main.querySelector("[data-in-place]");
if (open) firstField(open).focus();
