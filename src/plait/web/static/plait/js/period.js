// Shift with an arrow goes to the period before or after, where nobody is typing.

const step = { ArrowLeft: "prev", ArrowRight: "next" };
const typing = "input, select, textarea, [contenteditable], [role=slider]";

document.addEventListener("keydown", (event) => {
  const rel = event.shiftKey && step[event.key];
  if (!rel || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.target.closest(typing)) return;
  const link = document.querySelector(`.period a[rel=${rel}]`);
  if (!link) return;
  event.preventDefault();
  link.focus();
  link.click();
});

// Who steps on and on stays on the arrow, also on the page that comes.
const key = "plait.period.step";

document.addEventListener("click", (event) => {
  const link = event.target.closest?.(".period a[rel]");
  if (link) sessionStorage.setItem(key, link.rel);
});
const rel = sessionStorage.getItem(key);
sessionStorage.removeItem(key);
if (rel) document.querySelector(`.period a[rel=${CSS.escape(rel)}]`)?.focus();
