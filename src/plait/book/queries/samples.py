"""The newest few records of each subject that waits, to tell what it is."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import NamedTuple

from plait.accounts.models import Person
from plait.book.models import Event, Payment, TimeEntry
from plait.book.queries.waiting import is_nameless
from plait.domain.records import RecordStatus
from plait.domain.rules import (
    RuleField,
    plain,
    plain_account,
    project_of,
    text_key,
)

_READ = 2_000
_LONGEST_TEXT = 200


class Sample(NamedTuple):
    """One record that waits: its day, its text, and its money or its seconds."""

    on: date
    text: str
    minor: int = 0
    currency: str = ""
    seconds: int = 0


AnswerContext = tuple[str, str]


def samples_of_waiting(
    *, viewer: Person, most: int = 5, is_out: bool = False
) -> dict[AnswerContext, list[Sample]]:
    """Return up to `most` of the newest records by field and plain value.

    Only the newest 2,000 of each kind are looked at: a subject that waits for
    years without any of those shows none. With `is_out` of money that went out, alone.
    """
    samples: dict[AnswerContext, list[Sample]] = defaultdict(list)
    others = () if is_out else (_hours(viewer), _events(viewer))
    for context, sample in chain(_payments(viewer, is_out=is_out), *others):
        if len(samples[context]) < most:
            samples[context].append(sample)
    return samples


def _payments(
    viewer: Person, *, is_out: bool
) -> Iterator[tuple[AnswerContext, Sample]]:
    way = {"amount_minor__lt": 0} if is_out else {"amount_minor__gt": 0}
    waits = Payment.objects.filter(
        owner=viewer, status=RecordStatus.OPEN, **way
    ).order_by("-booked_on", "-pk")
    names = ("booked_on", "payer", "counter_account", "reference")
    for on, payer, account, reference, minor, currency in waits.values_list(
        *names, "amount_minor", "currency"
    )[:_READ]:
        if is_nameless(payer, account):
            context = (RuleField.REFERENCE, text_key(reference[:_LONGEST_TEXT]))
        elif plain(payer):
            context = (RuleField.PAYER, plain(payer))
        else:
            context = (RuleField.ACCOUNT, plain(plain_account(account)))
        yield context, Sample(on, reference or payer, minor, currency)


def _hours(viewer: Person) -> Iterator[tuple[AnswerContext, Sample]]:
    waits = TimeEntry.objects.filter(owner=viewer, status=RecordStatus.OPEN)
    names = ("project", "client", "task", "description")
    rows = waits.order_by("-on", "-pk").values_list("on", "seconds", *names)
    for on, seconds, *texts in rows[:_READ]:
        context = (RuleField.PROJECT, plain(project_of(*texts)))
        yield context, Sample(on, texts[-1] or texts[0], seconds=seconds)


def _events(viewer: Person) -> Iterator[tuple[AnswerContext, Sample]]:
    waits = Event.objects.filter(
        owner=viewer, status=RecordStatus.OPEN, superseded_by=None
    )
    rows = waits.order_by("-on", "-pk").values_list("on", "title", "calendar")
    for on, title, calendar in rows[:_READ]:
        yield (RuleField.CALENDAR, plain(calendar)), Sample(on, title)
