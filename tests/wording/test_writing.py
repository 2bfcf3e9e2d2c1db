"""Numbers, dates and times as a person writes them, in either language."""

from datetime import date, time

import pytest

from plait.answers.findings.groups import FindingGroup, group_of
from plait.answers.findings.kinds import Kind
from plait.domain.writing import Clock, Dates, Numbers, Writing, written_as
from plait.wording.words import words_for

DAY = date(2026, 11, 30)


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize(
    ("numbers", "number", "money"),
    [
        (Numbers.POINT_COMMA, "1.234,5", "1.234,50"),
        (Numbers.COMMA_POINT, "1,234.5", "1,234.50"),
        (Numbers.SPACE_COMMA, "1\u202f234,5", "1\u202f234,50"),
    ],
)
def test_numbers_and_money_are_written_as_chosen(language, numbers, number, money):
    words = words_for(language)

    with written_as(Writing(numbers=numbers)):
        assert words.number(1234.5) == number
        assert words.money(1234.5, "EUR", 2).endswith(money)


@pytest.mark.parametrize(
    ("dates", "day", "weekday"),
    [
        (Dates.USUAL, "30 November 2026", "Monday 30 November"),
        (Dates.DASHES, "30-11-2026", "Monday 30-11"),
        (Dates.SLASHES, "30/11/2026", "Monday 30/11"),
        (Dates.AMERICAN, "11/30/2026", "Monday 11/30"),
        (Dates.ISO, "2026-11-30", "Monday 11-30"),
    ],
)
def test_days_are_written_as_chosen(dates, day, weekday):
    words = words_for("en")

    with written_as(Writing(dates=dates)):
        assert words.day(DAY) == day
        assert words.weekday(DAY) == weekday


@pytest.mark.parametrize(
    ("at", "written"),
    [(time(0, 5), "12:05 am"), (time(12), "12:00 pm"), (time(19, 30), "7:30 pm")],
)
def test_times_are_written_by_twelve_hours_if_chosen(at, written):
    with written_as(Writing(clock=Clock.HOURS_12)):
        assert words_for("en").time(at) == written
    assert words_for("en").time(at) == f"{at:%H:%M}"


def test_every_kind_of_finding_has_its_group():
    of_the_book = {kind for kind in Kind if group_of(kind) is FindingGroup.BOOK}

    assert {group_of(kind) for kind in Kind} == set(FindingGroup)
    assert of_the_book == {k for k in Kind if k == "inbox" or k.startswith("gap-")}
