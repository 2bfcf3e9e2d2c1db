"""Findings on tax obligations: what is due soon, and limits that come near.

Light findings, and few: the hours criterion and the small-business scheme only speak
where they may be this person's, so that nobody is reminded every year of another's.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from plait.analysis.obligations.entry import EntryStatus
from plait.analysis.obligations.hours_criterion import HoursCriterion
from plait.analysis.obligations.obligation import LimitStatus, Obligation
from plait.analysis.obligations.report import Obligations
from plait.analysis.obligations.rolling import RollingStatus
from plait.analysis.obligations.turnover import TurnoverStatus
from plait.answers.context import AnswerContext
from plait.answers.findings import ranking, records
from plait.answers.findings.finding import Evidence, Finding, Step
from plait.answers.findings.kinds import Kind
from plait.answers.findings.numbers import numbers
from plait.answers.findings.settled import settled_things
from plait.reference.obligations.rules import Rule, Status
from plait.wording.obligations.hours import hours_text
from plait.wording.obligations.obligations import (
    amount_text,
    assumed_text,
    basis_text,
    title_text,
    what_text,
)
from plait.wording.obligations.status import entry_text
from plait.wording.obligations.turnover import rolling_text, turnover_text

SOON = timedelta(days=30)
_URGENT = timedelta(days=7)
# Who comes to less than this part of the hours is not after them.
_AFTER_THEM = Decimal("0.7")
_N_NAMED = 2


def findings(context: AnswerContext) -> Iterator[Finding]:
    """Yield what is due within a month, then what stands near a threshold."""
    found = context.obligations
    if found is None:
        return
    done = settled_things(context.portfolio, Kind.OBLIGATIONS_DUE)
    soon = [
        one
        for one in found.due
        if one.due_on - found.on <= SOON and _named(one) not in done
    ]
    if soon:
        yield _due(context, found, soon)
    if found.hours and _is_after_the_hours(found):
        yield _hours(context, found, found.hours)
    step = _step_ahead(found)
    if step:
        yield _entering(context, found, step)
    for one in (found.turnover, found.rolling):
        if one and _matters(one):
            yield _turnover(context, found, one)


def _due(context: AnswerContext, found: Obligations, soon: list[Obligation]) -> Finding:
    words, _ = context.words, context.words.gettext
    title = words.ngettext(
        "%(what)s: due by %(day)s", "%(n)d things are due by %(day)s", len(soon)
    ) % {
        "what": what_text(soon[0], words),
        "n": len(soon),
        "day": words.day(soon[-1].due_on),
    }
    is_urgent = soon[0].due_on - found.on <= _URGENT
    return Finding(
        kind=Kind.OBLIGATIONS_DUE,
        weight=ranking.weight(Kind.OBLIGATIONS_DUE, 1.0 if is_urgent else 0.0),
        title=title,
        sentence=_soonest(context, found, soon),
        why=_(
            "Late returns and payments cost money, and every stream has its own dates."
        ),
        step=_look(context),
        numbers=numbers(
            n=len(soon),
            what=tuple(one.kind.value for one in soon),
            due_on=tuple(one.due_on.isoformat() for one in soon),
            amounts=tuple(
                "" if one.amount is None else f"{one.amount:f}" for one in soon
            ),
            rules=tuple(one.rule.id for one in soon),
            until=soon[-1].due_on,
            dues=tuple(map(_named, soon)),
        ),
        evidence=_evidence(context, found, soon[0].rule, _new_year(found.on.year)),
    )


def _named(one: Obligation) -> str:
    """Return what a tax date is known by: the rule, the stretch, and the day."""
    return f"{one.rule.id} {one.period.start} {one.due_on}"


def _soonest(context: AnswerContext, found: Obligations, soon: list[Obligation]) -> str:
    words = context.words
    parts = [_one(context, found, one) for one in soon[:_N_NAMED]]
    more = len(soon) - _N_NAMED
    if more > 0:
        parts.append(
            words.ngettext("And %(n)d more.", "And %(n)d more.", more) % {"n": more}
        )
    return " ".join(parts)


def _one(context: AnswerContext, found: Obligations, one: Obligation) -> str:
    words, _ = context.words, context.words.gettext
    values = {"what": what_text(one, words), "day": words.day(one.due_on)}
    if one.amount is None:
        return _("%(what)s, by %(day)s.") % values
    values["sum"] = amount_text(one, found.pack, words)
    return _("%(what)s, by %(day)s: %(sum)s.") % values


def _is_after_the_hours(found: Obligations) -> bool:
    """Return whether the hours may fall short of who came near them or had them."""
    one, before = found.hours, found.hours_before
    if one is None or one.status not in {LimitStatus.AT_RISK, LimitStatus.NOT_MET}:
        return False
    had_them = before is not None and before.status is LimitStatus.MET
    return had_them or one.expected >= one.least * _AFTER_THEM


def _hours(context: AnswerContext, found: Obligations, one: HoursCriterion) -> Finding:
    _ = context.words.gettext
    title = _("The hours criterion of %(year)d is at risk")
    if one.status is LimitStatus.NOT_MET:
        title = _("The hours criterion of %(year)d is out of reach")
    return Finding(
        kind=Kind.HOURS_CRITERION,
        weight=ranking.weight(Kind.HOURS_CRITERION),
        title=title % {"year": one.year},
        sentence=hours_text(one, context.words),
        why=_("Your deductions as an entrepreneur depend on it."),
        step=Step(_("Look at your hours"), "hours"),
        numbers=numbers(
            year=one.year,
            status=one.status,
            hours=float(one.hours),
            other=float(one.other),
            least=float(one.least),
            expected=float(one.expected),
            a_week=None if one.a_week is None else float(one.a_week),
        ),
        evidence=_evidence(context, found, one.rule, _new_year(one.year)),
    )


def _step_ahead(found: Obligations) -> EntryStatus | None:
    """Return the first step that is passed and has not begun, else one that is near."""
    begins = found.enters_on
    if begins and begins <= found.on:
        return None
    ahead = [one for one in found.entry_steps if one.step.starts > found.on]
    for stand in (LimitStatus.OVER, LimitStatus.NEAR):
        for one in ahead:
            if one.status is stand:
                return one
    return None


def _entering(context: AnswerContext, found: Obligations, one: EntryStatus) -> Finding:
    words, _ = context.words, context.words.gettext
    is_over = one.status is LimitStatus.OVER
    kind = Kind.OBLIGATIONS_BEGIN if is_over else Kind.OBLIGATIONS_NEAR
    day = {"day": words.day(one.step.starts)}
    title = (
        _("Quarterly updates begin on %(day)s")
        if is_over
        else _("You are near the threshold for quarterly updates")
    )
    return Finding(
        kind=kind,
        weight=ranking.weight(kind),
        title=title % day,
        sentence=entry_text(one, found.pack.currency, words),
        why=_("All your income as self-employed counts together, before costs."),
        step=_look(context),
        numbers=numbers(
            figure=one.figure,
            threshold=one.step.over,
            starts=one.step.starts,
        ),
        evidence=_evidence(context, found, one.rule, one.year.start),
    )


def _matters(one: TurnoverStatus | RollingStatus) -> bool:
    """Return whether a limit is near or passed, and may be this person's."""
    is_theirs = one.may_be_used if isinstance(one, TurnoverStatus) else True
    return is_theirs and one.status in {LimitStatus.NEAR, LimitStatus.OVER}


