"""Two people's books never mix: what is another's is as absent as what is not."""

from collections.abc import Callable

import pytest

from plait.book import queries
from plait.book.models import (
    Absence,
    Cause,
    Event,
    Payment,
    TimeEntry,
)
from plait.book.operations import records, sorting
from plait.book.operations.writing import NotTheirs
from plait.book.queries import NotThere
from plait.domain.records import fingerprint_text
from plait.domain.selection import RecordKind, Selection
from tests.book.conftest import NOW, TODAY
from tests.book.owned_changes import add_time
from tests.book.owned_things import Things
from tests.book.statements import Paid, camt
from tests.book.tables import whole


@pytest.fixture
def theirs(omar, bring, role_of) -> Things:
    return Things(omar, bring, role_of)


def test_time_cannot_be_shared_with_another_persons_role(nora, role_of, theirs):
    mine = role_of(nora)

    with pytest.raises(NotTheirs):
        records.add_time(
            viewer=nora, role=mine, on=TODAY, seconds=60, also_for=[theirs.role]
        )

    assert not TimeEntry.objects.filter(owner=nora).exists()


def test_a_record_of_ones_own_cannot_go_to_another_persons_role(nora, bring, theirs):
    bring(camt([Paid(2, "10.00")]))
    mine = Payment.objects.get(owner=nora)

    with pytest.raises(NotTheirs):
        sorting.place_record(viewer=nora, record=mine, role=theirs.role)


def test_an_import_cannot_go_to_another_persons_role(nora, bring, theirs):
    before = whole()

    with pytest.raises(NotTheirs):
        bring(camt([Paid(3, "10.00")]), role=theirs.role)

    assert whole() == before


def test_a_refused_change_says_what_to_do(nora, theirs):
    with pytest.raises(NotTheirs) as refused:
        add_time(nora, theirs)

    assert str(refused.value) == (
        "There is no such thing in this book: "
        f"{theirs.role.pk}. Choose one of your own."
    )


ANSWERS_OF_NOTHING: dict[str, Callable[..., object]] = {
    "agreement_on": lambda me, t: queries.agreement_on(
        viewer=me, role=t.role, day=t.terms.starts_on
    ),
    "answered_events": lambda me, _: queries.answered_events(viewer=me),
    "availability_rows": lambda me, _: list(
        queries.availability_rows(viewer=me, kind=Absence)
    ),
    "holiday_change_keys": lambda me, _: queries.holiday_change_keys(viewer=me),
    "period_basis": lambda me, t: (
        queries.period_basis(viewer=me, on=TODAY, role=t.role.key).since
    ),
    "invoice_rows": lambda me, _: queries.invoice_rows(viewer=me),
    "last_logged": lambda me, _: queries.last_logged(viewer=me),
    "logged_between": lambda me, _: queries.logged_between(
        viewer=me, first=TODAY, last=TODAY
    ),
    "records": lambda me, _: [
        one
        for kind in RecordKind
        for one in queries.records(viewer=me, selection=Selection(kind)).records
    ],
    "timer_of": lambda me, _: queries.timer_of(viewer=me),
    "logged_elsewhere": lambda me, _: queries.logged_elsewhere(
        viewer=me, first=TODAY, last=TODAY
    ),
    "agreement_keys": lambda me, t: queries.agreement_keys(viewer=me, role=t.role),
    "batches": lambda me, _: list(queries.batches(viewer=me)),
    "calendar_feed": lambda me, _: queries.calendar_feed(viewer=me),
    "reminder_feed": lambda me, _: queries.reminder_feed(viewer=me),
    "reminders": lambda me, _: queries.reminders(viewer=me),
    "calendar_sources": lambda me, _: list(queries.calendar_sources(viewer=me)),
    "confirmed_subjects": lambda me, _: queries.confirmed_subjects(viewer=me),
    "mapping_for": lambda me, _: queries.mapping_for(viewer=me, signature="s"),
    "mappings": lambda me, _: list(queries.mappings(viewer=me)),
    "n_sorted_by": lambda me, t: queries.n_sorted_by(viewer=me, rule=t.rule),
    "n_waiting": lambda me, _: queries.n_waiting(viewer=me),
    "own_scenarios": lambda me, _: queries.own_scenarios(viewer=me),
    "resilience_rows": lambda me, _: list(
        queries.resilience_rows(viewer=me, kind=Cause)
    ),
    "recent_entries": lambda me, t: list(
        queries.recent_entries(viewer=me, role=t.role)
    ),
    "recent_payments": lambda me, t: list(
        queries.recent_payments(viewer=me, role=t.role)
    ),
    "revision_of": lambda me, _: queries.revision_of(viewer=me),
    "roles": lambda me, _: list(queries.roles(viewer=me)),
    "rules": lambda me, _: list(queries.rules(viewer=me)),
    "settled_findings": lambda me, _: queries.settled_findings(viewer=me),
    "saved_stretches": lambda me, _: queries.saved_stretches(viewer=me),
    "samples_of_waiting": lambda me, _: dict(queries.samples_of_waiting(viewer=me)),
    "upcoming_events": lambda me, _: list(
        queries.upcoming_events(viewer=me, since=NOW)
    ),
    "waiting": lambda me, _: queries.waiting(viewer=me),
}


