"""What cannot both be kept: events, journeys, leave, agreed blocks."""

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plait.analysis.hours.clashes.clashes import Clash, ClashKind, clashes
from plait.analysis.hours.clashes.overlaps import MOST_EACH
from plait.domain.columns import NO_ROLE, Events
from tests.cast import Life, terms

# The date is Friday 20 November 2026; Amsterdam is an hour ahead of UTC.


def life(**told: object) -> Life:
    return Life(**told).role("Atlas").role("Board").role("Study")


def found(one: Life, **told: int) -> tuple[Clash, ...]:
    return clashes(one.portfolio(), **told)


def kinds(one: Life) -> list[ClashKind]:
    return [clash.kind for clash in found(one)]


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


# --------------------------------------------------------------------- overlap


def test_events_of_two_roles_that_overlap_clash():
    one = life().meets("Atlas", "2026-11-24T09:00", 2)
    one.meets("Board", "2026-11-24T10:30", 2)

    assert found(one) == (
        Clash(
            kind=ClashKind.OVERLAP,
            starts_at=utc("2026-11-24T10:30"),
            ends_at=utc("2026-11-24T11:00"),
            minutes=30,
            roles=(0, 1),
            events=(0, 1),
            count=1,
            last_at=utc("2026-11-24T10:30"),
        ),
    )


@pytest.mark.parametrize(
    ("start", "told"),
    [
        ("2026-11-24T11:00", {}),  # one begins as the other ends
        ("2026-11-24T10:00", {"is_busy": False}),
        ("2026-11-24T00:00", {"is_all_day": True}),
        ("2026-11-19T10:00", {}),  # gone by
    ],
)
def test_what_takes_no_time_together_does_not_clash(start, told):
    one = life().meets("Atlas", "2026-11-24T09:00", 2)

    assert not found(one.meets("Board", start, 2, **told))


def test_events_of_one_role_are_its_own_affair():
    one = life().meets("Atlas", "2026-11-24T09:00", 2)

    assert not found(one.meets("Atlas", "2026-11-24T10:00", 2))


def test_an_appointment_of_no_role_against_a_role_is_a_kind_of_its_own():
    one = life().meets("", "2026-11-24T09:00", 1, title="Dentist")
    one.meets("Board", "2026-11-24T09:30", 2)

    (clash,) = found(one)

    assert clash.kind is ClashKind.OUTSIDE
    assert clash.roles == (NO_ROLE, 1)


def test_two_appointments_of_no_role_are_private():
    one = life().meets("", "2026-11-24T09:00", 1).meets("", "2026-11-24T09:00", 1)

    assert not found(one)


def test_one_event_in_two_calendars_serves_both_roles_and_is_no_clash():
    one = life().meets("Atlas", "2026-11-24T09:00", 1, title="Kick-off")

    assert not found(one.meets("Board", "2026-11-24T09:00", 1, title="Kick-off"))


def test_what_recurs_is_told_once_with_how_often():
    one = life()
    for week in range(4):
        monday = datetime.fromisoformat("2026-11-23T09:00") + timedelta(weeks=week)
        one.meets("Atlas", monday.isoformat(), 1, title="Stand-up")
        one.meets("Board", monday.isoformat(), 2, title="Office hours")

    (clash,) = found(one)

    assert (clash.count, clash.minutes) == (4, 60)
    assert clash.starts_at == utc("2026-11-23T09:00")
    assert clash.last_at == utc("2026-12-14T09:00")


def test_only_as_many_days_are_looked_at_as_were_asked_for():
    one = (
        life()
        .meets("Atlas", "2026-11-24T09:00", 1)
        .meets("Board", "2026-11-24T09:00", 1)
    )

    assert found(one, n_days=5)
    assert not found(one, n_days=4)


def test_clashes_come_in_order_of_time():
    one = life()
    for day in ("2026-12-03", "2026-11-25", "2026-12-01"):
        one.meets("Atlas", f"{day}T09:00", 1, title=f"a {day}")
        one.meets("Board", f"{day}T09:30", 1, title=f"b {day}")

    days = [clash.starts_at.date().isoformat() for clash in found(one)]

    assert days == ["2026-11-25", "2026-12-01", "2026-12-03"]


# ---------------------------------------------------------------------- travel


