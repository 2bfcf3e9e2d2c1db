"""Make the icons of the installed app from the project's own mark.

.venv/bin/python scripts/icons.py

Writes src/plait/web/static/plait/icons: for a home screen as it is, for one that cuts
icons to its own shape (maskable: all that matters within the middle 80 %), and for
Apple's, which wants no transparent corners.
"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PLAIT = ROOT / "src" / "plait" / "web" / "static" / "plait"
PAPER = "#faf7f1"
# The width of the picture, that of the mark in it, and the radius of its corners.
ICONS = {
    "icon-192.png": (192, 0.72, 40),
    "icon-512.png": (512, 0.72, 104),
    "maskable-192.png": (192, 0.56, 0),
    "maskable-512.png": (512, 0.56, 0),
    "apple-180.png": (180, 0.66, 0),
}


def page_of(mark: str, width: int, share: float, radius: int) -> str:
    """Return a page of which the whole is one icon."""
    inner = round(width * share)
    return (
        f"<style>body{{margin:0}}div{{width:{width}px;height:{width}px;"
        f"background:{PAPER};border-radius:{radius}px;display:grid;"
        f"place-content:center}}svg{{width:{inner}px;height:{inner}px}}</style>"
        f"<div>{mark}</div>"
    )


def main() -> int:
    """Draw each icon in a browser and keep it."""
    mark = (PLAIT / "icon.svg").read_text(encoding="utf-8")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        for name, (width, share, radius) in ICONS.items():
            page = browser.new_page(viewport={"width": width, "height": width})
            page.set_content(page_of(mark, width, share, radius))
            picture = PLAIT / "icons" / name
            page.screenshot(path=picture, omit_background=True)
            page.close()
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
