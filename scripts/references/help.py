"""Writes the help with each page into docs/reference, in each language."""

from pathlib import Path

from plait.web.pages.help import LINK, TOPICS, source

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "reference"
_HEADS = {
    "en": (
        "help.md",
        (
            "# Help with each page\n\nThe question mark at the top of a page opens its text;"
            " this page holds them all. [In Dutch](help.nl.md).\n"
        ),
    ),
    "nl": (
        "help.nl.md",
        (
            "# Hulp bij elke pagina\n\nHet vraagteken bovenaan een pagina opent haar tekst;"
            " hier staan ze allemaal. [In het Engels](help.md).\n"
        ),
    ),
}


def pages() -> dict[Path, str]:
    """Return the two pages as they should stand."""
    return {
        FOLDER / name: "\n".join([head, *(_section(t, language) for t in TOPICS)])
        for language, (name, head) in _HEADS.items()
    }


def _section(topic: str, language: str) -> str:
    title, body = source(topic, language)
    below = body.replace("\n## ", "\n### ")
    for other in TOPICS:
        heading = source(other, language)[0]
        below = below.replace(f"]({LINK}{other})", f"](#{_anchor(heading)})")
    return f"## {title}\n\n{below}\n"


def _anchor(heading: str) -> str:
    """Return what a heading is linked by."""
    kept = "".join(c for c in heading.casefold() if c.isalnum() or c in " -_")
    return kept.replace(" ", "-")
