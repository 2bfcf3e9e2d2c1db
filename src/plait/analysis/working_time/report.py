"""Judges a person's segments, or a portfolio, by a pack of working-time rules.

    report = worktime(portfolio, pack("nl"))

Judged are the days of a year up to the date. What a period needs from before those
days, such as the weeks of a mean that ends in them, is looked at too.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from plait.analysis.working_time.from_portfolio import segments_from
from plait.analysis.working_time.readings import Because
from plait.analysis.working_time.rule_evaluator import RuleEvaluator
from plait.analysis.working_time.segments import UNKNOWN, Segments, Worker
from plait.analysis.working_time.span import span_of
from plait.analysis.working_time.verdicts import RuleVerdict, Verdict, WorktimeReport
from plait.domain.portfolio import Portfolio
from plait.reference.working_time.packs import HEALTH
from plait.reference.working_time.packs import pack as pack_named
from plait.reference.working_time.rules import Pack, Rule

A_YEAR = 365
# The longest window of any rule is 52 weeks, which begin with a Monday.
_BEFORE = 53 * 7


def worktime(
    portfolio: Portfolio,
    pack: Pack,
    *,
    since: date | None = None,
    claimed: Collection[str] = (),
) -> WorktimeReport:
    """Return the verdict of every rule for the days from `since` up to the date.

    Without `since` they are those of a year. `claimed` are ids of rules whose
    exception is claimed.
    """
    begin = _days_before(portfolio.on, A_YEAR) if since is None else since
    segments = segments_from(portfolio, since=_days_before(begin, _BEFORE))
    person = portfolio.person
    worker = Worker(person.timezone, person.born_on, person.country, person.region)
    return judged(segments, worker, pack, on=portfolio.on, since=begin, claimed=claimed)


def _days_before(day: date, n: int) -> date:
    """Return the day so many days earlier, the first there is for the first ones."""
    return date.fromordinal(max(1, day.toordinal() - n))


def judged(
    segments: Segments,
    worker: Worker,
    pack: Pack,
    *,
    on: date,
    over: date | None = None,
    since: date | None = None,
    claimed: Collection[str] = (),
) -> WorktimeReport:
    """Return the verdict of every rule on one person's segments up to the date.

    `over` is the last day that has passed, if that is not the date itself.
    """
    report = WorktimeReport(
        pack=pack,
        on=on,
        since=since,
        verdicts=tuple(map(_silent, pack.rules)),
        guardrail=_silent(pack_named(HEALTH).rules[0]),
        is_age_known=worker.born_on is not None,
        open_hours=0.0,
    )
    if not len(segments):
        return report
    span = span_of(
        segments, worker, since=since, on=on, over=over, holidays_of=pack.holidays_of
    )
    evaluator = RuleEvaluator(segments.in_order(), span, worker, on, claimed)
    is_open = (segments.counts_as == UNKNOWN) & (
        span.number(segments.day) >= span.since
    )
    return replace(
        report,
        verdicts=tuple(evaluator.verdict(rule, pack) for rule in pack.rules),
        guardrail=_guardrail(evaluator),
        open_hours=float(segments.seconds[is_open].sum() / 3600),
    )


def _guardrail(evaluator: RuleEvaluator) -> RuleVerdict:
    """Return whether the latest weeks are more than a body bears for long."""
    health = pack_named(HEALTH)
    found = evaluator.verdict(health.rules[0], health)
    latest = found.latest
    if latest is None:
        return found
    if latest.figure >= latest.limit:
        return replace(found, verdict=Verdict.NOTICE)
    is_near = latest.figure > latest.limit * (1 - found.rule.near)
    return replace(found, verdict=Verdict.NEAR if is_near else Verdict.WITHIN)


def _silent(rule: Rule) -> RuleVerdict:
    """Return what is so of a rule where there are no hours."""
    if rule.is_info_only:
        return RuleVerdict(rule, Verdict.INFORMATION)
    return RuleVerdict(rule, Verdict.NOT_COVERED, because=Because.NO_HOURS)
