"""A page that is watched: what it complains of, asks elsewhere, or shows badly."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request, Response

# Everything that can be operated, with its box and what is said of it. Links inside
# a sentence are as high as its lines: people aim at the line.
_TARGETS = """() => {
  const shown = (e) => e.checkVisibility({checkOpacity: true, checkVisibilityCSS: true});
  const inSentence = (e) => {
    const style = getComputedStyle(e);
    if (e.tagName !== "A" || style.display !== "inline") return false;
    const around = e.parentElement.textContent.trim();
    return around.length > e.textContent.trim().length + 2;
  };
  const box = (e) => {
    const label = e.closest("label") ??
      (["checkbox", "radio"].includes(e.type) && e.labels?.[0]);
    const one = (label || e).getBoundingClientRect();
    return one;
  };
  // How far from its middle a thumb still meets it, where the row around it answers.
  const reach = (e, x, y) => {
    e.scrollIntoView({block: "center"});
    const b = e.getBoundingClientRect();
    const middle = [b.left + b.width / 2, b.top + b.height / 2];
    const meets = (way) => {
      const found = document.elementFromPoint(middle[0] + way * x, middle[1] + way * y);
      return found && (found === e || e.contains(found) || found.closest("a") === e);
    };
    return meets(1) && meets(-1) ? 44 : 0;
  };
  const all = "a[href], button, input:not([type=hidden]), select, textarea, summary";
  return [...document.querySelectorAll(all)]
    .filter((e) => shown(e) && !e.matches(".visually-hidden, .skip, [tabindex='-1']"))
    .filter((e) => !inSentence(e))
    .map((e) => {
      const b = box(e);
      return {
        width: b.width < 44 ? Math.max(b.width, reach(e, 21, 0)) : b.width,
        height: b.height < 44 ? Math.max(b.height, reach(e, 0, 21)) : b.height,
        told: `${e.tagName.toLowerCase()} ${(e.innerText || e.name || "").trim()}`,
      };
    })
    .filter((t) => t.width > 0);
}"""

_FOCUS = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const look = (x) => {
    const s = getComputedStyle(x);
    const ring = s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2;
    return ring || s.boxShadow !== "none";
  };
  const b = e.getBoundingClientRect();
  const label = e.closest("label, .drop");
  return {
    told: `${e.tagName.toLowerCase()} ${(e.innerText || e.name || e.id).trim()}`
      .slice(0, 60),
    rings: look(e) || (label ? look(label) : false),
    isInView: b.bottom > 0 && b.top < innerHeight,
    mark: [...document.querySelectorAll("*")].indexOf(e),
  };
}"""


class Watched:
    """A page, what went wrong on it so far, and ways to look at it closely."""

    def __init__(self, page: Page, home: str, *, has_scripts: bool = True) -> None:
        self.page = page
        self.has_scripts = has_scripts
        self.home = urlsplit(home).netloc
        self.faults: list[str] = []
        self._expected: tuple[int, ...] = ()
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("request", self._asked)
        page.on("response", self._answered)

    def goto(self, path: str) -> None:
        """Open a page and wait until its pictures are drawn."""
        self.page.goto(path)
        if not self.has_scripts:
            return
        drawn = "() => !document.querySelector('[data-chart]:not(.is-drawn)')"
        self.page.wait_for_function(drawn)

    @property
    def heading(self) -> str:
        return " ".join(self.page.locator("h1").inner_text().split())

    @contextmanager
    def expecting(self, *statuses: int) -> Iterator[None]:
        """Take answers such as 404 for no fault, where the test asks for them."""
        self._expected = statuses
        yield
        self._expected = ()

    def too_wide(self) -> int:
        """Return by how many pixels the page can be moved sideways."""
        return self.page.evaluate(
            "() => Math.max(document.documentElement.scrollWidth,"
            " document.body.scrollWidth) - document.documentElement.clientWidth"
        )

    def too_small(self, least: float = 44) -> list[str]:
        """Return what is too small for a thumb, with its size."""
        return [
            f"{t['told']}: {t['width']:.0f} × {t['height']:.0f}"
            for t in self.page.evaluate(_TARGETS)
            if min(t["width"], t["height"]) < least - 0.5
        ]

    def tab_stops(self, most: int = 400) -> list[dict]:
        """Walk through the page by Tab; return each stop."""
        stops, seen = [], set()
        for _ in range(most):
            self.page.keyboard.press("Tab")
            stop = self.page.evaluate(_FOCUS)
            if stop is None or stop["mark"] in seen:
                break
            seen.add(stop["mark"])
            stops.append(stop)
        return stops

    def _said(self, message: ConsoleMessage) -> None:
        if "blocked by Playwright" in message.text:
            return  # a service worker, in a test that is not about it
        is_expected = "the server responded with a status of" in message.text
        if message.type in {"error", "warning"} and not (
            is_expected and self._expected
        ):
            self.faults.append(f"{message.type}: {message.text}")

    def _asked(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob", "about"} and parts.netloc != self.home:
            self.faults.append(f"asked elsewhere: {request.url}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400 and response.status not in self._expected:
            self.faults.append(f"{response.status}: {response.url}")
