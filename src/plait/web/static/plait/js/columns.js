// The first lines follow what is chosen for the columns. Without this a button shows them.

const form = document.querySelector("[data-columns]");
let asked = 0;

async function show() {
  const mine = (asked += 1);
  const answer = await fetch(form.dataset.columns, {
    method: "POST",
    body: new FormData(form),
  });
  if (!answer.ok || mine !== asked) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const id of ["first-lines", "further"]) {
    document.getElementById(id)?.replaceChildren(...page.getElementById(id).childNodes);
  }
  for (const field of page.querySelectorAll("[data-columns] input[name^=seen_]")) {
    form.elements[field.name].value = field.value;
  }
}

form?.querySelector("[data-without-script]").setAttribute("hidden", "");
form?.addEventListener("change", (event) => {
  if (event.target.name !== "name") show();
});
