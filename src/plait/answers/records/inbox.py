"""What belongs to no role yet, each with the role that Plait proposes for it."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from plait.analysis.inbox.propose import Proposal, Reason, propose
from plait.domain.money import Money
from plait.domain.payment_kinds.kinds import PaymentKind, kinds_for
from plait.domain.rules import RuleField, plain_value
from plait.domain.waiting import Inbox
from plait.wording.records import inbox as wording
from plait.wording.words import Words

PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class ProposedRole:
    """The role that is proposed: its key, or "private".

    `because` is the reason for scripts, `reason` the sentence. `score` says from 80
    to 100 how alike the names are; None where no names were compared by likeness.
    """

    role: str
    name: str
    colour: int
    because: Reason
    reason: str
    likeness: str
    score: int | None


@dataclass(frozen=True, slots=True)
class WaitingSubject:
    """A payer, project or calendar whose records wait.

    `key` names it in forms. `is_nameless` says that there is nothing a rule could look
    for: money is then named by its text, and by the own `account` it came to. `kinds`
    are what its money can be, none where it is not money; `is_out` says it went out.
    """

    key: str
    field: RuleField
    label: str
    value: str
    account: str
    name: str
    is_nameless: bool
    is_out: bool
    n_records: int
    records: str
    amount: Decimal | None
    currency: str
    hours: float
    first_on: date | None
    last_on: date | None
    kinds: tuple[PaymentKind, ...]
    proposal: ProposedRole | None


@dataclass(frozen=True, slots=True)
class InboxAnswer:
    """What waits, in the order in which it should be settled: a page, or all of it."""

    on: date
    language: str
    sentence: str
    n_subjects: int
    page: int
    n_pages: int
    subjects: tuple[WaitingSubject, ...]


@dataclass(frozen=True, slots=True)
class InboxPage:
    """Which part of the inbox: a page of so many, or the page that holds an item."""

    number: int = 1
    size: int = 25
    item: str = ""


def inbox_answer(
    inbox: Inbox,
    words: Words,
    on: date,
    *,
    page: InboxPage | None = None,
    is_out: bool = False,
) -> InboxAnswer:
    """Return what waits, all of it or one page; only that much is proposed for."""
    n = len(inbox.waiting)
    n_pages = max(1, -(-n // page.size)) if page else 1
    number = min(max(1, _page_of(inbox, page)), n_pages) if page else 1
    some = inbox
    if page is not None:
        first = (number - 1) * page.size
        some = replace(inbox, waiting=inbox.waiting[first : first + page.size])
    found = propose(some, inbox.confirmed, inbox.placed)
    return InboxAnswer(
        on=on,
        language=words.language,
        sentence=wording.costs_text(words, n)
        if is_out
        else wording.waiting_text(words, n),
        n_subjects=n,
        page=number,
        n_pages=n_pages,
        subjects=tuple(_subject(some, words, one) for one in found),
    )


def _page_of(inbox: Inbox, page: InboxPage) -> int:
    """Return the number of the page that holds the item, else the one wanted."""
    if page.item:
        for place, one in enumerate(inbox.waiting):
            if one.key == page.item:
                return place // page.size + 1
    return page.number


def _subject(inbox: Inbox, words: Words, found: Proposal) -> WaitingSubject:
    waiting = found.waiting
    field = RuleField(waiting.field)
    amount = None
    if waiting.minor:
        amount = Money.from_minor(waiting.minor, waiting.currency).number
    return WaitingSubject(
        key=waiting.key,
        field=field,
        label=wording.field_text(words, field),
        value=waiting.value,
        account=waiting.account,
        name=wording.subject_text(words, waiting.value),
        is_nameless=field is RuleField.REFERENCE
        or not plain_value(field, waiting.value),
        is_out=waiting.minor < 0,
        n_records=waiting.n_records,
        records=wording.records_text(
            words, field, waiting.n_records, is_time=bool(waiting.seconds)
        ),
        amount=amount,
        currency=waiting.currency,
        hours=waiting.seconds / 3600,
        first_on=waiting.first_on,
        last_on=waiting.last_on,
        kinds=kinds_for(waiting.minor) if waiting.minor else (),
        proposal=_proposal(inbox, words, found),
    )


def _proposal(inbox: Inbox, words: Words, found: Proposal) -> ProposedRole | None:
    if found.reason is None:
        return None
    role = None if found.role is None else inbox.roles[found.role]
    return ProposedRole(
        role=role.key if role else PRIVATE,
        name=role.name if role else words.gettext("private"),
        colour=role.colour if role else 0,
        because=found.reason,
        reason=wording.proposal_text(words, found),
        likeness=found.likeness,
        score=found.score or None,
    )
