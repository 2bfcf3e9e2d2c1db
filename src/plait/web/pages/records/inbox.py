"""The inbox: each subject that waits with a proposal, and the saved rules."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from plait.answers.records.inbox import InboxAnswer, ProposedRole, WaitingSubject
from plait.book.queries import Sample
from plait.domain.money import Money
from plait.domain.rules import RuleField, plain, text_key
from plait.domain.selection import RecordKind, RecordState, Selection, Way
from plait.web.pages.records.records import records_url
from plait.wording.records.payment_kind import kind_text
from plait.wording.words import Words


@dataclass(frozen=True)
class SampleView:
    """One of the records that wait."""

    on: date
    text: str
    amount: str
    url: str


@dataclass(frozen=True)
class GroupView:
    """One subject that waits; `seen` is sent back when all proposals are confirmed."""

    key: str
    name: str
    label: str
    records: str
    records_url: str
    amount: str
    period: str
    samples: tuple[SampleView, ...]
    proposed: ProposedRole | None
    seen: str
    is_nameless: bool
    is_out: bool
    kinds: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class InboxView:
    """A page of the inbox; `newer` and `older` are addresses, "" at the ends."""

    sentence: str
    groups: tuple[GroupView, ...]
    proposed: tuple[GroupView, ...]
    is_out: bool
    page: int
    n_pages: int
    newer: str
    older: str


Samples = Mapping[tuple[str, str], Iterable[Sample]]


def inbox_url(
    item: str = "", *, role: str = "", page: int = 1, is_out: bool = False
) -> str:
    """Return the address of the inbox, at one thing in it; `role` is chosen there."""
    words = {"out": "1" if is_out else "", "page": str(page) if page > 1 else ""}
    words |= {"item": item, "role": role}
    query = urlencode({name: word for name, word in words.items() if word})
    place = f"#item-{item}" if item else ""
    return f"{reverse('inbox')}{'?' if query else ''}{query}{place}"


def inbox_view(
    answer: InboxAnswer, samples: Samples, words: Words, *, is_out: bool
) -> InboxView:
    """Return a page of the inbox."""
    groups = tuple(_group(one, samples, words) for one in answer.subjects)
    page, is_last = answer.page, answer.page == answer.n_pages
    return InboxView(
        sentence=answer.sentence,
        groups=groups,
        proposed=tuple(one for one in groups if one.proposed and not one.is_nameless),
        is_out=is_out,
        page=page,
        n_pages=answer.n_pages,
        newer=inbox_url(page=page - 1, is_out=is_out) if page > 1 else "",
        older="" if is_last else inbox_url(page=page + 1, is_out=is_out),
    )


def _group(one: WaitingSubject, samples: Samples, words: Words) -> GroupView:
    proposed = one.proposal
    plain_form = text_key if one.field is RuleField.REFERENCE else plain
    of_subject = samples.get((one.field.value, plain_form(one.value)), ())
    return GroupView(
        key=one.key,
        name=one.name,
        label=one.label,
        records=one.records,
        records_url=_records_url(one),
        amount=_amount(one, words),
        period=_period(one, words),
        samples=tuple(_sample(sample, words) for sample in of_subject),
        proposed=proposed,
        seen=f"{one.key} {proposed.role}" if proposed else "",
        is_nameless=one.is_nameless,
        is_out=one.is_out,
        kinds=tuple((kind.value, kind_text(words, kind)) for kind in one.kinds),
    )


def _records_url(one: WaitingSubject) -> str:
    """Return the list of the records that wait, "" where no list has just them."""
    waits = RecordState.WAITING
    if one.field is RuleField.PAYER:
        way = Way.OUT if one.is_out else Way.IN
        found = Selection(RecordKind.PAYMENTS, payer=one.value, state=waits, way=way)
        return records_url(found)
    if one.field is RuleField.PROJECT and not one.is_nameless:
        return records_url(Selection(RecordKind.TIME, text=one.value, state=waits))
    return ""


def _amount(one: WaitingSubject, words: Words) -> str:
    if one.hours:
        return _hours(one.hours, words)
    if one.amount is not None:
        return words.money(float(one.amount), one.currency, digits=2)
    return ""


def _hours(hours: float, words: Words) -> str:
    return _("%(hours)s h") % {"hours": words.number(hours)}


def _sample(sample: Sample, words: Words) -> SampleView:
    amount = ""
    if sample.minor:
        number = Money.from_minor(sample.minor, sample.currency).number
        amount = words.money(float(number), sample.currency, digits=2)
    elif sample.seconds:
        amount = _hours(sample.seconds / 3600, words)
    kind = RecordKind.PAYMENTS if sample.minor else RecordKind.TIME
    end, waits = sample.on + timedelta(days=1), RecordState.WAITING
    day = Selection(kind, start=sample.on, end=end, state=waits)
    url = records_url(day) if amount else ""
    return SampleView(sample.on, sample.text, amount, url)


def _period(one: WaitingSubject, words: Words) -> str:
    if one.first_on is None or one.last_on is None:
        return ""
    first, last = words.month(one.first_on), words.month(one.last_on)
    if first == last:
        return first
    return _("%(first)s to %(last)s") % {"first": first, "last": last}
