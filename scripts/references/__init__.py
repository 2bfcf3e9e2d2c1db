"""Pages of docs/reference that follow from the source.

    .venv/bin/python -m scripts.references [--check]

Each module says with `pages()` how its pages should stand; what people wrote around
the generated part stays.
"""

from collections.abc import Iterator
from pathlib import Path

from scripts.references import (
    answers,
    book,
    commands,
    findings,
    kept,
    obligations,
    working_time,
)
from scripts.references import (
    help as help_pages,
)

WRITERS = (
    answers,
    book,
    commands,
    findings,
    help_pages,
    kept,
    obligations,
    working_time,
)


def stale() -> Iterator[Path]:
    """Yield each page that is not as the source says."""
    for writer in WRITERS:
        for page, text in writer.pages().items():
            if not page.is_file() or page.read_text("utf-8") != text:
                yield page


def write() -> None:
    """Write every page anew."""
    for writer in WRITERS:
        for page, text in writer.pages().items():
            page.write_text(text, encoding="utf-8")
