// Draws the Vega-Lite charts of a page in the colours of its theme. `ast` makes Vega
// interpret its expressions: the page's security policy forbids compiling them.

const drawn = [];

// A colour is "@strand-3" or "@muted" in the spec. The browser works out what the
// theme makes of it: a hidden mark with that class says so in plain rgb.
function colourOf(name) {
  const probe = document.createElement("i");
  probe.className = `colour-probe ${name.startsWith("strand-") ? name : `is-${name}`}`;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}

function coloured(part) {
  if (typeof part === "string") {
    return part.startsWith("@") ? colourOf(part.slice(1)) : part;
  }
  if (Array.isArray(part)) return part.map(coloured);
  if (part === null || typeof part !== "object") return part;
  const pairs = Object.entries(part).map(([key, value]) => [
    key,
    key === "data" ? value : coloured(value),
  ]);
  return Object.fromEntries(pairs);
}

async function draw(place) {
  const spec = JSON.parse(document.getElementById(place.dataset.chart).textContent);
  const options = {
    ast: true,
    actions: false,
    renderer: "svg",
    defaultStyle: false,
    tooltip: { disableDefaultStyle: true },
  };
  const { view } = await vegaEmbed(place, coloured(spec), options);
  place.classList.add("is-drawn");
  return view;
}

async function drawAll() {
  for (const view of drawn.splice(0)) view.finalize();
  for (const place of document.querySelectorAll("[data-chart]")) {
    drawn.push(await draw(place));
  }
}

document.fonts.ready.then(drawAll);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
