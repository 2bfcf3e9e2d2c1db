"""One rule on working time with its verdict, as values and in words."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from plait.analysis.working_time.readings import Because
from plait.analysis.working_time.verdicts import Reading, RuleVerdict, Verdict
from plait.domain.period import Period
from plait.domain.roles import CountsAs
from plait.reference.working_time.kinds import Unit
from plait.reference.working_time.rules import Scope, Status
from plait.wording.hours import working_time as wording
from plait.wording.words import Words

_BY_SEVERITY = (
    *(Verdict.OVER, Verdict.NOTICE, Verdict.OPEN, Verdict.ADVISORY),
    *(Verdict.NEAR, Verdict.WITHIN, Verdict.NOT_COVERED, Verdict.INFORMATION),
)


class RuleGroup(StrEnum):
    """Whether a rule is worth a reader's look.

    Not arisen: nothing was worked that it is about. Not for you: it is for another
    age or another time. Duty and counting: there is nothing to work out.
    """

    JUDGED = "judged"
    NOT_ARISEN = "not arisen"
    NOT_FOR_YOU = "not for you"
    DUTY = "duty"
    COUNTING = "counting"


@dataclass(frozen=True, slots=True)
class RuleReading:
    """A figure against its limit, over a period, and whose hours made it.

    A provisional figure may still change: days that count in it are yet to come.
    """

    figure: float
    limit: float
    period: Period
    organisations: tuple[str, ...]
    is_provisional: bool


@dataclass(frozen=True, slots=True)
class JudgedRule:
    """A rule, its verdict, and the figure that the verdict rests on, if there is one.

    `severity` is 0 for the worst verdict. `details` say in the reader's language what
    the figure is, of when, whose, and what the verdict depends on. `times_over`
    counts the readings past the limit; `latest` is the last reading there is.
    """

    id: str
    part_of: str
    kind: str
    group: RuleGroup
    title: str
    verdict: Verdict
    verdict_text: str
    severity: int
    details: tuple[str, ...]
    because: Because | None
    figure: float | None
    limit: float | None
    period: Period | None
    organisations: tuple[str, ...]
    is_provisional: bool
    is_least: bool
    unit: Unit
    times_over: int
    latest: RuleReading | None
    scope: Scope
    counts: tuple[CountsAs, ...]
    from_age: int
    below_age: int | None
    valid_from: date | None
    valid_to: date | None
    article: str
    source: str
    status: Status
    status_text: str
    note: str
    exception: str


def judged_rule(words: Words, one: RuleVerdict, reading: Reading | None) -> JudgedRule:
    """Return a verdict with its rule; the figure is of the reading it rests on."""
    rule = one.rule
    return JudgedRule(
        id=rule.id,
        part_of=rule.part_of,
        kind=rule.kind,
        group=_group(one),
        title=wording.title_text(rule, words),
        verdict=one.verdict,
        verdict_text=wording.verdict_text(one.verdict, words),
        severity=_BY_SEVERITY.index(one.verdict),
        details=tuple(wording.details_text(words, one, reading)),
        because=one.because,
        figure=reading.figure if reading else None,
        limit=reading.limit if reading else rule.how.limit,
        period=reading.period if reading else None,
        organisations=reading.organisations if reading else (),
        is_provisional=bool(reading and reading.is_provisional),
        is_least=rule.how.is_least,
        unit=rule.how.unit,
        times_over=one.times_over,
        latest=_reading(one.latest),
        scope=rule.scope,
        counts=tuple(sorted(rule.counts)),
        from_age=rule.from_age,
        below_age=rule.below_age,
        valid_from=rule.valid_from,
        valid_to=rule.valid_to,
        article=rule.article,
        source=rule.source,
        status=rule.status,
        status_text=wording.status_text(words, rule.status),
        note=wording.note_text(rule, words),
        exception=wording.exception_text(rule, words),
    )


def _group(one: RuleVerdict) -> RuleGroup:
    if one.verdict is Verdict.INFORMATION:
        return RuleGroup(one.rule.kind)
    if one.because is Because.NOT_ARISEN:
        return RuleGroup.NOT_ARISEN
    if one.because in {Because.AGE, Because.NOT_IN_FORCE}:
        return RuleGroup.NOT_FOR_YOU
    return RuleGroup.JUDGED


def _reading(reading: Reading | None) -> RuleReading | None:
    if reading is None:
        return None
    return RuleReading(
        reading.figure,
        reading.limit,
        reading.period,
        reading.organisations,
        reading.is_provisional,
    )
