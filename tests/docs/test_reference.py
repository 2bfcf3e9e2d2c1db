"""What the reference says is so: each claim is asked of the code itself."""

import re
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from plait.formats import archive, source
from plait.formats.calendars.ics import HORIZON_DAYS
from plait.formats.calendars.ics_rules import MOST_OCCURRENCES
from plait.formats.calendars.ics_text import MOST_EVENTS
from plait.formats.registry import all_formats, format_of
from plait.formats.source import Options, Source
from plait.formats.tables import table
from plait.formats.tables.workbook import MOST_CELLS
from plait.web.forms.imports import MOST_FILES
from scripts.check_docs import settings
from scripts.references import commands

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "docs" / "reference"
FORMATS = (PAGES / "formats.md").read_text("utf-8")
OPTIONS = Options(today=date(2026, 11, 21), timezone=ZoneInfo("Europe/Amsterdam"))


def sections(page: str) -> dict[str, str]:
    """Return what stands under each heading of the third level."""
    _, *parts = re.split(r"^### (.+)$", page, flags=re.MULTILINE)
    bodies = (re.split(r"^## ", body, flags=re.MULTILINE)[0] for body in parts[1::2])
    return dict(zip(parts[::2], bodies, strict=True))


def pieces() -> list[tuple[str, str]]:
    """Return every piece of a file that the page shows, with its format's name."""
    return [
        (heading.partition(":")[0], piece)
        for heading, body in sections(FORMATS).items()
        for piece in re.findall(r"^```text\n(.*?)^```$", body, re.DOTALL | re.MULTILINE)
    ]


def test_every_format_has_its_heading_and_nothing_else_has_one():
    known = [f"{form.NAME}: {form.LABEL}" for form in (*all_formats(), table)]

    assert sorted(sections(FORMATS)) == sorted(known)


def test_every_format_shows_what_it_is_recognised_by():
    shown = {name for name, _ in pieces()}

    # A file kept with a payment is known by its name and its bytes, and may be any.
    assert shown == {form.NAME for form in all_formats()} - {"plait_attachment"}


@pytest.mark.parametrize(("name", "piece"), pieces())
def test_a_piece_on_the_page_is_recognised_as_what_the_page_says(name, piece, tmp_path):
    file = tmp_path / "any-name"
    file.write_text(piece, encoding="utf-8")

    found = format_of(Source(file.name, file), OPTIONS)

    assert name == found.NAME


def headings() -> list[tuple[str, str]]:
    """Return the pieces that are a heading, as short as it may be.

    LinkedIn's are shown whole, as people meet them; those of Plait's own tables are
    known by their first column.
    """
    others = {"abnamro", "json_resume", "linkedin", "plait_lines", "plait_book"}
    lines = [(name, piece.strip("\n")) for name, piece in pieces()]
    are_short = [(n, line) for n, line in lines if "\n" not in line and n not in others]
    return [(n, line) for n, line in are_short if len(re.findall("[,;]", line)) > 1]


@pytest.mark.parametrize(("name", "heading"), headings())
def test_a_heading_on_the_page_holds_no_more_than_it_must(name, heading, tmp_path):
    mark = max(",;", key=heading.count)
    columns = heading.split(mark)
    for column in columns:
        file = tmp_path / "one-less"
        file.write_text(mark.join(c for c in columns if c != column) + "\n", "utf-8")
        left = [
            form.NAME for form in all_formats() if form.recognise(Source("x", file))
        ]

        assert not left, f"still recognised without {column}"


def test_the_limits_on_the_page_are_those_of_the_code():
    assert source.LARGEST_BYTES == archive.MOST_BYTES == 200_000_000
    assert archive.MOST_MEMBERS == 1_000
    assert archive.HIGHEST_RATIO == 200
    assert (MOST_EVENTS, MOST_OCCURRENCES, HORIZON_DAYS) == (300_000, 4_000, 400)
    assert MOST_CELLS == 10_000_000
    assert MOST_FILES == 200


def test_settings_has_a_heading_for_each_setting_and_no_other():
    page = (PAGES / "settings.md").read_text("utf-8")

    assert set(re.findall(r"^## (.+)$", page, re.MULTILINE)) == settings()


def test_the_commands_page_says_what_the_commands_say():
    assert all(
        page.read_text("utf-8") == text for page, text in commands.pages().items()
    ), "run python -m scripts.references"