def journey(here: str, there: str, gap_minutes: int = 10, **told: int) -> Life:
    one = life(**told).meets("Atlas", "2026-11-24T09:00", 1, place=here)
    start = datetime.fromisoformat("2026-11-24T10:00") + timedelta(minutes=gap_minutes)
    return one.meets("Board", start.isoformat(), 1, place=there)


def test_two_places_with_too_little_time_between_them_clash():
    (clash,) = found(journey("Atlas House", "Town hall"))

    # 30 minutes are needed and 10 are there.
    assert (clash.kind, clash.minutes) == (ClashKind.TRAVEL, 20)
    assert clash.starts_at == utc("2026-11-24T10:00")
    assert clash.ends_at == utc("2026-11-24T10:10")


@pytest.mark.parametrize(
    ("gap", "minutes", "n_clashes"),
    [(0, 30, 1), (29, 30, 1), (30, 30, 0), (30, 45, 1), (0, 0, 0)],
)
def test_the_time_it_takes_is_what_the_person_told(gap, minutes, n_clashes):
    one = journey("Atlas House", "Town hall", gap, travel_minutes=minutes)

    assert len(found(one)) == n_clashes


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("Town hall", "Town hall"),
        ("Town hall", "town hall, room 3"),
        ("Town hall", ""),
        ("Town hall", "https://meet.example.org/abc"),
        ("Town hall", "Microsoft Teams Meeting"),
        ("Zoom", "Town hall"),
        ("online", "Town hall"),
        ("Telefonisch", "Town hall"),
    ],
)
def test_no_journey_lies_between_these(here, there):
    assert not found(journey(here, there))


def test_a_street_is_not_a_program_to_meet_in():
    assert found(journey("Zoomweg 12", "Town hall"))


# ----------------------------------------------------------------------- leave


def test_an_event_of_a_role_during_leave_is_told():
    one = life().is_away("2026-12-21", "2026-12-28")

    (clash,) = found(one.meets("Board", "2026-12-22T18:00", 2))

    assert (clash.kind, clash.roles, clash.events) == (ClashKind.LEAVE, (1,), (0,))
    assert clash.minutes == 120


@pytest.mark.parametrize(
    ("role", "start"), [("", "2026-12-22T18:00"), ("Board", "2026-12-28T08:00")]
)
def test_private_life_and_other_days_do_not_touch_leave(role, start):
    one = life().is_away("2026-12-21", "2026-12-28")

    assert not found(one.meets(role, start, 2))


def test_leave_from_one_role_touches_that_role_alone():
    one = life().is_away("2026-12-21", "2026-12-28", role="Atlas")
    one.meets("Board", "2026-12-22T18:00", 2).meets("Atlas", "2026-12-23T10:00", 1)

    assert [clash.roles for clash in found(one)] == [(0,)]


def test_an_event_that_reaches_into_leave_touches_it():
    # From Saturday 19 December for three days.
    one = life().is_away("2026-12-21", "2026-12-28")

    assert kinds(one.meets("Board", "2026-12-19T08:00", 60)) == [ClashKind.LEAVE]


# ---------------------------------------------------------------------- blocks


def with_blocks(first: str, second: str, **told: str) -> Life:
    one = Life().role("Atlas", terms("8/week", blocks=first))
    return one.role("Board", terms("8/week", blocks=second, **told))


def test_agreed_blocks_of_two_roles_that_overlap_are_told_once():
    (clash,) = found(with_blocks("tue 09:00-17:00", "tue 16:00-18:00"))

    assert (clash.kind, clash.roles, clash.events) == (ClashKind.BLOCKS, (0, 1), ())
    # Tuesday 24 November 2026 is the first of twelve; 16:00 here is 15:00 UTC.
    assert (clash.starts_at, clash.minutes) == (utc("2026-11-24T15:00"), 60)
    assert clash.count == 12


def test_blocks_clash_only_while_both_terms_hold():
    (clash,) = found(
        with_blocks("tue 09:00-17:00", "tue 16:00-18:00", until="2026-12-08")
    )

    assert clash.count == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("tue 09:00-12:00", "tue 12:00-17:00"),
        ("tue 09:00-17:00", "wed 09:00-17:00"),
        ("tue 09:00-17:00", ""),
    ],
)
def test_blocks_that_keep_clear_of_each_other_do_not_clash(first, second):
    assert not found(with_blocks(first, second))


def test_a_block_over_midnight_clashes_with_the_next_morning():
    (clash,) = found(with_blocks("sun 22:00-06:00", "mon 05:00-09:00"))

    assert clash.minutes == 60


