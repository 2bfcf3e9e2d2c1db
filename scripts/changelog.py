"""Gather changelog.d into CHANGELOG.md as the news of one release.

.venv/bin/python scripts/changelog.py 0.2.0 2026-12-01
"""

import argparse
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TITLE = "# Changes\n"


def fragments(folder: Path) -> list[Path]:
    """Return the files that hold news, in the order of their names."""
    return [file for file in sorted(folder.glob("*.md")) if file.name != "README.md"]


def gather(folder: Path, changelog: Path, version: str, on: date) -> int:
    """Write the news above the earlier ones, remove the files; return how many."""
    files = fragments(folder)
    told = ["- " + " ".join(file.read_text("utf-8").split()) for file in files]
    before = changelog.read_text("utf-8") if changelog.exists() else TITLE
    earlier = before.removeprefix(TITLE).lstrip("\n")
    news = f"## {version}, {on.isoformat()}\n\n" + "\n".join(told) + "\n"
    parts = [TITLE, news, *([earlier] if earlier else [])]
    changelog.write_text("\n".join(parts), encoding="utf-8")
    for file in files:
        file.unlink()
    return len(files)


def main() -> None:
    """Read the command line and gather."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("version")
    parser.add_argument("on", type=date.fromisoformat)
    asked = parser.parse_args()
    n = gather(ROOT / "changelog.d", ROOT / "CHANGELOG.md", asked.version, asked.on)
    print(f"{n} pieces of news are in CHANGELOG.md now")


if __name__ == "__main__":
    main()
