"""On how few does the income depend: by payer, field, occupation, place and cause."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from plait.analysis.income.concentration import (
    By,
    CoMovement,
    Concentration,
    Grouped,
    NoCoMovement,
    co_movement,
    concentration,
    grouped,
)
from plait.answers.context import AnswerContext
from plait.answers.income.last_year import payments_of_year
from plait.answers.known_notes import money_notes
from plait.domain.quiet import Kind, hidden
from plait.domain.selection import Selection
from plait.reference.occupations.titles import occupation_of
from plait.wording.income import concentration as wording

ALL = tuple(By)
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class ShareMeasures:
    """What shares come to; see `analysis.income.concentration.shares`."""

    largest_share: float | None
    herfindahl: float
    effective: float
    simpson: float
    entropy: float
    effective_by_entropy: float


@dataclass(frozen=True, slots=True)
class Group:
    """One payer, sector, occupation, place or cause, with its share of 1.

    `title` is an occupation's title; `roles` are keys; `colour` is the strand of
    the role where it is a single one, 0 for several. `records` are the payments of the
    payer or of the single role, None where several roles share a thing.
    """

    name: str
    title: str
    share: float
    roles: tuple[str, ...]
    colour: int
    records: Selection | None


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The income by one thing, largest group first.

    `unknown` are the roles (keys) that do not say the thing: each stands by itself.
    `is_informative` is False where no role says it, or it is the same for all.
    """

    by: By
    label: str
    sentence: str
    measures: ShareMeasures
    groups: tuple[Group, ...]
    unknown: tuple[str, ...]
    is_informative: bool


@dataclass(frozen=True, slots=True)
class Swings:
    """Whether streams swing together; no figures, but the reason, where unknown.

    `low` and `high` are the ratio one standard error either way; `closest` are the
    two roles that go together most, with their `correlation`.
    """

    n_months: int
    sentence: str
    why_not: str | None = None
    diversification_ratio: float | None = None
    low: float | None = None
    high: float | None = None
    effective: float | None = None
    roles: tuple[str, ...] = ()
    closest: tuple[str, ...] = ()
    correlation: float | None = None


@dataclass(frozen=True, slots=True)
class CostlyRole:
    """A role that cost more than it brought, and has no share."""

    role: str
    net: float


@dataclass(frozen=True, slots=True)
class ConcentrationAnswer:
    """Net income of the last whole months, before tax, in the home currency.

    `notes` are what a reader should know of the figures, in whole sentences.
    """

    on: date
    language: str
    currency: str
    basis: str
    n_months: int
    is_too_short: bool
    total: float
    refused: tuple[CostlyRole, ...]
    by: tuple[Breakdown, ...]
    together: Swings
    notes: tuple[str, ...]
    records: tuple[Selection, ...]


@dataclass(frozen=True, slots=True)
class SharesAnswer:
    """What bare shares or amounts come to, largest first."""

    shares: tuple[float, ...]
    measures: ShareMeasures


def concentration_answer(
    context: AnswerContext, by: Iterable[str] = ALL
) -> ConcentrationAnswer:
    """Return how the income lies over each thing asked for; `by` is not empty."""
    portfolio, words = context.portfolio, context.words
    found = [grouped(portfolio, context.rates, By(one)) for one in by]
    of, refused = found[0].of, dict(found[0].refused)
    costly = tuple(
        CostlyRole(portfolio.roles[role].key, net) for role, net in refused.items()
    )
    breakdowns = tuple(_breakdown(context, one) for one in found)
    swings = _swings(context, co_movement(context.income, refused=[*refused]))
    return ConcentrationAnswer(
        on=portfolio.on,
        language=words.language,
        currency=portfolio.person.currency,
        basis=wording.basis_text(
            words, of.total, portfolio.person.currency, of.n_months
        ),
        n_months=of.n_months,
        is_too_short=of.is_too_short,
        total=of.total,
        refused=costly,
        by=breakdowns,
        together=swings,
        notes=(
            *money_notes(context),
            *_notes(context, breakdowns, refused, is_short=of.is_too_short),
        ),
        records=(payments_of_year(portfolio.on),),
    )


