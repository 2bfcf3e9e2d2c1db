// Help opens beside the page one is on. Without this file the link leads to a page.

const link = document.querySelector("[data-help]");
let panel = null;

function makePanel() {
  const dialog = document.createElement("dialog");
  dialog.className = "side";
  dialog.setAttribute("aria-labelledby", "help-title");
  const head = document.createElement("header");
  head.className = "side-head";
  const title = document.createElement("h2");
  title.id = "help-title";
  title.textContent = link.dataset.help;
  const form = document.createElement("form");
  form.method = "dialog";
  const close = document.createElement("button");
  close.className = "link";
  close.textContent = link.dataset.close;
  form.append(close);
  head.append(title, form);
  const text = document.createElement("div");
  dialog.append(head, text);
  // A press beside the panel closes it.
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  return { dialog, text };
}

async function open() {
  panel ??= makePanel();
  if (!panel.text.childElementCount) {
    const answer = await fetch(link.href, { headers: { "HX-Request": "true" } });
    if (!answer.ok || answer.redirected) return location.assign(link.href);
    const read = new DOMParser().parseFromString(await answer.text(), "text/html");
    panel.text.replaceChildren(...read.body.childNodes);
  }
  panel.dialog.showModal();
}

link?.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open();
});
