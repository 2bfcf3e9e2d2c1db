// Draws the Vega-Lite charts of a page. `ast` makes Vega interpret its expressions: the
// page's security policy forbids compiling them.

async function draw(place) {
  const spec = JSON.parse(document.getElementById(place.dataset.chart).textContent);
  await vegaEmbed(place, spec, {
    ast: true,
    actions: false,
    renderer: "svg",
    defaultStyle: false,
    tooltip: { disableDefaultStyle: true },
  });
  place.classList.add("is-drawn");
}

// Vega measures its labels, so the fonts have to be there first.
document.fonts.ready.then(() => {
  document.querySelectorAll("[data-chart]").forEach(draw);
});
