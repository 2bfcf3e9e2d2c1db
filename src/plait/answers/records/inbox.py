"""What belongs to no role yet, each with the role that Plait proposes for it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plait.analysis.inbox.propose import Proposal, Reason, propose
from plait.domain.money import Money
from plait.domain.portfolio import Portfolio
from plait.domain.rules import RuleField, plain_value
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

    `is_nameless` says that there is nothing a rule could look for: money is then told
    by its text, and by the own `account` it came to.
    """

    field: RuleField
    label: str
    value: str
    account: str
    name: str
    is_nameless: bool
    n_records: int
    records: str
    amount: Decimal | None
    currency: str
    hours: float
    first_on: date | None
    last_on: date | None
    proposal: ProposedRole | None


@dataclass(frozen=True, slots=True)
class InboxAnswer:
    """Everything that waits, in the order in which it should be settled."""

    on: date
    language: str
    sentence: str
    subjects: tuple[WaitingSubject, ...]


def inbox_answer(
    portfolio: Portfolio, words: Words, confirmed: Mapping[str, Iterable[str]]
) -> InboxAnswer:
    """Return what waits; `confirmed` are subjects by the role they belong to."""
    found = propose(portfolio, confirmed)
    return InboxAnswer(
        on=portfolio.on,
        language=words.language,
        sentence=wording.waiting_text(words, len(found)),
        subjects=tuple(_subject(portfolio, words, one) for one in found),
    )


def _subject(portfolio: Portfolio, words: Words, found: Proposal) -> WaitingSubject:
    waiting = found.waiting
    field = RuleField(waiting.field)
    amount = None
    if waiting.minor:
        amount = Money.from_minor(waiting.minor, waiting.currency).number
    return WaitingSubject(
        field=field,
        label=wording.field_text(words, field),
        value=waiting.value,
        account=waiting.account,
        name=wording.subject_text(words, waiting.value),
        is_nameless=field is RuleField.REFERENCE
        or not plain_value(field, waiting.value),
        n_records=waiting.n_records,
        records=wording.records_text(
            words, field, waiting.n_records, is_time=bool(waiting.seconds)
        ),
        amount=amount,
        currency=waiting.currency,
        hours=waiting.seconds / 3600,
        first_on=waiting.first_on,
        last_on=waiting.last_on,
        proposal=_proposal(portfolio, words, found),
    )


def _proposal(
    portfolio: Portfolio, words: Words, found: Proposal
) -> ProposedRole | None:
    if found.reason is None:
        return None
    role = None if found.role is None else portfolio.roles[found.role]
    return ProposedRole(
        role=role.key if role else PRIVATE,
        name=role.name if role else words.gettext("private"),
        colour=role.colour if role else 0,
        because=found.reason,
        reason=wording.reason_text(words, found.reason, found.likeness),
        likeness=found.likeness,
        score=found.score if role else None,
    )
