"""Writes what docs/reference says of the book file from its schemas.

The tables of docs/reference/plait-files.md between its two marks, and
docs/reference/book-file.json.
"""

import json
from pathlib import Path

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"
PAGE, SCHEMA = REFERENCE / "plait-files.md", REFERENCE / "book-file.json"
BEGIN = "<!-- begin of scripts/references -->"
END = "<!-- end of scripts/references -->"


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


def _page() -> str:
    """Return the page as it should stand."""
    before, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{tables()}\n\n{END}{after}"


def _schema() -> str:
    """Return the JSON Schema as it should stand."""
    from plait.formats.plait.described import json_schema

    return json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n"


def pages() -> dict[Path, str]:
    """Return the page and the JSON Schema as they should stand."""
    return {PAGE: _page(), SCHEMA: _schema()}
