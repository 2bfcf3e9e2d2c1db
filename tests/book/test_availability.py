"""Leave, seasons and overheads: kept, refused, and in the picture."""

from datetime import date
from decimal import Decimal

import pytest

from plait.book import queries
from plait.book.models import Absence, Season
from plait.book.operations import availability, roles
from plait.domain.availability import Absence as Away
from plait.domain.availability import AbsenceKind, OverheadKind
from plait.domain.availability import Season as Stretch
from plait.domain.blocks import blocks_from
from plait.domain.period import Period
from plait.domain.roles import Agreement
from tests.book.conftest import TODAY

AUGUST = Period(date(2026, 8, 1), date(2026, 9, 1))


def portfolio(viewer):
    return queries.load_portfolio(viewer=viewer, on=TODAY)


def test_leave_of_one_role_names_that_role_in_the_picture(nora, role_of):
    role_of(nora, "Board")
    role = role_of(nora, "Practice")

    availability.add_absence(
        viewer=nora, kind=AbsenceKind.LEAVE, period=AUGUST, role=role
    )

    (away,) = portfolio(nora).absences
    assert portfolio(nora).roles[away.role].name == "Practice"
    assert away.period == AUGUST


def test_a_season_and_an_overhead_are_told_in_hours(nora):
    availability.add_season(viewer=nora, season=Stretch(AUGUST, Decimal("20.5")))
    availability.add_overhead(
        viewer=nora,
        kind=OverheadKind.TRAVEL,
        period=Period(date(2026, 1, 1)),
        hours=Decimal(3),
    )

    assert portfolio(nora).seasons[0].hours == Decimal("20.5")
    assert portfolio(nora).overheads[0].hours == 3


def test_two_seasons_do_not_overlap(nora):
    availability.add_season(viewer=nora, season=Stretch(AUGUST, Decimal(20)))
    late = Period(date(2026, 8, 31), date(2026, 9, 10))

    with pytest.raises(availability.BadStretch, match="2026-08-01 – 2026-09-01"):
        availability.add_season(viewer=nora, season=Stretch(late, Decimal(30)))

    assert Season.objects.count() == 1


@pytest.mark.parametrize("end", [None, date(2026, 8, 1), date(2026, 7, 1)])
def test_leave_without_an_end_after_its_start_is_refused(nora, end):
    with pytest.raises(availability.BadStretch, match="2026-08-01"):
        availability.add_absence(
            viewer=nora,
            kind=AbsenceKind.SICKNESS,
            period=Period(date(2026, 8, 1), end),
        )

    assert not Absence.objects.exists()


@pytest.mark.parametrize("hours", ["-1", "168.5"])
def test_a_week_has_no_such_hours_to_give(nora, hours):
    with pytest.raises(availability.BadStretch, match="168 hours"):
        availability.add_season(viewer=nora, season=Stretch(AUGUST, Decimal(hours)))


def test_what_is_removed_is_not_in_the_picture_any_more(nora):
    row = availability.add_absence(viewer=nora, kind=AbsenceKind.LEAVE, period=AUGUST)

    availability.remove_availability(viewer=nora, row=row)

    assert portfolio(nora).absences == ()


def test_another_persons_leave_is_not_there(nora, omar):
    row = availability.add_absence(viewer=omar, kind=AbsenceKind.LEAVE, period=AUGUST)

    with pytest.raises(queries.NotThere):
        queries.availability_row(viewer=nora, kind=Absence, pk=row.pk)

    assert list(queries.availability_rows(viewer=nora, kind=Absence)) == []


def test_agreed_days_and_an_opt_out_are_kept_with_the_terms(nora, role_of):
    role = role_of(nora)
    blocks = blocks_from("mon 09:00-17:00, tue 22:00-06:00")
    terms = Agreement(
        Period(date(2026, 1, 1)), hours=Decimal(16), blocks=blocks, has_opted_out=True
    )

    roles.agree(viewer=nora, role=role, terms=terms)

    (kept,) = portfolio(nora).roles[0].agreements
    assert (kept.blocks, kept.has_opted_out) == (blocks, True)


def test_the_same_leave_is_not_noted_twice(nora, role_of):
    told = {"viewer": nora, "kind": AbsenceKind.LEAVE, "period": AUGUST}
    availability.add_absence(**told)

    with pytest.raises(availability.NotedAlready, match="leave, 2026-08-01"):
        availability.add_absence(**told)

    availability.add_absence(**told, role=role_of(nora))  # from one role: another
    assert Absence.objects.count() == 2


def test_leave_found_is_noted_all_or_none(nora):
    week = Period(date(2026, 7, 6), date(2026, 7, 13))
    found = [(Away(AbsenceKind.LEAVE, days), None, "Vakantie") for days in (week, week)]

    with pytest.raises(availability.NotedAlready):
        availability.note_leave(viewer=nora, found=found)
    assert not Absence.objects.exists()

    assert availability.note_leave(viewer=nora, found=found[:1]) == 1
    assert Absence.objects.get().note == "Vakantie"
