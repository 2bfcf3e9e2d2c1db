"""What belongs to a role beside its figures: notes, what is coming, invoices, lists."""

from datetime import UTC, date, datetime
from decimal import Decimal

from django.urls import reverse

from plait.book.models import Event
from plait.book.operations.availability import add_absence
from plait.book.operations.records import add_time, check_in
from plait.domain.availability import AbsenceKind
from plait.domain.money import Money
from plait.domain.period import Period
from tests.falling_back import add_invoice
from tests.web.importing import words

ANSWERS = {"energy": 2, "meaning": 4, "growth": 4, "pressure": 5}


def filled(nora, role) -> None:
    """Give a role a note, leave, a meeting, an invoice and an hour."""
    check_in(
        viewer=nora,
        role=role,
        day=date(2026, 11, 16),
        answers=ANSWERS,
        note="A third workgroup",
    )
    christmas = Period(date(2026, 12, 21), date(2027, 1, 4))
    add_absence(viewer=nora, kind=AbsenceKind.LEAVE, period=christmas)
    Event.objects.create(
        owner=nora,
        role=role,
        status=1,
        fingerprint=1,
        uid="u",
        on=date(2026, 12, 3),
        starts_at=datetime(2026, 12, 3, 9, tzinfo=UTC),
        ends_at=datetime(2026, 12, 3, 10, tzinfo=UTC),
        title="Quality meeting",
    )
    add_invoice(
        viewer=nora,
        role=role,
        amount=Money(Decimal(1200), "EUR"),
        issued_on=date(2026, 10, 1),
        due_on=date(2026, 10, 31),
        number="2026-31",
    )
    add_time(viewer=nora, role=role, on=date(2026, 11, 16), seconds=3600)


def test_a_role_shows_its_notes_leave_events_and_invoices(as_nora, nora, role_of):
    filled(nora, role_of(nora))

    page = as_nora.get(reverse("role", args=["atlas"]))

    text = words(page)
    assert "Week of 16 November 2026 · energy 2, meaning 4" in text
    assert "A third workgroup" in text
    assert "21 December 2026 to 3 January 2027" in text
    assert "Quality meeting" in text
    assert "2026-31" in text
    lists = page.context["besides"].all
    for url in (lists.payments, lists.time, lists.events, lists.check_ins):
        assert as_nora.get(url).status_code == 200
        assert "role=atlas" in url


def test_nothing_of_another_role_is_shown(as_nora, nora, role_of):
    filled(nora, role_of(nora))
    role_of(nora, "Study")

    text = words(as_nora.get(reverse("role", args=["study"])))

    assert "A third workgroup" not in text
    assert "Quality meeting" not in text
    assert "2026-31" not in text
    # Leave is from all roles.
    assert "21 December 2026 to 3 January 2027" in text
