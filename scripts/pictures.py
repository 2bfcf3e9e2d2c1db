"""Take the pictures of the documentation anew, from the sample.

.venv/bin/python scripts/pictures.py

A book is made in a temporary folder and served from there; docs/pictures gets the
first screen of today's page, on a desk and on a phone.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
SIZES = {"today-1280.png": (1280, 1000), "today-390.png": (390, 844)}
ON = "2026-11-21"
PORT = 8397
MOST_BYTES = 300_000


@contextmanager
def sample_served(folder: str) -> Iterator[str]:
    """Serve the sample's book from the folder; yield the link that signs in."""
    plait = [sys.executable, "-m", "plait"]
    environment = {**os.environ, "PLAIT_HOME": folder, "PYTHONPATH": str(ROOT / "src")}
    words = (
        ["init", "--name", "Marit van Dalen"],
        [
            "import",
            "samples/portfolio.toml",
            "samples/files",
            "--titles",
            "--positions",
            "all",
            "--json",
        ],
    )
    for command in words:
        subprocess.run(
            [*plait, *command],
            cwd=ROOT,
            env=environment,
            check=True,
            stdout=subprocess.DEVNULL,
        )
    serve = [*plait, "serve", "--port", str(PORT), "--json"]
    with subprocess.Popen(
        serve, env=environment, stdout=subprocess.PIPE, text=True
    ) as serving:
        try:
            yield json.loads(_first_object(serving))["link"]
        finally:
            serving.terminate()


def _first_object(process: subprocess.Popen[str]) -> str:
    """Return what it prints up to its first closing brace, or all if it ends."""
    told = ""
    for line in process.stdout or ():
        told += line
        if "}" in line:
            break
    return told


def main() -> int:
    """Take the pictures; 1 if one is too large to be kept."""
    sys.path.insert(0, str(ROOT))
    from tests.servers import chromium

    PICTURES.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        sample_served(folder) as link,
        sync_playwright() as driver,
    ):
        browser = driver.chromium.launch(
            executable_path=chromium.program(), args=list(chromium.FLAGS)
        )
        page = browser.new_page(color_scheme="light")
        page.goto(link)
        for name, (width, height) in SIZES.items():
            page.set_viewport_size({"width": width, "height": height})
            page.goto(f"http://127.0.0.1:{PORT}/?on={ON}", wait_until="networkidle")
            page.screenshot(path=PICTURES / name)
        browser.close()
    sizes = {name: (PICTURES / name).stat().st_size for name in SIZES}
    print("\n".join(f"{size:9,} bytes  {name}" for name, size in sizes.items()))
    return int(max(sizes.values()) > MOST_BYTES)


if __name__ == "__main__":
    sys.exit(main())