# ----------------------------------------------------------- against counting all


@st.composite
def calendars(draw: st.DrawFn) -> Life:
    one = life(travel_minutes=draw(st.sampled_from([0, 30, 75])))
    for n in range(draw(st.integers(0, 14))):
        minutes = draw(st.integers(0, 600))
        start = datetime.fromisoformat("2026-11-24T06:00") + timedelta(minutes=minutes)
        one.meets(
            draw(st.sampled_from(["", "Atlas", "Board", "Study"])),
            start.isoformat(),
            draw(st.sampled_from([0.0, 0.25, 1.0, 3.0])),
            title=f"{n}",
            place=draw(st.sampled_from(["", "Here", "There", "Zoom"])),
            is_busy=draw(st.sampled_from([True, True, True, False])),
        )
    return one


def counted(one: Life) -> list[tuple[ClashKind, set[int], float]]:
    """Return every clash by looking at every two events."""
    events, travel = one.portfolio().events, one.person.travel_minutes
    every = []
    for a in range(len(events)):
        for b in range(a + 1, len(events)):
            roles = {int(events.role[a]), int(events.role[b])}
            if len(roles) == 1 or not (events.is_busy[a] and events.is_busy[b]):
                continue
            start = max(events.starts_at[a], events.starts_at[b])
            end = min(events.ends_at[a], events.ends_at[b])
            minutes = (end - start) / np.timedelta64(1, "m")
            places = {events.places[events.place[a]], events.places[events.place[b]]}
            if minutes > 0:
                kind = ClashKind.OUTSIDE if NO_ROLE in roles else ClashKind.OVERLAP
                every.append((kind, {a, b}, minutes))
            elif (
                -minutes < travel
                and NO_ROLE not in roles
                and places == {"Here", "There"}
                and _one_after_the_other(events, a, b)
            ):
                every.append((ClashKind.TRAVEL, {a, b}, travel + minutes))
    return every


def _one_after_the_other(events: Events, a: int, b: int) -> bool:
    return events.starts_at[b] >= events.ends_at[a]


@settings(max_examples=200, deadline=None)
@given(one=calendars())
def test_the_clashes_are_those_that_looking_at_every_two_events_finds(one):
    ours = [(clash.kind, set(clash.events), clash.minutes) for clash in found(one)]

    assert sorted(ours, key=str) == sorted(counted(one), key=str)


# ------------------------------------------------------------------------- size


def many(starts: np.ndarray, role: np.ndarray) -> Events:
    n = len(starts)
    starts = np.datetime64("2026-11-20", "s") + np.sort(starts) * 60
    return Events(
        on=starts.astype("datetime64[D]"),
        starts_at=starts,
        ends_at=starts + 20 * 60,
        is_all_day=np.zeros(n, dtype=bool),
        is_busy=np.ones(n, dtype=bool),
        role=role.astype(np.int16),
        status=np.ones(n, dtype=np.int8),
        fingerprint=np.arange(n),
        title=np.arange(n, dtype=np.int32) % 100,
        place=np.arange(n, dtype=np.int32) % 30,
        titles=tuple(map(str, range(100))),
        places=tuple(f"Place {n}" for n in range(30)),
    )


def seconds_for(events: Events, n_days: int) -> float:
    portfolio = replace(life().portfolio(), events=events)
    times = []
    for _ in range(3):
        began = time.perf_counter()
        clashes(portfolio, n_days)
        times.append(time.perf_counter() - began)
    return min(times)


def test_twenty_thousand_events_take_a_moment():
    # 20,000 events of 20 minutes on ten years are one in four hours.
    rng = np.random.default_rng(3)
    minutes = rng.integers(0, 3650 * 24 * 60, 20_000)

    # Measured at 0.03; the rest is for machines that are busy or slow.
    assert seconds_for(many(minutes, rng.integers(-1, 3, 20_000)), 3650) < 0.5


def test_a_calendar_imported_many_times_over_does_not_take_for_ever():
    # Every two of 10,000 events at one time would be 25 million pairs.
    at_once = np.full(10_000, 600)
    role = np.arange(10_000) % 2
    portfolio = replace(life().portfolio(), events=many(at_once, role))

    counts = sum(clash.count for clash in clashes(portfolio))

    assert 0 < counts <= 10_000 * MOST_EACH
