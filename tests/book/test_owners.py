"""Two people's books never mix: what is another's is as absent as what is not."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from inspect import isfunction, signature

import pytest

from plait.book import queries
from plait.book.imports import followed_calendars, undo
from plait.book.models import (
    Absence,
    Batch,
    CalendarSource,
    Cause,
    Event,
    Mapping,
    Payment,
    TimeEntry,
)
from plait.book.operations import (
    availability,
    by_hand,
    calendar_titles,
    entries,
    feed,
    findings,
    holidays,
    invoices,
    log,
    records,
    resilience,
    roles,
    settlements,
    sorting,
    week,
)
from plait.book.operations.reminders import choose_reminder
from plait.book.operations.writing import NotTheirs
from plait.book.queries import NotThere
from plait.domain.availability import Absence as Away
from plait.domain.availability import AbsenceKind, OverheadKind
from plait.domain.money import Money
from plait.domain.period import Period
from plait.domain.records import fingerprint_text
from plait.domain.reminders import USUAL, ReminderKind
from plait.domain.roles import Agreement
from plait.domain.rules import RuleField
from plait.domain.selection import RecordKind, Selection
from plait.domain.settled_findings import SettledAs, SettledFinding
from plait.formats.plait.scenarios import scenario_from
from tests import falling_back
from tests.book.conftest import NOW, SAMPLES, TODAY
from tests.book.statements import Paid, camt
from tests.book.tables import whole
from tests.roles import other_role

TERMS = Agreement(Period(date(2026, 1, 1)), hours=Decimal(16))
SETTLED = SettledFinding(
    key="inbox",
    kind="inbox",
    settled_as=SettledAs.SETTLED,
    reason="Fine",
    on=TODAY,
    title="3 things have no role yet",
)
AUGUST = Period(date(2026, 8, 1), date(2026, 9, 1))
MODULES = (
    *(
        availability,
        calendar_titles,
        entries,
        followed_calendars,
        feed,
        holidays,
        invoices,
        log,
        records,
        resilience,
        roles,
    ),
    *(findings, settlements, sorting, undo, week),
)
FIVE = Money(Decimal(5), "EUR")
ANSWERS = {"energy": 3, "meaning": 3, "growth": 3, "pressure": 3}


class Things:
    """One of everything that Omar's book holds."""

    def __init__(self, omar, bring, role_of) -> None:
        self.role = role_of(omar, "Omar's role")
        self.report = bring(
            camt([Paid(2, "10.00")]), SAMPLES / "agenda-praktijk.ics", viewer=omar
        )
        self.batch = Batch.objects.get(owner=omar)
        self.terms = roles.agree(viewer=omar, role=self.role, terms=TERMS)
        self.entry = records.add_time(
            viewer=omar, role=self.role, on=TODAY, seconds=3600
        )
        self.other_entry = records.add_time(
            viewer=omar, role=self.role, on=TODAY, seconds=1800
        )
        self.payment = Payment.objects.get(owner=omar)
        self.event = Event.objects.filter(owner=omar).first()
        self.rule = sorting.keep_rule(
            viewer=omar,
            field=RuleField.PAYER,
            value="Zorggroep Atlas",
            role=self.role,
            now=NOW,
        )
        self.mapping = Mapping.objects.create(
            owner=omar, name="Card", signature="s", columns={}
        )
        self.away = availability.add_absence(
            viewer=omar, kind=AbsenceKind.LEAVE, period=AUGUST
        )
        self.holiday = holidays.change_holiday(viewer=omar, day="12-31", is_free=True)
        self.timer = log.start_timer(viewer=omar, role=self.role, at=NOW)
        log.leave_events(viewer=omar, fingerprints=[self.event.fingerprint])
        self.followed = CalendarSource.objects.create(
            owner=omar, name="Work", kind="ics", address="https://example.org/a.ics"
        )
        feed.make_feed(viewer=omar, now=NOW)
        feed.make_reminder_feed(viewer=omar, now=NOW)
        choose_reminder(viewer=omar, reminder=USUAL[ReminderKind.TAX])
        self.cause = falling_back.set_cause(
            viewer=omar, name="The ministry", roles=[self.role]
        )
        self.belief = falling_back.set_belief(
            viewer=omar, role=self.role, chance=Decimal("0.2")
        )
        self.fallback = falling_back.set_fallback(
            viewer=omar, role=self.role, what="Teach", weeks=12
        )
        self.invoice = falling_back.add_invoice(
            viewer=omar, role=self.role, amount=FIVE, issued_on=TODAY, due_on=TODAY
        )
        self.settlement = settlements.mark_paid(
            viewer=omar,
            invoice=self.invoice,
            settling=settlements.Settling(FIVE, TODAY, payment=self.payment),
        )
        self.settled = findings.settle_finding(viewer=omar, finding=SETTLED)
        self.scenario = resilience.keep_scenario(
            viewer=omar,
            scenario=scenario_from({"name": "Mine", "lose": [{"all": True}]}),
        )


