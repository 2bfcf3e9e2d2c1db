// Keys for those who like them. Which there are stands in the list on the page
// (web/pages/shortcuts.py); every page works without this file.

const list = document.getElementById("shortcuts");
const LONGEST_PAUSE = 1500;

const lines = [...list.querySelectorAll("[data-keys]")].map((line) => ({
  keys: line.dataset.keys.split(" "),
  name: line.dataset.name,
  href: line.dataset.href,
}));

let pressed = [];
let pause = 0;

const isTyping = (element) =>
  element.isContentEditable ||
  element.matches("textarea, select") ||
  (element.matches("input") &&
    !element.matches("[type=checkbox], [type=radio], [type=button], [type=submit]"));

// In a list of things each has its own buttons: those of the one with the focus are
// meant. Where none has it, the first takes it, and nothing is pressed unseen.
function markedBy(name) {
  const selector = `[data-shortcut~="${name}"]`;
  const own = document.activeElement?.closest("[data-item]")?.querySelector(selector);
  if (own) return own;
  const first = document.querySelector(selector);
  const item = first?.closest("[data-item]");
  item?.focus();
  return item ? null : first;
}

// A field is focused, a link or button pressed; what is elsewhere is gone to.
function carryOut({ name, href }) {
  if (name === "shortcuts") return list.showModal();
  const marked = markedBy(name);
  if (marked && isTyping(marked)) {
    marked.focus();
    marked.select?.();
  } else if (marked) {
    marked.click();
  } else if (href) {
    location.assign(href);
  }
}

function fits(line) {
  return pressed.every((key, at) => line.keys[at] === key);
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || event.repeat) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Shift" || event.key === "Escape" || isTyping(event.target)) return;
  if (document.querySelector("dialog[open]")) return;
  // Enter presses the button or follows the link that has the focus, as everywhere.
  if (event.key === "Enter" && event.target.closest("a, button, summary, input")) return;
  clearTimeout(pause);
  pressed.push(event.key);
  if (!lines.some(fits)) pressed = [event.key];
  const begun = lines.filter(fits);
  const whole = begun.find((line) => line.keys.length === pressed.length);
  if (whole) {
    event.preventDefault();
    pressed = [];
    carryOut(whole);
  } else if (!begun.length) {
    pressed = [];
  } else {
    pause = setTimeout(() => { pressed = []; }, LONGEST_PAUSE);
  }
});

// The link to the list opens it here instead of on a page of its own.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-opens-shortcuts]");
  if (!link) return;
  event.preventDefault();
  list.showModal();
});
