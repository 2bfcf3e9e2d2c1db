// Small comforts. Every page works without this file.

const closest = (event, selector) => event.target.closest?.(selector);

// A menu closes when one clicks elsewhere or presses Escape.
const MENUS = "details:is(.menu, .nav-more)[open]";
function closeMenus(except) {
  for (const menu of document.querySelectorAll(MENUS)) {
    if (menu !== except) menu.open = false;
  }
}
document.addEventListener("click", (event) => closeMenus(closest(event, MENUS)));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = closest(event, MENUS);
  closeMenus();
  menu?.querySelector("summary").focus();
});

// The braid: pointing at a week, or moving with the arrow keys, shows its hours in
// the legend. The figures are read off the table below, which stands there anyway.
class Braid {
  constructor(section) {
    this.section = section;
    this.picture = section.querySelector(".braid-picture");
    this.cursor = section.querySelector(".braid-cursor");
    this.when = section.querySelector("[data-braid-when]");
    this.cells = [...section.querySelectorAll("[data-braid-hours]")];
    this.weeks = [...section.querySelectorAll(".braid-week")];
    this.usual = [this.when, ...this.cells].map((cell) => cell.textContent);
    this.at = null;
    this.makeReachable();
    this.listen();
  }

  makeReachable() {
    this.section.querySelectorAll(".braid-week > title").forEach((t) => t.remove());
    const told = {
      tabindex: 0,
      role: "slider",
      "aria-valuemin": 1,
      "aria-valuemax": this.weeks.length,
      "aria-valuenow": this.weeks.length,
    };
    for (const [name, value] of Object.entries(told)) {
      this.picture.setAttribute(name, value);
    }
  }

  listen() {
    const point = (event) => {
      const week = closest(event, ".braid-week");
      if (week) this.show(this.weeks.indexOf(week));
    };
    this.picture.addEventListener("pointermove", point);
    this.picture.addEventListener("pointerdown", point);
    this.picture.addEventListener("pointerleave", (event) => {
      if (event.pointerType === "mouse") this.hide();
    });
    this.picture.addEventListener("keydown", (event) => this.press(event));
    this.picture.addEventListener("blur", () => this.hide());
  }

  press(event) {
    const last = this.weeks.length - 1;
    const at = this.at ?? last + 1;
    const keys = {
      ArrowLeft: at - 1,
      ArrowDown: at - 1,
      ArrowRight: at + 1,
      ArrowUp: at + 1,
      PageUp: at - 4,
      PageDown: at + 4,
      Home: 0,
      End: last,
    };
    if (event.key === "Escape") return this.hide();
    if (!(event.key in keys)) return;
    event.preventDefault();
    this.show(Math.min(last, Math.max(0, keys[event.key])));
  }

  show(at) {
    if (at === this.at) return;
    this.at = at;
    const middle = this.weeks[at].dataset.middle;
    this.cursor.setAttribute("x1", middle);
    this.cursor.setAttribute("x2", middle);
    this.cursor.setAttribute("data-at", at);
    const row = this.section.querySelector(`tr[data-week="${at}"]`);
    const texts = [...row.children].map((cell) => cell.textContent.trim());
    const total = texts.at(-1);
    this.when.textContent = `${texts[0]} · ${total}`;
    this.cells.forEach((cell, i) => { cell.textContent = texts[i + 1]; });
    this.picture.setAttribute("aria-valuenow", at + 1);
    this.picture.setAttribute("aria-valuetext", `${texts[0]}: ${total}`);
  }

  hide() {
    this.at = null;
    this.cursor.removeAttribute("data-at");
    [this.when, ...this.cells].forEach((cell, i) => {
      cell.textContent = this.usual[i];
    });
  }
}
for (const section of document.querySelectorAll(".braid:has(.braid-week):has([data-braid-when])")) {
  new Braid(section);
}

// Files can be dropped anywhere on the zone; their names are shown before sending.
for (const zone of document.querySelectorAll(".drop")) {
  const input = zone.querySelector("input[type=file]");
  const names = zone.querySelector("[data-file-names]");
  const over = (isOver) => (event) => {
    event.preventDefault();
    zone.classList.toggle("is-over", isOver);
  };
  zone.addEventListener("dragover", over(true));
  zone.addEventListener("dragleave", over(false));
  zone.addEventListener("drop", (event) => {
    over(false)(event);
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change"));
  });
  input.addEventListener("change", () => {
    const items = [...input.files].map((file) => {
      const item = document.createElement("li");
      item.textContent = file.name;
      return item;
    });
    names.replaceChildren(...items);
  });
}

// What is shown once can be copied with one press; without this it can be marked.
for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    field.select();
    await navigator.clipboard.writeText(field.value);
    button.textContent = button.dataset.copied;
  });
}

// After its minutes a line of what was changed offers no undo any more: the history does.
function endUndo() {
  for (const form of document.querySelectorAll("form[data-undo]")) {
    form.dataset.ends ??= Date.now() + Number(form.dataset.undo) * 60_000;
    if (Date.now() < Number(form.dataset.ends)) continue;
    form.querySelector("button")?.remove();
    form.querySelector("small span")?.remove();
  }
}
endUndo();
setInterval(endUndo, 15_000);
