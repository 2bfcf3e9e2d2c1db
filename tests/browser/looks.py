"""Ways to look at a page: each yields what is wrong, a line per fault."""

from collections.abc import Iterator

from axe_playwright_python.sync_playwright import Axe

from tests.browser.watched import Watched

AXE = Axe()
STILL = {"reduced_motion": "reduce"}  # axe would measure colours that still change
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
MOVES = """() => [...document.querySelectorAll("*")].filter((e) => {
  const s = getComputedStyle(e);
  const lasts = (list) => list.split(",").some((d) => parseFloat(d) > 0.01);
  return lasts(s.animationDuration) || lasts(s.transitionDuration);
}).map((e) => e.outerHTML.slice(0, 80))"""


def violations(seen: Watched) -> Iterator[str]:
    """Yield what axe finds in light, and of colours in dark: no other rule sees them."""
    yield from in_light(seen)
    yield from _axe(seen, "dark", {"type": "rule", "values": ["color-contrast"]})


def in_light(seen: Watched) -> Iterator[str]:
    """Yield what axe finds in light."""
    yield from _axe(seen, "light", {"type": "tag", "values": TAGS})


def _axe(seen: Watched, theme: str, only: dict) -> Iterator[str]:
    seen.page.emulate_media(color_scheme=theme)
    found = AXE.run(seen.page, options={"runOnly": only}).response
    for one in found["violations"]:
        for node in one["nodes"]:
            why = node["failureSummary"].splitlines()[-1].strip()
            yield f"{theme} {one['id']} {node['target']} {why}"


def sideways(seen: Watched) -> Iterator[str]:
    """Yield widths at which the page moves: 640 is a desk at 200 %, 320 at 400 %."""
    before = seen.page.viewport_size
    for width in (320, 360, 390, 640, 1280):
        seen.page.set_viewport_size({"width": width, "height": 800})
        if (wide := seen.too_wide()) > 0:
            yield f"at {width}: {wide} too wide"
    seen.page.set_viewport_size(before)


def unseen(seen: Watched) -> Iterator[str]:
    """Yield stops of the Tab key that cannot be seen."""
    stops = seen.tab_stops()
    if len(stops) < 8:
        yield f"only {len(stops)} stops"
    for stop in stops:
        if not stop["rings"] or not stop["isInView"]:
            yield f"unseen {stop}"


def small(seen: Watched) -> list[str]:
    """Return what is too small for a thumb."""
    return seen.too_small()


def moving(seen: Watched) -> list[str]:
    """Return what moves."""
    return seen.page.evaluate(MOVES)
