"""The period that a page or a command looks at, and what else there is to choose."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from plait.domain.period import Period
from plait.domain.periods.choice import (
    PeriodBasis,
    PeriodChoice,
    PeriodKind,
    choice_at,
    month_choice,
    quarter_choice,
    tax_year_choice,
    year_choice,
)
from plait.domain.periods.comparison import Compared, period_before
from plait.domain.portfolio import Portfolio
from plait.domain.roles import RoleKind
from plait.domain.selection import Selection
from plait.reference.tax_years import CALENDAR_YEAR, tax_year_starts
from plait.wording import period_choices as wording
from plait.wording.words import Words

_N_MONTHS, _N_QUARTERS, _N_YEARS = 24, 8, 10


@dataclass(frozen=True, slots=True)
class PeriodOption:
    """A period that can be chosen: its word, and how it is called."""

    word: str
    text: str


@dataclass(frozen=True, slots=True)
class PeriodOptions:
    """Periods of one kind, the newest first."""

    kind: PeriodKind
    text: str
    options: tuple[PeriodOption, ...]


@dataclass(frozen=True, slots=True)
class PeriodAnswer:
    """The days `[start, end)`, and what they are compared with.

    `word` is that of the choice, `is_usual` whether nobody chose it. `before` are the
    days of the same period before, None since a role began; `note` says so. `nearest`
    are the month, quarter and so on around its last day, around today if nobody chose; `lists` what can be
    chosen from a list. `previous` and `next` are equally long, None where there is
    none, or it is still to come.
    """

    word: str
    kind: PeriodKind
    name: str
    start: date
    end: date
    is_usual: bool
    is_running: bool
    before: Period | None
    note: str
    previous: PeriodOption | None
    next: PeriodOption | None
    nearest: tuple[PeriodOptions, ...]
    lists: tuple[PeriodOptions, ...]


def period_basis(portfolio: Portfolio, role: str = "") -> PeriodBasis:
    """Return what the days of a choice depend on; `role` is a role's key."""
    starts = [
        one.period.start
        for one in portfolio.roles
        if one.kind is not RoleKind.OPPORTUNITY and role in {"", one.key}
    ]
    return PeriodBasis(
        portfolio.on,
        tax_year_starts(portfolio.person.country),
        min(starts, default=None),
        is_of_a_role=bool(role),
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """A choice with all that its days and its words depend on.

    `choice` is None where nobody chose: then it is the `usual` one of the question,
    which is the last twelve whole months.
    """

    words: Words
    basis: PeriodBasis
    choice: PeriodChoice | None
    usual: PeriodChoice

    @property
    def chosen(self) -> PeriodChoice:
        """The period that is looked at."""
        return self.choice or self.usual

    @property
    def days(self) -> Period:
        """Its days, with an end."""
        return self.chosen.days(self.basis)

    @property
    def has_before(self) -> bool:
        """Whether there is a same period before."""
        return period_before(self.chosen, self.basis) is not None

    def records_before(self, chosen: Selection, of: Compared) -> Selection | None:
        """Return the records that a change is from: those of the days before."""
        if not self.has_before or not of.before:
            return None
        last = of.before[-1].end
        return replace(chosen, period="", start=of.before[0].start, end=last)

    @property
    def during_text(self) -> str:
        """How a sentence begins that speaks of it: In October 2026."""
        if self.choice is None:
            return wording.last_twelve_text(self.words)
        return wording.during_text(self.words, self.choice, self.basis)

    def compared_text(self, days: Sequence[Compared]) -> str:
        """Return what several figures together are compared with."""
        each = {(one.now, one.before): one for one in days}
        if len(each) == 1:
            return wording.compared_text(self.words, self.chosen, self.basis, days[0])
        now = tuple(stretch for one in days for stretch in one.now)
        before = tuple(stretch for one in days for stretch in one.before)
        return wording.same_days_text(self.words, now, before)


def period_answer(asked: Asked) -> PeriodAnswer:
    """Return the period chosen, or the usual one where there is none."""
    words, basis, chosen, days = asked.words, asked.basis, asked.chosen, asked.days
    end = days.end or days.start
    is_running = days.start <= basis.today < end
    # After the last twelve whole months there are none yet.
    following = asked.choice and chosen.beside(1, basis)
    return PeriodAnswer(
        word=chosen.word,
        kind=chosen.kind,
        name=wording.name_text(words, chosen, basis),
        start=days.start,
        end=end,
        is_usual=asked.choice is None,
        is_running=is_running,
        before=period_before(chosen, basis),
        note=wording.definition_text(words, chosen, basis, is_running=is_running),
        previous=_option(words, chosen.beside(-1, basis), basis),
        next=_option(words, following, basis),
        nearest=tuple(_nearest(asked)),
        lists=tuple(_lists(words, basis)),
    )


def _option(
    words: Words, choice: PeriodChoice | None, basis: PeriodBasis
) -> PeriodOption | None:
    if choice is None or choice.days(basis).start > basis.today:
        return None
    return PeriodOption(choice.word, wording.name_text(words, choice, basis))


def _kinds(basis: PeriodBasis) -> Iterator[PeriodKind]:
    """Yield the kinds to choose from; a tax year that is a calendar year is one."""
    yield from (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.YEAR)
    if basis.tax_year_starts != CALENDAR_YEAR:
        yield PeriodKind.TAX_YEAR


def _nearest(asked: Asked) -> Iterator[PeriodOptions]:
    """Yield the month and so on of the last day looked at; of today for the usual."""
    words, basis, last = asked.words, asked.basis, asked.basis.today
    if asked.choice is not None:
        end = asked.days.end or asked.days.start
        last = min(max(end - timedelta(days=1), asked.days.start), last)
    kinds = [*_kinds(basis), *([PeriodKind.ROLE] if basis.since else [])]
    for kind in kinds:
        option = _option(words, choice_at(kind, last, basis), basis)
        if option:
            yield PeriodOptions(kind, wording.kind_text(words, kind, basis), (option,))


def _lists(words: Words, basis: PeriodBasis) -> Iterator[PeriodOptions]:
    """Yield the last months, quarters and years, not before anything began."""
    today = basis.today
    newest = {
        PeriodKind.MONTH: (month_choice(today), _N_MONTHS),
        PeriodKind.QUARTER: (quarter_choice(today), _N_QUARTERS),
        PeriodKind.YEAR: (year_choice(today), _N_YEARS),
        PeriodKind.TAX_YEAR: (tax_year_choice(today, basis), _N_YEARS),
    }
    for kind in _kinds(basis):
        choice, most = newest[kind]
        options = tuple(_back_from(words, choice, most, basis))
        yield PeriodOptions(kind, wording.kind_text(words, kind, basis), options)


def _back_from(
    words: Words, choice: PeriodChoice, most: int, basis: PeriodBasis
) -> Iterator[PeriodOption]:
    for steps in range(most):
        one = choice.beside(-steps, basis)
        end = one and one.days(basis).end
        if one is None or (steps and basis.since and end and end <= basis.since):
            return
        yield PeriodOption(one.word, wording.name_text(words, one, basis))
