// Proposed roles: the button says how many roles it makes. The page works without.

const form = document.querySelector("[data-proposals]");
const button = form?.querySelector("[data-count]");

function count() {
  const ticked = [...form.querySelectorAll(".take input:checked")];
  const fresh = ticked.filter((box) => !("held" in box.dataset));
  const { one, many, sort } = form.dataset;
  if (fresh.length === 1) button.textContent = one;
  else if (fresh.length) button.textContent = many.replace("#", fresh.length);
  else button.textContent = sort;
  button.disabled = ticked.length === 0;
}

if (button) {
  form.addEventListener("change", count);
  count();
}
