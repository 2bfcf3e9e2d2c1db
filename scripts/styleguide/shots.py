"""Take pictures of style guide pages: both widths, both themes.

    python scripts/styleguide/shots.py PORT FOLDER PAGE…

Reports what a reader would not see in the picture: sideways scrolling, requests
that left the machine, complaints of the security policy.
"""

import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
WIDTHS = (390, 1280)
THEMES = ("light", "dark")


def take(page: Page, address: str, shot: Path) -> None:
    """Open the page, wait for its charts, and keep its whole length."""
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.wait_for_function(
        "[...document.querySelectorAll('.vega')].every(e => e.matches('.is-drawn'))"
    )
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    print(shot.name, "SCROLLS SIDEWAYS" if wide else "")
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": page.viewport_size["width"], "height": height})
    page.screenshot(path=shot)
    page.set_viewport_size({"width": page.viewport_size["width"], "height": 844})


def main() -> None:
    """Take the pictures named on the command line."""
    port, folder, *names = sys.argv[1:]
    Path(folder).mkdir(parents=True, exist_ok=True)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=ARGS)
        for width in WIDTHS:
            page = browser.new_page(viewport={"width": width, "height": 844})
            page.on("console", lambda said: print("  ", said.type, said.text[:200]))
            page.on("pageerror", lambda error: print("  ", error))
            for name in names:
                for theme in THEMES:
                    address = f"http://127.0.0.1:{port}/{name}/?theme={theme}"
                    take(page, address, Path(folder) / f"{name}-{theme}-{width}.png")
        browser.close()


if __name__ == "__main__":
    main()
