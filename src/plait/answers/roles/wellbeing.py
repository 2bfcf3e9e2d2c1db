"""What each role gives and takes by the weekly check-ins, and what that suggests."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from plait.analysis.wellbeing.levels import Aspect
from plait.analysis.wellbeing.pay import Pay
from plait.analysis.wellbeing.pooling import Level
from plait.analysis.wellbeing.suggestions import Suggestion
from plait.analysis.wellbeing.trend import Direction, Trend
from plait.analysis.wellbeing.value_map import Position, ValueMap
from plait.answers.context import AnswerContext
from plait.answers.findings.finding import Evidence
from plait.answers.roles.check_in import CheckInAnswer, check_in_answer
from plait.wording.roles import wellbeing as wording
from plait.wording.words import Words

# What asks for something comes first, what says nothing yet last.
_ORDER = (
    Suggestion.LEAVE,
    Suggestion.RENEGOTIATE,
    Suggestion.GROW,
    Suggestion.KEEP,
    Suggestion.UNCLEAR,
    Suggestion.TOO_FEW,
    Suggestion.NO_ANSWERS,
)
_CLEAR = frozenset(_ORDER[:4])


@dataclass(frozen=True, slots=True)
class LevelOfRole:
    """A level from 1 to 5, with the range that holds it four times of five.

    `plain` is the plain mean of the answers, None without any.
    """

    value: float
    low: float
    high: float
    plain: float | None


@dataclass(frozen=True, slots=True)
class TrendOfRole:
    """Where the answers of half a year go; see `analysis.wellbeing.trend`."""

    direction: Direction
    before: float
    after: float
    confidence: float
    n_answers: int
    n_weeks: int


@dataclass(frozen=True, slots=True)
class RoleTrends:
    """The trend of each answer, and of what a role gives."""

    energy: TrendOfRole
    meaning: TrendOfRole
    growth: TrendOfRole
    pressure: TrendOfRole
    gives: TrendOfRole


@dataclass(frozen=True, slots=True)
class RoleOnMap:
    """A role held today, with its suggestion and all that this rests on.

    `leans` is what an unclear role would suggest if its levels were sure, `certainty`
    the chance that it lies where it seems to. `pay_an_hour` is what came in for an
    hour given, of the last twelve whole months, in the home currency. `changes` are
    sentences of what rises or falls.
    """

    role: str
    name: str
    colour: int
    suggestion: Suggestion
    suggestion_text: str
    reason: str
    changes: tuple[str, ...]
    leans: Suggestion
    certainty: float
    n_answers: int
    last_week_on: date | None
    gives: LevelOfRole
    takes: LevelOfRole
    energy: LevelOfRole
    meaning: LevelOfRole
    growth: LevelOfRole
    pressure: LevelOfRole
    trends: RoleTrends
    pay: Pay
    pay_an_hour: float | None
    hours_a_week: float
    share_of_hours: float


@dataclass(frozen=True, slots=True)
class Middle:
    """Where the middle of the map lies."""

    gives: float
    takes: float


@dataclass(frozen=True, slots=True)
class OwnMeans:
    """The person's own means over all roles."""

    energy: float
    meaning: float
    growth: float
    pressure: float
    gives: float


@dataclass(frozen=True, slots=True)
class Corners:
    """The suggestions in the four corners of the map, in words."""

    grow: str
    renegotiate: str
    keep: str
    leave: str


@dataclass(frozen=True, slots=True)
class WellbeingAnswer:
    """The map of roles; without roles and middle before the first check-in.

    `clearest` says in a sentence what most asks for something, or when the map will.
    """

    on: date
    language: str
    currency: str
    n_answers: int
    basis: str
    clearest: str
    middle: Middle | None
    means: OwnMeans | None
    usual_pay: float | None
    roles: tuple[RoleOnMap, ...]
    corners: Corners
    ranges: str
    why: Evidence | None
    check_in: CheckInAnswer


