"""Which roles take more than was agreed: since which week, and by how much."""

import math
from dataclasses import dataclass
from datetime import date

import numpy as np

from plait.analysis.hours.balance import Verdict as NaiveVerdict
from plait.analysis.hours.drift.drift import FIVE_YEARS, Drift, Verdict, drifts
from plait.analysis.series.hourly_pay import ExtraPay, extra_pay
from plait.answers.context import AnswerContext
from plait.answers.roles.role_weeks import RoleWeek, role_weeks
from plait.domain.roles import Per
from plait.wording.hours import drift as wording
from plait.wording.hours.talk import talk_text


@dataclass(frozen=True, slots=True)
class DriftWeek:
    """A week that counts, what was expected of it, and the statistic after it."""

    week: date
    hours: float
    agreed: float | None
    expected: float | None
    z: float | None
    statistic: float | None
    set_aside: bool


@dataclass(frozen=True, slots=True)
class RoleDrift:
    """One role; the figures are explained in `analysis.hours.drift.drift.Drift`.

    `naive` is what the mean of the latest weeks says. `over_by_now` is the hours a
    week beyond the agreement: of late where it still grows, else since it began.
    `is_noticeable` is whether that is half an hour or more now; only then are there
    `over_text`, `since_text`, `worth_text` and `last_year`. `unsure_text` says what
    cannot be known before there is an earlier year, else "". `usual` is what was
    expected of each week of `last_year`, where that is clearly more or less than what
    was agreed, else empty. `worth_a_month`, `pay` and `pay_now` (an hour's pay, agreed
    and really) are in `currency`.
    `weeks` and `talk`, a note to begin with, are there for a requested role.
    """

    role: str
    name: str
    colour: int
    organisation: str
    verdict: Verdict
    naive: NaiveVerdict
    sentence: str
    naive_text: str
    per: Per
    agreed: float | None
    n_weeks: int
    weeks_needed: int
    knows_year: bool
    is_in_season: bool
    threshold: float
    statistic: float | None
    alarm_on: date | None
    since: date | None
    until: date | None
    over: float | None
    over_low: float | None
    over_high: float | None
    over_lately: float | None
    over_by_now: float | None
    given: float | None
    expected_then: float | None
    is_growing: bool
    is_noticeable: bool
    over_text: str
    since_text: str
    unsure_text: str
    worth_text: str
    worth_a_month: float | None
    currency: str | None
    pay: float | None
    pay_now: float | None
    last_year: tuple[RoleWeek, ...]
    usual: tuple[float, ...]
    weeks: tuple[DriftWeek, ...]
    talk: str | None


@dataclass(frozen=True, slots=True)
class DriftAnswer:
    """Every role held, or the one requested, in the order of the portfolio."""

    on: date
    language: str
    weeks_between_false_alarms: float
    roles: tuple[RoleDrift, ...]


def drift_answer(
    context: AnswerContext, *, role: str = "", weeks_between: float = FIVE_YEARS
) -> DriftAnswer:
    """Return how every role stands, or one of them (by its key) with its weeks."""
    found = _drifts(context, weeks_between)
    chosen = [one for one in found if role in {"", context.role(one.role).key}]
    return DriftAnswer(
        on=context.portfolio.on,
        language=context.words.language,
        weeks_between_false_alarms=weeks_between,
        roles=tuple(_role(context, one, is_whole=bool(role)) for one in chosen),
    )


def drift_pay(context: AnswerContext, one: Drift) -> ExtraPay:
    """Return what the extra hours of a drifting role are worth by its present terms."""
    if not one.is_over_now or one.agreed is None or one.over_by_now is None:
        return ExtraPay()
    terms = context.role(one.role).agreement_on(context.portfolio.on)
    return extra_pay(terms, one.agreed, one.over_by_now)


def _drifts(context: AnswerContext, weeks_between: float) -> tuple[Drift, ...]:
    if weeks_between == FIVE_YEARS:
        return context.drifts
    return drifts(
        context.portfolio,
        context.weeks,
        context.set_aside,
        weeks_between=weeks_between,
        known=context.balance,
    )


def _role(context: AnswerContext, one: Drift, *, is_whole: bool) -> RoleDrift:
    role, words, pay = context.role(one.role), context.words, drift_pay(context, one)
    noticeable = one.is_noticeable
    worth = wording.worth_text(words, pay.worth_a_month, pay.currency)
    last_year = _last_year(context, one) if noticeable else ()
    return RoleDrift(
        role=role.key,
        name=role.name,
        colour=role.colour,
        organisation=role.organisation.name,
        verdict=one.verdict,
        naive=one.naive,
        sentence=wording.drift_text(one, words),
        naive_text=wording.naive_text(one.naive, words),
        per=one.per,
        agreed=one.agreed,
        n_weeks=one.n_weeks,
        weeks_needed=one.weeks_needed,
        knows_year=one.knows_year,
        is_in_season=one.is_in_season,
        threshold=one.threshold,
        statistic=_known(one.statistic[-1]) if len(one.statistic) else None,
        alarm_on=one.alarm_on,
        since=one.since,
        until=one.until,
        over=one.over,
        over_low=one.over_low,
        over_high=one.over_high,
        over_lately=one.over_lately,
        over_by_now=one.over_by_now,
        given=one.given,
        expected_then=one.expected_then,
        is_growing=one.is_growing,
        is_noticeable=noticeable,
        over_text=wording.over_text(one, words) if noticeable else "",
        since_text=wording.since_text(one, words) if noticeable else "",
        unsure_text=wording.unsure_text(one, words),
        worth_text=worth if noticeable else "",
        worth_a_month=pay.worth_a_month,
        currency=pay.currency,
        pay=pay.agreed,
        pay_now=pay.given,
        last_year=last_year,
        usual=_usual(one, len(last_year)) if one.is_in_season else (),
        weeks=_weeks(context, one) if is_whole else (),
        talk=_talk(context, one, pay) if is_whole and noticeable else None,
    )


def _last_year(context: AnswerContext, one: Drift) -> tuple[RoleWeek, ...]:
    """Return the last year of weeks, from the first with agreed hours on."""
    weeks = role_weeks(context, one.role)
    begin = next((i for i, week in enumerate(weeks) if week.agreed), len(weeks))
    return weeks[begin:]


def _usual(one: Drift, n_weeks: int) -> tuple[float, ...]:
    """Return what was expected of the last weeks, as agreed before anything was."""
    latest = one.expected[len(one.expected) - n_weeks :]
    return tuple(np.where(np.isnan(latest), one.agreed or 0.0, latest).tolist())


def _talk(context: AnswerContext, one: Drift, pay: ExtraPay) -> str:
    role = context.role(one.role)
    terms = role.agreement_on(context.portfolio.on)
    draft = talk_text(context.words, one, role, terms, pay)
    return f"{draft}\n{context.portfolio.person.name}"


def _weeks(context: AnswerContext, one: Drift) -> tuple[DriftWeek, ...]:
    """Return the weeks that count, each with its hours and the statistic after it."""
    columns = (
        context.weeks.mondays,
        context.weeks.by_role[:, one.role],
        one.expected,
        one.z,
        one.statistic,
        context.set_aside[:, one.role],
    )
    rows = zip(*(column[one.begin :].tolist() for column in columns), strict=True)
    return tuple(
        DriftWeek(
            day,
            round(hours, 4),
            one.agreed,
            _known(usual),
            _known(z),
            _known(s),
            is_away,
        )
        for day, hours, usual, z, s, is_away in rows
    )


def _known(value: float) -> float | None:
    return None if math.isnan(value) else float(value)
