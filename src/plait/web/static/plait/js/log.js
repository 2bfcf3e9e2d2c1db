// The week's grid by keyboard, and a timer that counts. The page works without.

const grid = document.querySelector("[data-grid]");
const fields = grid ? [...grid.querySelectorAll("tbody tr")].map((row) => [
  ...row.querySelectorAll("input"),
]) : [];

function placeOf(input) {
  for (const [row, inputs] of fields.entries()) {
    const column = inputs.indexOf(input);
    if (column >= 0) return [row, column];
  }
  return null;
}

// Arrows up and down always move; left and right at the ends of what is typed.
function step(event) {
  const { key, target } = event;
  const { selectionStart: from, selectionEnd: to, value } = target;
  if (key === "ArrowUp") return [-1, 0];
  if (key === "ArrowDown" || (key === "Enter" && !event.ctrlKey)) return [1, 0];
  const isAll = from === 0 && to === value.length;
  if (key === "ArrowLeft" && (isAll || to === 0)) return [0, -1];
  if (key === "ArrowRight" && (isAll || from === value.length)) return [0, 1];
  return null;
}

grid?.addEventListener("keydown", (event) => {
  const at = placeOf(event.target);
  const by = at && step(event);
  if (!by) return;
  const next = fields[at[0] + by[0]]?.[at[1] + by[1]];
  if (!next && event.key === "Enter") return;
  event.preventDefault();
  next?.focus();
});
grid?.addEventListener("focusin", (event) => event.target.select?.());

const timer = document.querySelector("[data-timer]");
if (timer) {
  const started = new Date(timer.dataset.timer);
  const show = () => {
    const minutes = Math.max(0, Math.floor((Date.now() - started) / 60_000));
    const rest = String(minutes % 60).padStart(2, "0");
    timer.textContent = `${Math.floor(minutes / 60)}:${rest}`;
  };
  show();
  setInterval(show, 15_000);
}