def wellbeing_answer(
    context: AnswerContext, day: date | None = None
) -> WellbeingAnswer:
    """Return the map on the portfolio's date, and the check-in of a day's week."""
    found, words = context.value, context.words
    positions = sorted(found.positions, key=_rank) if found else []
    roles = tuple(_role(context, found, one) for one in positions) if found else ()
    n_answers = sum(role.n_answers for role in roles)
    return WellbeingAnswer(
        on=context.portfolio.on,
        language=words.language,
        currency=context.portfolio.person.currency,
        n_answers=found.wellbeing.n_answers if found else 0,
        basis=wording.basis_text(words, n_answers),
        clearest=_clearest(words, roles) if found else "",
        middle=Middle(found.middle_value, found.middle_pressure) if found else None,
        means=_means(found.wellbeing.means) if found else None,
        usual_pay=found.usual_pay if found else None,
        roles=roles,
        corners=_corners(words),
        ranges=wording.range_text(words, found) if found else "",
        why=_why(words, found) if found else None,
        check_in=check_in_answer(context.portfolio, words, day or context.portfolio.on),
    )


def _rank(position: Position) -> tuple[int, float]:
    """Return where a role stands in the list: by its suggestion, the surest first."""
    return _ORDER.index(position.suggestion), -position.certainty


def _clearest(words: Words, roles: tuple[RoleOnMap, ...]) -> str:
    if not roles or roles[0].suggestion not in _CLEAR:
        return wording.too_early_text(words)
    first = roles[0]
    return wording.clearest_text(words, first.name, first.suggestion_text, first.reason)


def _corners(words: Words) -> Corners:
    return Corners(
        grow=wording.suggestion_text(words, Suggestion.GROW),
        renegotiate=wording.suggestion_text(words, Suggestion.RENEGOTIATE),
        keep=wording.suggestion_text(words, Suggestion.KEEP),
        leave=wording.suggestion_text(words, Suggestion.LEAVE),
    )


def _role(context: AnswerContext, found: ValueMap, position: Position) -> RoleOnMap:
    role, words = context.role(position.role), context.words
    wellbeing = position.wellbeing
    levels = {aspect: _level(level) for aspect, level in wellbeing.levels.items()}
    return RoleOnMap(
        role=role.key,
        name=role.name,
        colour=role.colour,
        suggestion=position.suggestion,
        suggestion_text=wording.suggestion_text(words, position.suggestion),
        reason=wording.reason_text(words, position, found),
        changes=tuple(wording.trend_texts(words, wellbeing)),
        leans=position.leans,
        certainty=position.certainty,
        n_answers=wellbeing.n_answers,
        last_week_on=wellbeing.weeks_on[-1] if wellbeing.weeks_on else None,
        gives=levels[Aspect.GIVES],
        takes=levels[Aspect.PRESSURE],
        energy=levels[Aspect.ENERGY],
        meaning=levels[Aspect.MEANING],
        growth=levels[Aspect.GROWTH],
        pressure=levels[Aspect.PRESSURE],
        trends=_trends(wellbeing.trends),
        pay=position.pay,
        pay_an_hour=position.pay_an_hour,
        hours_a_week=position.hours_a_week,
        share_of_hours=position.share,
    )


def _level(level: Level) -> LevelOfRole:
    return LevelOfRole(level.value, level.low, level.high, level.plain)


def _means(means: Mapping[Aspect, float]) -> OwnMeans:
    return OwnMeans(
        energy=means[Aspect.ENERGY],
        meaning=means[Aspect.MEANING],
        growth=means[Aspect.GROWTH],
        pressure=means[Aspect.PRESSURE],
        gives=means[Aspect.GIVES],
    )


def _trends(trends: Mapping[Aspect, Trend]) -> RoleTrends:
    return RoleTrends(
        energy=_trend(trends[Aspect.ENERGY]),
        meaning=_trend(trends[Aspect.MEANING]),
        growth=_trend(trends[Aspect.GROWTH]),
        pressure=_trend(trends[Aspect.PRESSURE]),
        gives=_trend(trends[Aspect.GIVES]),
    )


def _trend(trend: Trend) -> TrendOfRole:
    return TrendOfRole(
        direction=trend.direction,
        before=trend.before,
        after=trend.after,
        confidence=trend.confidence,
        n_answers=trend.n_answers,
        n_weeks=trend.n_weeks,
    )


def _why(words: Words, found: ValueMap) -> Evidence:
    _ = words.gettext
    return Evidence(
        data=_("Your check-ins; for the pay, your hours and payments of a year."),
        method=wording.method_text(words, found),
        assumptions=wording.assumptions_text(words, found),
        source=_(
            "The method, with an example to redo: docs/explanation/method-value.md"
        ),
        certainty=_(
            "Each range is right four times out of five. A role whose range crosses"
            " the middle is called unclear."
        ),
    )
