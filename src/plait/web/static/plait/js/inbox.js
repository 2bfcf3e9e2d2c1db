// The inbox: from one thing to the next by keys, and the focus on what comes next after
// something is sorted. The keys stand in web/pages/shortcuts.py; the page works without.

const items = () => [...document.querySelectorAll("[data-item]")];

function show(item) {
  item.focus({ preventScroll: true });
  item.scrollIntoView({ block: "nearest" });
}

function go(steps) {
  const all = items();
  const at = all.indexOf(document.activeElement?.closest("[data-item]"));
  const next = at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + steps));
  if (all.length) show(all[next]);
}

document.addEventListener("click", (event) => {
  const steps = event.target.dataset?.steps;
  if (steps) go(Number(steps));
});

document.addEventListener("keydown", (event) => {
  const steps = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!steps || !event.target.matches("[data-item]")) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  go(steps);
});

// After a change the next thing has the focus, or the sentence if nothing is left.
document.addEventListener("htmx:afterSettle", (event) => {
  const { xhr } = event.detail;
  if (!xhr?.responseURL || !document.getElementById("inbox")) return;
  const item = new URL(xhr.responseURL).searchParams.get("item");
  const next = item && document.getElementById(`item-${item}`);
  if (next) show(next);
  else document.querySelector("#inbox h1")?.focus();
});

if (location.hash.startsWith("#item-")) {
  document.getElementById(location.hash.slice(1))?.focus();
}
