// The page that stands for all others without a connection: a line, and a check-in.
const queue = self.plaitQueue;
const one = (name) => document.querySelector(`[data-${name}]`);

function kept() {
  one("kept").hidden = false;
  dispatchEvent(new Event("plait-kept"));
}

one("line").addEventListener("submit", async (event) => {
  event.preventDefault();
  const { line } = event.target;
  await queue.keep({ kind: "line", line: line.value });
  line.value = "";
  kept();
});

const ASPECTS = ["energy", "meaning", "growth", "pressure"];

function card({ key, name }) {
  const item = one("check-in").querySelector("template").content.cloneNode(true);
  item.querySelector("[data-name]").textContent = name;
  for (const input of item.querySelectorAll("input")) input.name = `${key}-${input.name}`;
  return item;
}

one("check-in").addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = new FormData(event.target);
  for (const { key } of (await queue.known("roles")) ?? []) {
    const points = ASPECTS.map((aspect) => form.get(`${key}-${aspect}`));
    if (points.some((point) => !point)) continue;
    const answers = Object.fromEntries(ASPECTS.map((aspect, i) => [aspect, points[i]]));
    await queue.keep({ kind: "check_in", role: key, ...answers });
  }
  event.target.reset();
  kept();
});

const isKnown = Boolean(await queue.known("person"));
const roles = (await queue.known("roles")) ?? [];
one("known").hidden = one("line").hidden = !isKnown;
one("unknown").hidden = isKnown;
one("check-in").hidden = !isKnown || !roles.length;
one("roles").replaceChildren(...roles.map(card));

// Back to the page this one stands for, as soon as there is an answer; not while
// somebody writes. What answers a form cannot be opened: the page Log stands for it.
const there = location.pathname === "/log/line/" ? "/log/" : location.href;
async function again() {
  try {
    await fetch("/offline/who/", { redirect: "manual", cache: "no-store" });
  } catch {
    return;
  }
  const isWriting = one("line").line.value || one("check-in").querySelector(":checked");
  if (!isWriting) location.replace(there);
}
one("again").href = there;
addEventListener("online", again);
setInterval(again, 3_000);
