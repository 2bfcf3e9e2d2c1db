"""Every command that shows something fits the window, in both languages."""

from zoneinfo import ZoneInfo

import pytest
from rich.cells import cell_len

from plait.accounts.operations import change_person
from plait.book.imports.batches import import_files
from plait.book.operations.reminders import choose_reminder
from plait.cli.render.terminal import console
from plait.domain.reminders import USUAL
from plait.formats.source import Options, Source
from tests.book.conftest import NOW, SAMPLES, TODAY

SHOWING = (
    *("account list", "calendars", "calendars feed", "calendars titles", "capacity"),
    *("check", "concentration", "delete-everything --dry-run", "doubles", "drift"),
    *("exposure", "finding list", "history", "holidays", "hours", "hours --by week"),
    *("imports", "inbox", "income", "invoices", "known", "log --list", "mapping"),
    *("obligations", "organisation list", "payer list", "records", "rules"),
    *("records --kind time", "recurring list", "reminders", "reminders due"),
    *("review", "review --all", "role list", "settings", "stress", "time-off"),
    *("takeon --new X --hours 4/week", "undo 99", "worktime", "inpox", "start"),
)
SLOWER = ("simulate", "plan")


@pytest.fixture
def sample(nora):
    """Nora's book with all samples in it."""
    files = [SAMPLES.parent / "portfolio.toml", *sorted(SAMPLES.iterdir())]
    import_files(
        viewer=nora,
        sources=[Source(file.name, file) for file in files],
        options=Options(today=TODAY, timezone=ZoneInfo(nora.timezone)),
        now=NOW,
        titles=True,
    )
    for one in USUAL.values():
        choose_reminder(viewer=nora, reminder=one)
    return nora


def too_wide(text: str, width: int) -> list[str]:
    """Return lines beyond the width, but for a word that cannot be broken."""
    found = []
    for line in text.split("\n"):
        words = line.split()
        indent = len(line) - len(line.lstrip())
        is_wide = cell_len(line.rstrip()) > width
        if is_wide and indent + max(map(cell_len, words)) <= width:
            found.append(line)
    return found


def all_too_wide(plait, commands, width: int) -> dict[str, list[str]]:
    found = {}
    for command in commands:
        text = plait(*command.split(), COLUMNS=str(width)).output
        if wide := too_wide(text, width):
            found[command] = wide
    return found


def test_commands_fit_sixty_columns_in_dutch(plait, sample):
    change_person(viewer=sample, language="nl")

    assert all_too_wide(plait, SHOWING, 60) == {}


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("width", [60, 80])
def test_every_command_fits_every_window(plait, sample, language, width):
    change_person(viewer=sample, language=language)

    assert all_too_wide(plait, (*SHOWING, *SLOWER), width) == {}
    assert console.width == width
