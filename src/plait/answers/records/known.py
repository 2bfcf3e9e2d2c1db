"""Until when is each account, tracker and calendar known?"""

from dataclasses import dataclass
from datetime import date, timedelta

from plait.answers.context import AnswerContext
from plait.answers.known_notes import money_notes
from plait.domain.known import Jump, Known, KnownKind
from plait.domain.money import Money
from plait.wording.records import known as wording

_DAY = timedelta(days=1)
_ORDER = {kind: place for place, kind in enumerate(KnownKind)}


@dataclass(frozen=True, slots=True)
class DaysNotCovered:
    """Days between two files that none covers; both are included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class BalanceJump:
    """A balance that does not follow: what was expected by `on`, and what was found."""

    since: date
    on: date
    expected: str
    found: str
    currency: str
    text: str


@dataclass(frozen=True, slots=True)
class KnownUntil:
    """One account, tracker or calendar, and its first and last day known.

    `name` is how its files name it, `label` what to show. `checked` says whether its
    balances follow, and what no file covers.
    """

    kind: KnownKind
    kind_text: str
    name: str
    label: str
    since: date
    until: date
    is_by_hand: bool
    n_balances: int
    gaps: tuple[DaysNotCovered, ...]
    jumps: tuple[BalanceJump, ...]
    checked: str


@dataclass(frozen=True, slots=True)
class KnownAnswer:
    """All accounts, then trackers, then calendars, what is known longest last."""

    on: date
    language: str
    heading: str
    each: tuple[KnownUntil, ...]
    notes: tuple[str, ...]
    method: str


def known_answer(context: AnswerContext) -> KnownAnswer:
    """Return until when the records are known."""
    words, portfolio = context.words, context.portfolio
    each = sorted(portfolio.known, key=lambda one: (_ORDER[one.kind], one.until))
    return KnownAnswer(
        on=portfolio.on,
        language=words.language,
        heading=wording.heading_text(words),
        each=tuple(_known(context, one) for one in each),
        notes=tuple(money_notes(context)),
        method=wording.method_text(words),
    )


def _known(context: AnswerContext, one: Known) -> KnownUntil:
    words = context.words
    return KnownUntil(
        kind=one.kind,
        kind_text=wording.kind_text(words, one.kind),
        name=one.name,
        label=wording.name_text(words, one),
        since=one.starts_on,
        until=one.until,
        is_by_hand=one.is_by_hand,
        n_balances=one.n_balances,
        gaps=tuple(
            DaysNotCovered(gap.start, gap.end - _DAY) for gap in one.gaps if gap.end
        ),
        jumps=tuple(_jump(context, jump) for jump in one.jumps),
        checked=wording.checked_text(words, one),
    )


def _jump(context: AnswerContext, jump: Jump) -> BalanceJump:
    currency = jump.currency or context.portfolio.person.currency

    def amount(minor: int) -> str:
        return f"{Money.from_minor(minor, currency).number:f}"

    return BalanceJump(
        since=jump.since,
        on=jump.on,
        expected=amount(jump.expected_minor),
        found=amount(jump.found_minor),
        currency=currency,
        text=wording.jump_text(context.words, jump),
    )