def shares_answer(amounts: list[float]) -> SharesAnswer:
    """Return what amounts of one's own come to; raise `NegativeStream` below 0."""
    names = [str(number) for number in range(1, len(amounts) + 1)]
    found = concentration(amounts, names)
    return SharesAnswer(found.shares, _measures(found))


def _measures(of: Concentration) -> ShareMeasures:
    return ShareMeasures(
        largest_share=of.largest[1] if of.largest else None,
        herfindahl=of.herfindahl,
        effective=of.effective,
        simpson=of.simpson,
        entropy=of.entropy,
        effective_by_entropy=of.effective_by_entropy,
    )


def _breakdown(context: AnswerContext, one: Grouped) -> Breakdown:
    named = {role for roles in one.roles for role in roles} - set(one.unknown)
    groups = tuple(
        _group(context, one.by, *group)
        for group in zip(one.of.names, one.of.shares, one.roles, strict=True)
    )
    largest = (groups[0].title or groups[0].name) if groups else ""
    return Breakdown(
        by=one.by,
        label=wording.label_text(context.words, one.by),
        sentence=wording.spread_text(context.words, one, largest),
        measures=_measures(one.of),
        groups=groups,
        unknown=_keys(context, one.unknown),
        is_informative=bool(named) and len(one.of.shares) >= _SEVERAL,
    )


def _group(
    context: AnswerContext, by: By, name: str, share: float, roles: tuple[int, ...]
) -> Group:
    occupation = occupation_of(name) if by is By.OCCUPATION else None
    return Group(
        name=hidden(Kind.SECTOR, name) if by is By.SECTOR else name,
        title=occupation.title(context.words.language) if occupation else "",
        share=share,
        roles=_keys(context, roles),
        colour=context.role(roles[0]).colour if len(roles) == 1 else 0,
        records=_records(context, by, name, roles),
    )


def _records(
    context: AnswerContext, by: By, name: str, roles: tuple[int, ...]
) -> Selection | None:
    on = context.portfolio.on
    if by is By.PAYER:
        return payments_of_year(on, payer=name)
    if len(roles) == 1:
        return payments_of_year(on, role=context.role(roles[0]).key)
    return None


def _swings(context: AnswerContext, found: CoMovement | NoCoMovement) -> Swings:
    if isinstance(found, NoCoMovement):
        sentence = wording.apart_text(context.words, found)
        return Swings(found.n_months, sentence, why_not=found.why.value)
    names = [context.role(role).name for role in found.pair]
    return Swings(
        n_months=found.n_months,
        sentence=wording.together_text(context.words, found, names),
        diversification_ratio=found.ratio,
        low=found.low,
        high=found.high,
        effective=found.effective,
        roles=_keys(context, found.roles),
        closest=_keys(context, found.pair),
        correlation=found.correlation,
    )


def _notes(
    context: AnswerContext,
    breakdowns: tuple[Breakdown, ...],
    refused: dict[int, float],
    *,
    is_short: bool,
) -> Iterable[str]:
    words = context.words
    roles = {role.key: role.name for role in context.portfolio.roles}
    for one in breakdowns:
        names = [roles[key] for key in one.unknown]
        if one.by is not By.PAYER and names:
            everyone = len(names) == len(one.groups)
            yield wording.unknown_text(words, one.by, names, everyone=everyone)
    for role, net in refused.items():
        amount = words.money(-net, context.portfolio.person.currency)
        yield wording.refused_text(words, context.role(role).name, amount)
    if is_short:
        yield wording.short_text(words)


def _keys(context: AnswerContext, roles: Iterable[int]) -> tuple[str, ...]:
    return tuple(context.role(role).key for role in roles)
