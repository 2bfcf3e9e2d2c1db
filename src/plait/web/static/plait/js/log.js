// The week's grid by keyboard, with totals that follow what is typed. The page works without.

const grid = document.querySelector("[data-grid]");
const rows = grid
  ? [...grid.querySelectorAll("tbody tr:has(input)")].map((row) => ({
      fields: [...row.querySelectorAll("input")],
      total: row.querySelector(".total"),
    }))
  : [];

// Minutes that a text tells, as the server reads them; null where it is no time.
function minutesIn(text) {
  const told = text.trim().toLowerCase();
  const clock = told.match(/^(\d{1,2})[:h](\d{2})$/);
  const minutes = told.match(/^(\d{1,4}) ?m(?:in)?$/);
  const hours = told.match(/^(\d{1,2})?(?:[.,](\d{1,2}))? ?[hu]?$/);
  let found = null;
  if (!told) found = 0;
  else if (clock) found = Number(clock[1]) * 60 + Number(clock[2]);
  else if (minutes) found = Number(minutes[1]);
  else if (hours && (hours[1] || hours[2])) {
    found = Math.floor(Number(`${hours[1] ?? 0}.${hours[2] ?? 0}`) * 3600) / 60;
  }
  return found > 24 * 60 ? null : found;
}

function told(minutes) {
  const whole = Math.round(minutes);
  const rest = String(whole % 60).padStart(2, "0");
  return whole ? `${Math.floor(whole / 60)}:${rest}` : "";
}

const sum = (list) => list.reduce((all, one) => all + one, 0);

function showTotals() {
  const typed = rows.map(({ fields }) => fields.map((f) => minutesIn(f.value) ?? 0));
  rows.forEach(({ total }, i) => { total.textContent = told(sum(typed[i])); });
  const days = [...grid.querySelectorAll("tfoot [data-open]")];
  const sums = days.map((day, i) => {
    return Number(day.dataset.open) + sum(typed.map((row) => row[i]));
  });
  days.forEach((day, i) => { day.textContent = told(sums[i]); });
  grid.querySelector("tfoot tr:last-child .total").textContent = told(sum(sums));
}

function placeOf(input) {
  for (const [row, { fields }] of rows.entries()) {
    const column = fields.indexOf(input);
    if (column >= 0) return [row, column];
  }
  return null;
}

// Arrows up and down always move; left and right at the ends of what is typed.
function step(event) {
  const { key, target } = event;
  const { selectionStart: from, selectionEnd: to, value } = target;
  if (key === "ArrowUp") return [-1, 0];
  if (key === "ArrowDown") return [1, 0];
  if (key === "Enter" && !event.ctrlKey) return [event.shiftKey ? -1 : 1, 0];
  const isAll = from === 0 && to === value.length;
  if (key === "ArrowLeft" && (isAll || to === 0)) return [0, -1];
  if (key === "ArrowRight" && (isAll || from === value.length)) return [0, 1];
  return null;
}

grid?.addEventListener("keydown", (event) => {
  const at = placeOf(event.target);
  const by = at && step(event);
  if (!by) return;
  const next = rows[at[0] + by[0]]?.fields[at[1] + by[1]];
  if (!next && event.key === "Enter") return;
  event.preventDefault();
  next?.focus();
});
grid?.addEventListener("focusin", (event) => event.target.select?.());
grid?.addEventListener("input", showTotals);
grid?.querySelector("[aria-invalid]")?.focus();

// Hours that were typed are not lost by leaving the page unasked.
const unsaved = document.querySelector("[data-unsaved]");
let isSent = false;
const wasRefused = Boolean(grid?.querySelector("[aria-invalid]"));
unsaved?.addEventListener("submit", () => { isSent = true; });
addEventListener("beforeunload", (event) => {
  const isTyped = ({ fields }) => fields.some((f) => f.value !== f.defaultValue);
  if (!isSent && (wasRefused || rows.some(isTyped))) event.preventDefault();
});
