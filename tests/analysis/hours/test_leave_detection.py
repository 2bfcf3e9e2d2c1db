"""Leave found in calendars: which titles speak of it, and what is proposed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.analysis.hours.leave_detection import LeaveFound, leave_found
from plait.analysis.hours.leave_words import leave_in
from plait.domain.availability import AbsenceKind
from tests.cast import Life, day, period

LEAVE, SICK, PARENTAL = (
    AbsenceKind.LEAVE,
    AbsenceKind.SICKNESS,
    AbsenceKind.PARENTAL,
)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Vakantie", LEAVE),
        ("Verlof Nora", LEAVE),
        ("VERLOF", LEAVE),
        ("Vrij", LEAVE),
        ("Holiday", LEAVE),
        ("Annual leave - Nora", LEAVE),
        ("On leave", LEAVE),
        ("Leave", LEAVE),
        ("Day off", LEAVE),
        ("Urlaub", LEAVE),
        ("Congés", LEAVE),
        ("conges", LEAVE),
        ("Vacances", LEAVE),
        ("Zomervakantie", LEAVE),
        ("Ziek", SICK),
        ("Nora ziek", SICK),
        ("Sick leave", SICK),
        ("Krank", SICK),
        ("Arrêt maladie", SICK),
        ("Ouderschapsverlof", PARENTAL),
        ("Maternity leave", PARENTAL),
        ("Elternzeit", PARENTAL),
        ("Congé parental", PARENTAL),
    ],
)
def test_titles_of_leave_are_known_in_four_languages(title, kind):
    assert leave_in(title, "Nora de Wit") == (kind, True)


@pytest.mark.parametrize(
    "title",
    [
        "",
        "Bank holiday",
        "Holiday party",
        "Schoolvakantie",
        "Schulferien",
        "Vakantiegeld",
        "Vakantie aanvragen",
        "Jour férié",
        "Leave for Oslo",
        "Ziek kind ophalen",
        "Kick-off",
        "Offsite",
        "Verjaardag",
        "2026-07-20",
        "🏖️",
    ],
)
def test_titles_of_other_things_are_not(title):
    assert leave_in(title, "Nora de Wit") is None


@pytest.mark.parametrize("title", ["Vakantie Kreta", "Verlof Jan", "Ziekteverlof Els"])
def test_with_other_words_it_is_less_sure(title):
    assert leave_in(title, "Nora de Wit").is_sure is False


@given(st.text(max_size=400), st.text(max_size=40))
def test_no_title_is_too_strange_to_read(title, name):
    assert leave_in(title, name) in {
        None,
        *((kind, sure) for kind in AbsenceKind for sure in (True, False)),
    }


def all_day(life: Life, start: str, n_days: int, title: str, role: str = "") -> Life:
    # As a calendar of Amsterdam tells it: from midnight, an hour earlier in UTC.
    begins = day(start) - timedelta(days=1)
    life.meets(role, f"{begins}T23:00", 24 * n_days, title=title, is_all_day=True)
    return life


def found(life: Life, **told) -> tuple[LeaveFound, ...]:
    portfolio = life.portfolio()
    # The cast puts an event on its day in UTC, a book on its local one.
    portfolio.events.on[:] = portfolio.events.on + 1
    return leave_found(portfolio, **told)


def test_an_all_day_event_is_proposed_by_its_days():
    life = all_day(Life(), "2026-07-20", 5, "Vakantie")

    (one,) = found(life)

    assert one.period == period("2026-07-20", "2026-07-25")
    assert (one.kind, one.title, one.fingerprints) == (LEAVE, "Vakantie", (1,))
    assert one.role is None
    assert one.is_sure


def test_days_in_which_the_clock_changes_are_whole_days():
    # 19 to 25 October 2026 have 7 x 24 + 1 hours in Amsterdam.
    life = Life()
    life.meets("", "2026-10-18T23:00", 169, title="Vakantie", is_all_day=True)

    assert found(life)[0].period == period("2026-10-19", "2026-10-26")


def test_events_with_a_time_are_no_days_off():
    life = Life().meets("", "2026-07-20T09:00", 8, title="Vakantie")

    assert found(life) == ()


def test_stretches_that_touch_or_overlap_are_one():
    life = all_day(Life(), "2026-07-20", 5, "Vakantie")
    all_day(life, "2026-07-25", 3, "Vakantie Kreta")
    all_day(life, "2026-07-26", 1, "Verlof")

    (one,) = found(life)

    assert one.period == period("2026-07-20", "2026-07-28")
    assert one.fingerprints == (1, 2, 3)
    assert not one.is_sure


def test_leave_and_sickness_are_kept_apart():
    life = all_day(Life(), "2026-07-20", 5, "Vakantie")
    all_day(life, "2026-07-25", 1, "Ziek")

    assert [one.kind for one in found(life)] == [LEAVE, SICK]


def test_what_is_noted_already_is_not_proposed():
    life = all_day(Life(), "2026-07-20", 5, "Vakantie")

    assert found(life.is_away("2026-07-18", "2026-07-27")) == ()


def test_only_the_days_that_are_not_noted_are_proposed():
    life = all_day(Life(), "2026-07-20", 12, "Vakantie")  # up to 31 July
    life.is_away("2026-07-22", "2026-07-25")

    assert [one.period for one in found(life)] == [
        period("2026-07-20", "2026-07-22"),
        period("2026-07-25", "2026-08-01"),
    ]


def test_a_weekend_between_noted_weeks_is_not_proposed():
    life = all_day(Life(), "2026-07-20", 12, "Vakantie")
    life.is_away("2026-07-20", "2026-07-25").is_away("2026-07-27", "2026-08-01")

    assert found(life) == ()


def test_leave_in_a_roles_calendar_is_leave_from_that_role():
    life = Life().role("Practice").role("Atlas")
    all_day(life, "2026-07-20", 5, "Verlof", role="Practice")
    life.is_away("2026-07-20", "2026-07-25", role="Atlas")

    assert [one.role for one in found(life)] == [0]
    assert found(life.is_away("2026-07-20", "2026-07-25", role="Practice")) == ()


def test_leave_from_all_roles_covers_that_of_one():
    life = Life().role("Practice")
    all_day(life, "2026-07-20", 5, "Verlof", role="Practice")
    all_day(life, "2026-07-20", 7, "Vakantie")

    (one,) = found(life)

    assert (one.role, one.title) == (None, "Vakantie")


def test_answered_events_are_not_proposed_again():
    life = all_day(Life(), "2026-07-20", 5, "Vakantie")

    assert found(life, answered={1}) == ()


@pytest.mark.parametrize(
    ("n_days", "weeks_apart", "n_found"), [(5, 1, 5), (6, 1, 0), (6, 2, 0), (6, 3, 6)]
)
def test_the_same_weekday_free_week_after_week_is_no_leave(
    n_days, weeks_apart, n_found
):
    life = Life()
    for number in range(n_days):
        friday = date(2026, 3, 6) + timedelta(weeks=weeks_apart * number)
        all_day(life, friday.isoformat(), 1, "Vrij")

    assert len(found(life)) == n_found


def test_without_events_nothing_is_found():
    assert leave_found(Life().portfolio()) == ()
