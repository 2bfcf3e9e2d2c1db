// Sends what was written offline, says what still waits, and shows what the server did
// not understand, to be mended. Every page works without this file.
const queue = self.plaitQueue;
const bar = document.querySelector("[data-offline]");
const text = bar.querySelector("[data-text]");
const person = document.querySelector('meta[name="plait-person"]')?.content ?? "";

function say(kind, n) {
  const sentence = text.dataset[`${kind}${n === 1 ? "One" : "Many"}`];
  return sentence.replace("{n}", n);
}

function refused(entry) {
  const item = bar.querySelector("template").content.cloneNode(true).firstElementChild;
  const form = item.querySelector("form");
  const when = item.querySelector("[data-when]");
  item.querySelector("[data-why]").textContent = entry.why;
  when.textContent = when.dataset.template.replace("{day}", entry.fields.day);
  if (entry.fields.kind === "line") form.line.value = entry.fields.line;
  else item.querySelector(".say-field").hidden = true;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const fields = { ...entry.fields, line: form.line.value };
    await queue.put({ ...entry, fields, why: "" });
    await update();
  });
  item.querySelector("[data-drop]").addEventListener("click", async () => {
    await queue.drop(entry.id);
    await show(0);
  });
  return item;
}

async function show(nSent) {
  const held = await queue.waiting();
  const owner = person || (await queue.known("person"));
  const mine = held.filter((entry) => entry.person === owner);
  const open = mine.filter((entry) => !entry.why);
  const wrong = person ? mine.filter((entry) => entry.why) : [];
  const nOthers = held.length - mine.length;
  const said = [];
  if (nSent) said.push(say("sent", nSent));
  if (!person && mine.length) said.push(say("sign", mine.length));
  else if (open.length) said.push(say("wait", open.length));
  if (nOthers) said.push(say("other", nOthers));
  text.textContent = said.join(" ");
  text.hidden = !said.length;
  bar.querySelector("[data-refused]").replaceChildren(...wrong.map(refused));
  bar.hidden = !said.length && !wrong.length;
}

async function update() {
  if (person) await queue.send();
  await show(person ? await queue.sent() : 0);
}

// Whose device this is; what it knew of another is forgotten, what they wrote is not.
async function remember() {
  const before = await queue.known("person");
  const hasLeft = new URLSearchParams(location.search).has("left");
  if (!person && hasLeft) {
    await queue.note("roles", undefined);
    return;
  }
  if (!person) return;
  if (before !== person) await queue.note("roles", undefined);
  await queue.note("person", person);
  const isQuiet = document.querySelector('.top-quiet [aria-pressed="true"]');
  const named = (await queue.known("roles")) ?? [];
  // Without a connection nobody knows of quiet view: then names are not kept.
  if (isQuiet && named.some(({ key }) => !key.startsWith("q-role-"))) {
    await queue.note("roles", undefined);
  }
  const cards = [...document.querySelectorAll("[data-check-in-role]")];
  if (cards.length) {
    const roles = cards.map((card) => ({
      key: card.dataset.checkInRole,
      name: card.querySelector("h2").firstElementChild.nextSibling.textContent.trim(),
    }));
    await queue.note("roles", roles);
  }
}

// Installing is for phones; a desk has a window and a connection.
const isHandheld = matchMedia("(pointer: coarse), (display-mode: standalone)").matches;
if (isHandheld && "serviceWorker" in navigator) {
  addEventListener("load", () => navigator.serviceWorker.register("/sw.js"));
}

if ("indexedDB" in self) {
  await remember();
  await update();
  addEventListener("online", update);
  addEventListener("plait-kept", () => show(0));
}