def _turnover(
    context: AnswerContext, found: Obligations, one: TurnoverStatus | RollingStatus
) -> Finding:
    words, _ = context.words, context.words.gettext
    is_over = one.status is LimitStatus.OVER
    kind = Kind.TURNOVER_OVER if is_over else Kind.TURNOVER_NEAR
    currency = found.pack.currency
    title = (
        _("Your turnover passed a VAT limit")
        if is_over
        else _("Your turnover is near a VAT limit")
    )
    if isinstance(one, TurnoverStatus):
        sentence, since = turnover_text(one, currency, words), _new_year(one.year)
    else:
        sentence, since = rolling_text(one, currency, words), _a_year_before(one.until)
    return Finding(
        kind=kind,
        weight=ranking.weight(kind),
        title=title,
        sentence=sentence,
        why=_("Once a scheme ends or a registration begins, you have to charge VAT."),
        step=_look(context),
        numbers=numbers(
            figure=one.figure,
            limit=one.limit,
            passed_on=one.passed_on,
            year=since.year if isinstance(one, TurnoverStatus) else None,
        ),
        evidence=_evidence(context, found, one.rule, since),
    )


def _a_year_before(day: date) -> date:
    return day - timedelta(days=365)


def _new_year(year: int) -> date:
    return date(year, 1, 1)


def _look(context: AnswerContext) -> Step:
    return Step(context.words.gettext("See your tax dates"), "tax_dates")


def _evidence(
    context: AnswerContext, found: Obligations, rule: Rule, since: date | None = None
) -> Evidence:
    words, _ = context.words, context.words.gettext
    return Evidence(
        data=_("Your roles, and the payments and hours that belong to them."),
        method=f"{title_text(rule, words)}.",
        assumptions=assumed_text(rule, words) or _("Nothing is assumed."),
        certainty=_("A reminder from public sources, not tax advice.")
        if rule.status is Status.LOOKED_UP
        else _("General knowledge, to be confirmed; not tax advice."),
        source=f"{rule.article}; {rule.source}. {basis_text(found.pack, words)}.",
        records=(
            *records.payments_since(context, since),
            *records.time_of_days(context, since=since),
        ),
    )
