"""plait capacity: the weeks ahead, what clashes, how far it can be believed."""

from datetime import date, timedelta

import pytest

from plait.accounts.operations import change_person
from plait.book.models import Role
from plait.book.operations.records import add_time
from tests.cli.conftest import ROOT
from tests.tell_tales import english_in

# A Friday; the next full week begins on Monday 23 November.
ON = ("--on", "2026-11-20")


@pytest.fixture
def book(plait, nora):
    """Two roles of 20 and 6 hours a week, of 28 that Nora has to give."""
    nora.capacity_minutes = 28 * 60
    nora.save()
    for name, hours in (("Atlas", "20/week"), ("Board", "6/week")):
        wanted = ["role", "add", name, "--organisation", f"{name} House"]
        plait(*wanted, "--kind", "contract", "--from", "2024-01-01", "--hours", hours)
    return plait


def errors_of(test: dict) -> dict[str, float]:
    return {one["method"]: one["error"] for one in test["errors"]}


def gives(viewer, key: str, n_weeks: int, hours: int) -> None:
    """Give hours on the Friday of so many weeks up to 13 November 2026."""
    role = Role.objects.get(owner=viewer, key=key)
    for week in range(n_weeks):
        friday = date(2026, 11, 13) - timedelta(weeks=week)
        add_time(viewer=viewer, role=role, on=friday, seconds=hours * 3600)


def test_agreed_hours_stand_alone_while_there_are_too_few_weeks(book, as_json):
    answer = as_json("capacity", *ON)

    assert len(answer["weeks"]) == 12
    first = answer["weeks"][0]
    assert first["monday"] == "2026-11-23"
    assert (first["supply"], first["load"], first["free"]) == (28, 26, 2)
    assert first["roles"] == [
        {"role": "atlas", "hours": 20},
        {"role": "board", "hours": 6},
    ]
    assert (first["low"], first["p_overfull"], answer["back_test"]) == (
        None,
        None,
        None,
    )


def test_the_page_says_why_there_is_no_range(book):
    page = " ".join(book("capacity", *ON).output.split())

    assert "2026-11-23 28.0 26.0 – 2.0" in page
    assert (
        "These are the agreed hours alone, without a range: you have 0 full weeks"
        in page
    )


def test_a_forecast_from_the_past_comes_with_its_record(book, nora, as_json):
    gives(nora, "atlas", 60, 24)
    gives(nora, "board", 60, 6)

    answer = as_json("capacity", *ON)

    first, test = answer["weeks"][0], answer["back_test"]
    assert first["load"] == pytest.approx(30, abs=0.05)
    assert first["p_overfull"] > 0.9
    assert test["error"] < 0.1
    # 30 hours came where 26 were agreed.
    assert errors_of(test)["agreed hours"] == pytest.approx(4)


def test_the_page_gives_the_chance_in_words_and_the_record(book, nora):
    gives(nora, "atlas", 60, 24)
    gives(nora, "board", 60, 6)

    page = " ".join(book("capacity", *ON).output.split())

    assert "2026-11-23 28.0 30.0 29 to 31 -2.0" in page
    assert "almost sure, 9" in page
    assert "was right 100 % of the time (80 % is the aim)" in page
    assert "the agreed hours: 4 hours off" in page


def test_as_many_weeks_are_shown_as_requested(book, as_json):
    assert len(as_json("capacity", *ON, "--weeks", "3")["weeks"]) == 3


@pytest.mark.parametrize("weeks", ["0", "27", "many"])
def test_weeks_that_cannot_be_looked_at_are_refused(book, weeks):
    assert book("capacity", "--weeks", weeks).exit_code == 2


CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Hand made//EN
BEGIN:VEVENT
UID:one@example.org
DTSTAMP:20261101T000000Z
DTSTART:20261124T090000Z
DTEND:20261124T100000Z
SUMMARY:Kick-off
END:VEVENT
BEGIN:VEVENT
UID:two@example.org
DTSTAMP:20261101T000000Z
DTSTART:20261124T090000Z
DTEND:20261124T103000Z
SUMMARY:Budget
END:VEVENT
END:VCALENDAR
"""


def test_clashes_have_titles_and_local_times(book, as_json, tmp_path):
    (tmp_path / "mine.ics").write_text(CALENDAR)
    book("import", tmp_path / "mine.ics", "--titles")
    book("assign", "title", "Kick-off", "atlas")
    book("assign", "title", "Budget", "board")

    (clash,) = as_json("capacity", *ON)["clashes"]
    page = book("capacity", *ON).output

    assert clash["titles"] == ["Kick-off", "Budget"]
    assert clash["minutes"] == 60
    # 9:00 UTC is 10:00 in Amsterdam.
    assert "2026-11-24 10:00–11:00" in page
    assert "Kick-off (Atlas) and Budget (Board) are at the same time" in page


def test_a_person_without_available_hours_reads_what_is_missing(plait, nora):
    nora.capacity_minutes = None
    nora.save()

    page = " ".join(plait("capacity", *ON).output.split())

    assert "do not say how many hours a week you have available" in page


def test_the_page_speaks_the_language_of_its_person(book, nora):
    gives(nora, "atlas", 60, 24)
    change_person(viewer=nora, language="nl")

    page = book("capacity", *ON).output

    assert "Beschikbaar  Verwacht" in page
    assert english_in(page) == []


def test_the_page_and_the_command_say_the_same_of_a_week(book, nora, as_json, client):
    gives(nora, "atlas", 60, 24)
    client.force_login(nora)

    first = as_json("capacity", *ON)["weeks"][0]
    page = client.get("/hours/?on=2026-11-20").content.decode()

    assert first["chance_text"] in page


def test_the_page_fits_a_narrow_terminal(book, nora):
    gives(nora, "atlas", 60, 24)

    lines = book("capacity", *ON, COLUMNS="80").output.splitlines()
    weeks = [line for line in lines if line.startswith("202")]

    assert len(weeks) == 12
    assert max(map(len, weeks)) <= 80


def test_the_method_page_gives_the_samples_figures(plait, as_json, nora):
    samples = ROOT / "samples"
    plait("import", samples / "portfolio.toml", samples / "files")

    test = as_json("capacity", *ON)["back_test"]
    page = (ROOT / "docs/explanation/method-capacity.md").read_text("utf-8")

    error, coverage = f"{test['error']:.1f}", f"{test['coverage']:.0%}"
    assert f"| **shipped** (level and rhythms) | **{error}**" in page
    assert f"| 80% ranges that held | {coverage} |" in page
    last_year, agreed = (
        f"{errors_of(test)[name]:.1f}"
        for name in ("the same week last year", "agreed hours")
    )
    assert f"| the same week last year | {last_year} |" in page
    assert f"| agreed hours | {agreed} |" in page
