"""The secret address of one's own calendar, and what is read there."""

from datetime import date

import pytest

from plait.book.models import CalendarFeed
from plait.book.operations.availability import add_absence
from plait.book.operations.feed import make_feed, revoke_feed
from plait.book.operations.roles import agree
from plait.book.queries import calendar_feed
from plait.book.queries.calendars import feed_owner, own_calendar
from plait.domain.availability import AbsenceKind
from plait.domain.period import Period
from tests.book.conftest import NOW
from tests.cast import terms


def test_an_address_leads_to_its_person(nora, omar):
    assert feed_owner(make_feed(viewer=nora, now=NOW)) == nora
    assert feed_owner(make_feed(viewer=omar, now=NOW)) == omar


def test_no_address_is_kept(nora):
    token = make_feed(viewer=nora, now=NOW)

    assert token not in str(CalendarFeed.objects.values())
    assert len(token) >= 43  # 256 bits of chance, six to a letter


@pytest.mark.parametrize("token", ["", "x", "x" * 5_000, "\0"])
def test_an_address_that_was_never_made_leads_nowhere(nora, token):
    make_feed(viewer=nora, now=NOW)

    assert feed_owner(token) is None


def test_a_new_address_takes_the_place_of_the_old_one(nora):
    old = make_feed(viewer=nora, now=NOW)
    new = make_feed(viewer=nora, now=NOW)

    assert (feed_owner(old), feed_owner(new)) == (None, nora)


def test_an_address_taken_back_leads_nowhere(nora, omar):
    token = make_feed(viewer=nora, now=NOW)
    make_feed(viewer=omar, now=NOW)

    assert revoke_feed(viewer=nora, now=NOW)
    assert feed_owner(token) is None
    assert calendar_feed(viewer=nora) is None
    assert calendar_feed(viewer=omar) is not None
    assert not revoke_feed(viewer=nora, now=NOW)


def test_somebody_who_is_gone_has_no_calendar(nora):
    token = make_feed(viewer=nora, now=NOW)
    nora.is_active = False
    nora.save(update_fields=["is_active"])

    assert feed_owner(token) is None


def test_the_calendar_holds_agreed_blocks_without_leave_and_public_holidays(
    nora, role_of
):
    nora.country = "NL"
    nora.save(update_fields=["country"])
    role = role_of(nora, "Practice")
    agreed = terms("8/week", since="2026-12-01", blocks="fri 09:00-17:00")
    agree(viewer=nora, role=role, terms=agreed)
    friday = Period(date(2027, 1, 8), date(2027, 1, 9))
    add_absence(viewer=nora, kind=AbsenceKind.LEAVE, period=friday)

    text = own_calendar(viewer=nora, now=NOW).decode().replace("\r\n ", "")

    assert "SUMMARY:Practice" in text
    left_out = next(line for line in text.splitlines() if line.startswith("EXDATE"))
    assert "20261225T090000,20270101T090000,20270108T090000" in left_out


def test_the_calendar_is_the_persons_own(nora, omar, role_of):
    agreed = terms("8/week", blocks="fri 09:00-17:00")
    agree(viewer=omar, role=role_of(omar, "Omar's"), terms=agreed)

    assert b"Omar" not in own_calendar(viewer=nora, now=NOW)
    assert b"Omar" in own_calendar(viewer=omar, now=NOW)
