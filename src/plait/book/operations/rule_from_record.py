"""A rule made from one record, or from those that are ticked: always so from now on."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from plait.accounts.models import Person
from plait.book.models import Event, Payment, Role, TimeEntry
from plait.book.operations.entries import EntryChanges, change_entry
from plait.book.operations.payments import PaymentCorrection, correct_payment
from plait.book.operations.sorting import EmptyRule, keep_rules
from plait.book.operations.writing import book_of
from plait.domain.rules import RuleField, plain_value, project_of

Subject = tuple[RuleField, str]


def subject_of(record: Payment | TimeEntry | Event) -> Subject | None:
    """Return what a rule for records like this one looks for, None where nothing is."""
    if isinstance(record, Payment):
        found = [
            (RuleField.PAYER, record.payer),
            (RuleField.ACCOUNT, record.counter_account),
            (RuleField.REFERENCE, record.reference),
        ]
    elif isinstance(record, TimeEntry):
        texts = (record.project, record.client, record.task, record.description)
        found = [(RuleField.PROJECT, project_of(*texts))]
    else:
        found = [(RuleField.TITLE, record.title), (RuleField.CALENDAR, record.calendar)]
    return next((one for one in found if plain_value(*one)), None)


def correct_payment_always(
    *, viewer: Person, payment: Payment, correction: PaymentCorrection, now: datetime
) -> None:
    """Correct a payment, and let its role be that of all from this payer."""
    with book_of(viewer, payment, correction.role, what="correct_payment"):
        correct_payment(viewer=viewer, payment=payment, correction=correction)
        rule_for(viewer=viewer, records=[payment], role=correction.role, now=now)


def change_entry_always(
    *, viewer: Person, entry: TimeEntry, changes: EntryChanges, now: datetime
) -> None:
    """Correct an entry, and let its role be that of all of this project."""
    role = changes.get("role")
    with book_of(viewer, entry, role, what="change_entry"):
        change_entry(viewer=viewer, entry=entry, **changes)
        rule_for(viewer=viewer, records=[entry], role=role, now=now)


def rule_for(
    *,
    viewer: Person,
    records: Sequence[Payment | TimeEntry | Event],
    role: Role | None,
    now: datetime,
) -> list[Subject]:
    """Keep a rule for each payer, project or title of the records; return these.

    Raise `EmptyRule` where none of them names anything a rule could look for.
    """
    subjects = _subjects(records)
    if not subjects:
        raise EmptyRule(
            "A rule needs something to look for",
            value=str(len(records)),
            fix="Choose records that name a payer, a project or a title.",
        )
    with book_of(viewer, role, *records, what="keep_rules"):
        confirmed = [(field, value, role) for field, value in subjects]
        keep_rules(viewer=viewer, confirmed=confirmed, now=now)
    return subjects


def _subjects(records: Iterable[Payment | TimeEntry | Event]) -> list[Subject]:
    found: dict[Subject, Subject] = {}
    for record in records:
        subject = subject_of(record)
        if subject:
            found.setdefault((subject[0], plain_value(*subject)), subject)
    return [*found.values()]
