"""Write what docs/reference says of the book file from its schemas, or check it.

.venv/bin/python scripts/book_reference.py [--check]

The tables of docs/reference/plait-files.md between its two marks, and
docs/reference/book-file.json.
"""

import argparse
import json
import sys
from pathlib import Path

REFERENCE = Path(__file__).resolve().parent.parent / "docs" / "reference"
PAGE, SCHEMA = REFERENCE / "plait-files.md", REFERENCE / "book-file.json"
BEGIN = "<!-- begin of scripts/book_reference.py -->"
END = "<!-- end of scripts/book_reference.py -->"


def tables() -> str:
    """Return the sections of the page that describe each kind of record."""
    from plait.domain.schemas.registry import SCHEMAS
    from plait.formats.plait.described import example, table

    parts = []
    for section, schema in SCHEMAS.items():
        rows = [
            f"| `{name}` | {about} | {written} |"
            for name, about, written in table(schema)
        ]
        head = "person" if section == "person" else f"[{section}]"
        begin = "[roles.agreements]" if section == "agreements" else head
        lines = example(schema)
        toml = f"\n\n```toml\n[{begin}]\n{lines}\n```" if lines else ""
        heading = f"### {section}\n\n{schema.about}\n\n"
        listed = "\n".join(["| field | holds | written as |", "|---|---|---|", *rows])
        parts.append(f"{heading}{listed}{toml}")
    return "\n\n".join(parts)


def page() -> str:
    """Return the page as it should stand."""
    before, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{tables()}\n\n{END}{after}"


def schema() -> str:
    """Return the JSON Schema as it should stand."""
    from plait.formats.plait.described import json_schema

    return json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n"


def differs() -> bool:
    """Return whether the page or the schema is any other than the source says."""
    is_there = SCHEMA.is_file() and schema() == SCHEMA.read_text("utf-8")
    return not is_there or page() != PAGE.read_text("utf-8")


def main() -> int:
    """Write both, or say whether they are as they should be."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true")
    if not parser.parse_args().check:
        PAGE.write_text(page(), encoding="utf-8")
        SCHEMA.write_text(schema(), encoding="utf-8")
        return 0
    if differs():
        print(f"{PAGE.name} is not what the source says: run {Path(__file__).name}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