@pytest.fixture
def theirs(omar, bring, role_of) -> Things:
    return Things(omar, bring, role_of)


def _add_time(me, t: Things) -> None:
    records.add_time(viewer=me, role=t.role, on=TODAY, seconds=60)


CHANGES: dict[str, Callable[..., object]] = {
    "add_time": _add_time,
    "add_payment": lambda me, t: by_hand.add_payment(
        viewer=me, role=t.role, on=TODAY, amount=Money(Decimal(5), "EUR")
    ),
    "check_in": lambda me, t: records.check_in(
        viewer=me, role=t.role, day=TODAY, answers=ANSWERS
    ),
    "check_in_week": lambda me, t: records.check_in_week(
        viewer=me, day=TODAY, answered=[(t.role, ANSWERS, "")]
    ),
    "remove_time": lambda me, t: records.remove_time(viewer=me, entry=t.entry),
    "change_entry": lambda me, t: entries.change_entry(
        viewer=me, entry=t.entry, seconds=60
    ),
    "move_entries": lambda me, t: entries.move_entries(
        viewer=me, entries=[t.entry], role=None
    ),
    "split_entry": lambda me, t: entries.split_entry(
        viewer=me, entry=t.entry, seconds=60
    ),
    "join_entries": lambda me, t: entries.join_entries(
        viewer=me, entries=[t.entry, t.other_entry]
    ),
    "remove_entries": lambda me, t: entries.remove_entries(
        viewer=me, entries=[t.entry]
    ),
    "set_days": lambda me, t: week.set_days(
        viewer=me, cells=[week.Cell(t.role, TODAY, 60)]
    ),
    "start_timer": lambda me, t: log.start_timer(viewer=me, role=t.role, at=NOW),
    "add_absence": lambda me, t: availability.add_absence(
        viewer=me, kind=AbsenceKind.LEAVE, period=AUGUST, role=t.role
    ),
    "note_leave": lambda me, t: availability.note_leave(
        viewer=me, found=[(Away(AbsenceKind.LEAVE, AUGUST), t.role, "")]
    ),
    "change_holiday": lambda me, t: holidays.change_holiday(
        viewer=me, day="12-24", is_free=True, organisation=t.role.organisation
    ),
    "reset_holiday": lambda me, t: holidays.reset_holiday(
        viewer=me, day="12-24", organisation=t.role.organisation
    ),
    "remove_holiday_change": lambda me, t: holidays.remove_holiday_change(
        viewer=me, change=t.holiday
    ),
    "add_overhead": lambda me, t: availability.add_overhead(
        viewer=me,
        kind=OverheadKind.TRAVEL,
        period=AUGUST,
        hours=Decimal(1),
        role=t.role,
    ),
    "remove_availability": lambda me, t: availability.remove_availability(
        viewer=me, row=t.away
    ),
    "set_cause": lambda me, t: falling_back.set_cause(
        viewer=me, name="The ministry", roles=[t.role]
    ),
    "drop_cause": lambda me, t: resilience.drop_cause(viewer=me, cause=t.cause),
    "set_belief": lambda me, t: falling_back.set_belief(
        viewer=me, role=t.role, chance=Decimal("0.1")
    ),
    "drop_belief": lambda me, t: resilience.drop_belief(viewer=me, belief=t.belief),
    "set_fallback": lambda me, t: falling_back.set_fallback(
        viewer=me, role=t.role, what="Mine", weeks=1
    ),
    "drop_fallback": lambda me, t: resilience.drop_fallback(
        viewer=me, fallback=t.fallback
    ),
    "add_invoice": lambda me, t: falling_back.add_invoice(
        viewer=me, role=t.role, amount=FIVE, issued_on=TODAY, due_on=TODAY, number="2"
    ),
    "pay_in_full": lambda me, t: invoices.pay_in_full(
        viewer=me, invoice=t.invoice, on=TODAY, batch=None
    ),
    "mark_paid": lambda me, t: settlements.mark_paid(
        viewer=me,
        invoice=t.invoice,
        settling=settlements.Settling(FIVE, TODAY, payment=t.payment),
    ),
    "mark_all_paid": lambda me, t: settlements.mark_all_paid(
        viewer=me, invoice=t.invoice, settlings=[]
    ),
    "unmark_paid": lambda me, t: settlements.unmark_paid(
        viewer=me, invoice=t.invoice, payments=[t.payment], noted_on=TODAY
    ),
    "unmark_payment": lambda me, t: settlements.unmark_payment(
        viewer=me, invoice=t.invoice, payment=t.payment, noted_on=TODAY
    ),
    "drop_settlement": lambda me, t: settlements.drop_settlement(
        viewer=me, settlement=t.settlement
    ),
    "remove_invoice": lambda me, t: invoices.remove_invoice(
        viewer=me, invoice=t.invoice
    ),
    "reopen_finding": lambda me, t: findings.reopen_finding(
        viewer=me, settled=t.settled
    ),
    "drop_scenario": lambda me, t: resilience.drop_scenario(
        viewer=me, scenario=t.scenario
    ),
    "keep_rule": lambda me, t: sorting.keep_rule(
        viewer=me, field=RuleField.PAYER, value="Atlas", role=t.role, now=NOW
    ),
    "sort_once": lambda me, t: sorting.sort_once(
        viewer=me, field=RuleField.PAYER, value="Atlas", role=t.role
    ),
    "change_rule": lambda me, t: sorting.change_rule(
        viewer=me, rule=t.rule, value="Zon", role=t.role, now=NOW
    ),
    "drop_rule": lambda me, t: sorting.drop_rule(viewer=me, rule=t.rule),
    "place_record": lambda me, t: sorting.place_record(
        viewer=me, record=t.payment, role=None
    ),
    "change_role": lambda me, t: roles.change_role(
        viewer=me, role=t.role, to=other_role(t.role, name="Mine")
    ),
    "remove_role": lambda me, t: roles.remove_role(viewer=me, role=t.role),
    "agree": lambda me, t: roles.agree(viewer=me, role=t.role, terms=TERMS),
    "remove_agreement": lambda me, t: roles.remove_agreement(
        viewer=me, agreement=t.terms
    ),
    "correct_agreement": lambda me, t: roles.correct_agreement(
        viewer=me, agreement=t.terms, terms=TERMS
    ),
    "forget": lambda me, t: followed_calendars.forget(
        viewer=me, source=t.followed, keeps=True, now=NOW
    ),
    "keep_titles_of": lambda me, t: calendar_titles.keep_titles_of(
        viewer=me, source=t.followed, keeps=False
    ),
    "undo_import": lambda me, t: undo.undo_import(viewer=me, batch=t.batch, now=NOW),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_no_operation_takes_what_is_another_persons(nora, theirs, change):
    before = whole()

    with pytest.raises(NotTheirs):
        change(nora, theirs)

    assert whole() == before


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
        _add_time(nora, theirs)

    assert str(refused.value) == (
        "There is no such thing in this book: "
        f"{theirs.role.pk}. Choose one of your own."
    )


ANSWERS_OF_NOTHING: dict[str, Callable[..., object]] = {
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


@pytest.mark.parametrize(
    "question", ANSWERS_OF_NOTHING.values(), ids=ANSWERS_OF_NOTHING.keys()
)
def test_no_list_shows_what_is_another_persons(nora, theirs, question):
    assert not question(nora, theirs)


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


@pytest.mark.parametrize("question", SINGLE_THINGS.values(), ids=SINGLE_THINGS.keys())
def test_no_single_thing_of_another_person_is_there(nora, theirs, question):
    with pytest.raises(NotThere):
        question(nora, theirs)


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


def test_every_change_of_a_book_that_takes_something_is_tried_here():
    # These write nothing, or take nothing but words (`keep_rules` is `keep_rule`).
    # The timer and the events that are answered are looked for among one's own.
    sanitised = {"add_role", "free_key", "is_in_use", "refuse_in_use", "keep_rules"}
    sanitised |= {"add_season", "stop_timer", "drop_timer"}
    sanitised |= {"holiday_day", "take_events_as_time", "leave_events"}
    # A role of that key is looked for among one's own.
    sanitised |= {"settle_finding", "put_off_finding"}
    sanitised |= {"keep_scenario", "keep_titles", "restore_titles"}
    # A calendar is looked up again before it is asked (test_followed_calendars.py).
    sanitised |= {"follow", "refresh", "make_feed", "revoke_feed"}
    sanitised |= {"make_reminder_feed", "revoke_reminder_feed"}
    found = {
        name
        for module in MODULES
        for name, thing in vars(module).items()
        if isfunction(thing)
        and thing.__module__ == module.__name__
        and "viewer" in signature(thing).parameters
        and not name.startswith("_")
    }

    assert found - {"sort_again"} <= {*CHANGES} | sanitised