def test_no_list_shows_what_is_another_persons(nora, theirs):
    shown = [name for name, ask in ANSWERS_OF_NOTHING.items() if ask(nora, theirs)]

    assert shown == []


SINGLE_THINGS: dict[str, Callable[..., object]] = {
    "availability_row": lambda me, t: queries.availability_row(
        viewer=me, kind=Absence, pk=t.away.pk
    ),
    "entry_by_hand": lambda me, t: queries.entry_by_hand(viewer=me, pk=t.entry.pk),
    "agreement_of": lambda me, t: queries.agreement_of(
        viewer=me, role=t.role, pk=t.terms.pk
    ),
    "batch_numbered": lambda me, t: queries.batch_numbered(
        viewer=me, number=t.batch.number
    ),
    "calendar_source": lambda me, t: queries.calendar_source(
        viewer=me, pk=t.followed.pk
    ),
    "holiday_change_row": lambda me, t: queries.holiday_change_row(
        viewer=me, pk=t.holiday.pk
    ),
    "organisation_named": lambda me, t: queries.organisation_named(
        viewer=me, name=t.role.organisation.name
    ),
    "invoice_numbered": lambda me, t: queries.invoice_numbered(
        viewer=me, number=f"{t.role.key}:{t.invoice.issued_on}"
    ),
    "payment_named": lambda me, t: queries.payment_named(
        viewer=me, name=fingerprint_text(t.payment.fingerprint)
    ),
    "payment_of_day": lambda me, t: queries.payment_of_day(
        viewer=me, invoice=t.invoice, on=t.payment.booked_on
    ),
    "mapping_named": lambda me, _: queries.mapping_named(viewer=me, name="Card"),
    "record_of an entry": lambda me, t: queries.record_of(
        viewer=me, kind=TimeEntry, pk=t.entry.pk
    ),
    "record_of an event": lambda me, t: queries.record_of(
        viewer=me, kind=Event, pk=t.event.pk
    ),
    "record_of a payment": lambda me, t: queries.record_of(
        viewer=me, kind=Payment, pk=t.payment.pk
    ),
    "resilience_row": lambda me, t: queries.resilience_row(
        viewer=me, kind=Cause, pk=t.cause.pk
    ),
    "settled_row": lambda me, _: queries.settled_row(viewer=me, key="inbox"),
    "scenario_named": lambda me, _: queries.scenario_named(viewer=me, name="Mine"),
    "role_keyed": lambda me, t: queries.role_keyed(viewer=me, key=t.role.key),
    "role_keyed by name": lambda me, _: queries.role_keyed(
        viewer=me, key="Omar's role"
    ),
    "records of a role": lambda me, t: queries.records(
        viewer=me, selection=Selection(RecordKind.TIME, role=t.role.key)
    ),
    "rule_of": lambda me, t: queries.rule_of(viewer=me, pk=t.rule.pk),
}


def test_no_single_thing_of_another_person_is_there(nora, theirs):
    for name, ask in SINGLE_THINGS.items():
        with pytest.raises(NotThere):
            pytest.fail(f"{name} found {ask(nora, theirs)!r}")


def test_the_picture_of_somebody_new_is_empty_beside_a_full_book(nora, theirs):
    portfolio = queries.load_portfolio(viewer=nora, on=TODAY)

    sizes = map(
        len, (portfolio.roles, portfolio.hours, portfolio.payments, portfolio.events)
    )
    assert [*sizes, len(portfolio.waiting)] == [0, 0, 0, 0, 0]
    assert portfolio.person.name == "Nora"


def test_every_question_about_a_book_is_tried_here():
    tried = {*ANSWERS_OF_NOTHING, *(name.split()[0] for name in SINGLE_THINGS)}
    questions = {name for name in queries.__all__ if name.islower()}

    assert questions - tried == {"load_portfolio"}  # the test above
