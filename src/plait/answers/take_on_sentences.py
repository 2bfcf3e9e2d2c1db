"""The answer to a variant in one sentence, and each reason in one with its numbers."""

from collections.abc import Iterator

from plait.analysis.decisions.take_on.answer import Answer, Reason, TakeOn
from plait.analysis.decisions.take_on.clauses import ClauseMet
from plait.analysis.decisions.take_on.law import LawChange
from plait.analysis.decisions.take_on.variant import Move
from plait.analysis.hours.balance import LEAST_HOURS
from plait.analysis.hours.capacity.capacity import MOST_AHEAD
from plait.analysis.working_time.verdicts import Verdict
from plait.answers.context import AnswerContext
from plait.domain.roles import Clause
from plait.reference.working_time.kinds import Unit
from plait.wording.words import Words

_CONDITIONS_SAID = 2


def answer_text(context: AnswerContext, found: TakeOn) -> str:
    """Return the one sentence."""
    words, _ = context.words, context.words.gettext
    if found.answer is Answer.NO:
        return _("No: %(why)s.") % {"why": _refusal(context, found)}
    if found.answer is Answer.YES_IF:
        conditions = [_condition(context, found, r) for r in found.reasons]
        said = words.listed(conditions[:_CONDITIONS_SAID])
        return _("Yes, if %(conditions)s.") % {"conditions": said}
    return _yes(words, found)


def _yes(words: Words, found: TakeOn) -> str:
    _ = words.gettext
    change = usual_change(found)
    if found.variant.move is Move.LEAVE or change <= -LEAST_HOURS:
        if -change < LEAST_HOURS:
            return _("Yes, and it changes little in your weeks.")
        return _("Yes, and it frees %(hours)s a week.") % {
            "hours": words.hours(-change)
        }
    left = usual_left(found)
    if left is None or change < LEAST_HOURS:
        return _("Yes: your weeks hardly change.")
    if left < LEAST_HOURS:
        return _("Yes: it just fits.")
    return _("Yes: it fits, and %(hours)s a week are left.") % {
        "hours": words.hours(left)
    }


def usual_change(found: TakeOn) -> float:
    """Return by how many hours a usual week changes: the median; 0 without weeks."""
    return _median([week.after - week.before for week in found.weeks])


def usual_left(found: TakeOn) -> float | None:
    """Return hours left in a usual week with the variant, None where not known."""
    left = [week.supply - week.after for week in found.weeks if week.supply is not None]
    return _median(left) if left else None


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2] if values else 0.0


def _refusal(context: AnswerContext, found: TakeOn) -> str:
    words, _ = context.words, context.words.gettext
    reason = found.reasons[0]
    if reason is Reason.FORBIDDEN:
        met = next(m for m in found.clauses if m.clause is Clause.EXCLUSIVE)
        if met.role is None:
            return _("its own terms rule out your other work")
        return _("your agreement with %(organisation)s rules out other work") % {
            "organisation": met.organisation
        }
    if reason is Reason.LAW:
        change = next(change for change in found.law if change.is_over)
        return _(
            "it passes a limit of the law, %(figure)s where %(limit)s is allowed"
        ) % {
            "figure": figure_text(words, change, change.after),
            "limit": figure_text(words, change, change.limit),
        }
    is_full_already = found.n_tight == found.n_tight_before
    if is_full_already and usual_change(found) >= LEAST_HOURS:
        return _(
            "%(n)d of %(all)d weeks are too full without it, and it adds %(hours)s a week"
        ) % {
            "n": found.n_tight,
            "all": len(found.weeks),
            "hours": words.hours(usual_change(found)),
        }
    return words.ngettext(
        "in %(n)d of %(all)d weeks it asks more than you have, on average %(short)s"
        " too much",
        "in %(n)d of %(all)d weeks it asks more than you have, on average %(short)s"
        " too much",
        found.n_tight,
    ) % {
        "n": found.n_tight,
        "all": len(found.weeks),
        "short": words.hours(found.short),
    }


def _condition(context: AnswerContext, found: TakeOn, reason: Reason) -> str:
    """Return what has to be so, to stand behind "Yes, if"."""
    words, _ = context.words, context.words.gettext
    if reason is Reason.CONSENT:
        asked = [met for met in found.clauses if met.clause is Clause.CONSENT]
        return _("%(organisation)s agrees") % {
            "organisation": words.listed(
                list(dict.fromkeys(_whose(words, met) for met in asked))
            )
        }
    if reason is Reason.MAKE_ROOM:
        return _("you find %(hours)s a week elsewhere in the full weeks") % {
            "hours": words.hours(_short_when_tight(found))
        }
    if reason is Reason.NOTICE and found.earliest:
        return _("you stay until %(day)s") % {"day": words.day(found.earliest)}
    return {
        Reason.NEAR_LAW: _("no more hours come on top of it"),
        Reason.HEALTH: _("it is for a short while"),
        Reason.CLASHES: _("you move what clashes with it"),
        Reason.UNKNOWN: _("you have the hours, which you never told"),
        Reason.TOO_FAR: _("the weeks allow it, which lie too far ahead to see"),
    }[reason]


def _whose(words: Words, met: ClauseMet) -> str:
    return met.organisation or words.gettext("the new organisation")


def _short_when_tight(found: TakeOn) -> float:
    short = [week.short for week in found.weeks if week.is_tight]
    return sum(short) / len(short) if short else 0.0


def reasons_text(context: AnswerContext, found: TakeOn) -> Iterator[str]:
    """Yield what speaks against it, or what it hangs on, each with its numbers."""
    for reason in found.reasons:
        yield from _reason(context, found, reason)


def _reason(context: AnswerContext, found: TakeOn, reason: Reason) -> Iterator[str]:
    words, _ = context.words, context.words.gettext
    if reason in {Reason.FORBIDDEN, Reason.CONSENT}:
        wanted = Clause.EXCLUSIVE if reason is Reason.FORBIDDEN else Clause.CONSENT
        asked = (met for met in found.clauses if met.clause is wanted)
        yield from (clause_reason(context, met) for met in asked)
    elif reason in {Reason.NO_ROOM, Reason.MAKE_ROOM}:
        yield _room(words, found)
    elif reason in {Reason.LAW, Reason.NEAR_LAW, Reason.HEALTH}:
        yield from _of_law(words, found, reason)
    elif reason is Reason.CLASHES:
        n = len({(met.role, met.title) for met in found.meetings})
        said = words.ngettext(
            "Its agreed days clash with %(n)d thing in the twelve weeks from then.",
            "Its agreed days clash with %(n)d things in the twelve weeks from then.",
            n,
        )
        yield said % {"n": n}
    elif reason is Reason.NOTICE and found.earliest:
        n = (found.earliest - context.portfolio.on).days
        said = words.ngettext(
            "Notice is %(n)d day: given today, it ends on %(day)s.",
            "Notice is %(n)d days: given today, it ends on %(day)s.",
            n,
        )
        yield said % {"n": n, "day": words.day(found.earliest)}
    elif reason is Reason.UNKNOWN:
        yield _("Your settings do not say how many hours a week you have to give.")
    else:
        said = _("Weeks can be looked at up to %(n)d weeks ahead; these start later.")
        yield said % {"n": MOST_AHEAD}


def clause_reason(context: AnswerContext, met: ClauseMet) -> str:
    """Return what a clause asks, and whose it is."""
    _ = context.words.gettext
    forbids = met.clause is Clause.EXCLUSIVE
    if met.role is None:
        return (
            _("Its own terms rule out the other work you have.")
            if forbids
            else _("Its own terms ask for consent to the other work you have.")
        )
    told = {"role": context.role(met.role).name, "organisation": met.organisation}
    return (
        _("What you agreed as %(role)s with %(organisation)s rules out other work.")
        if forbids
        else _(
            "What you agreed as %(role)s with %(organisation)s asks for consent before"
            " other work."
        )
    ) % told


def _room(words: Words, found: TakeOn) -> str:
    said = words.ngettext(
        "%(n)d of %(all)d weeks would be too full, against %(before)d without it;"
        " %(short)s a week on average would not fit.",
        "%(n)d of %(all)d weeks would be too full, against %(before)d without it;"
        " %(short)s a week on average would not fit.",
        found.n_tight,
    )
    return said % {
        "n": found.n_tight,
        "all": len(found.weeks),
        "before": found.n_tight_before,
        "short": words.hours(found.short),
    }


def _of_law(words: Words, found: TakeOn, reason: Reason) -> Iterator[str]:
    for change in found.law:
        is_notice = change.verdict is Verdict.NOTICE
        of_reason = {
            Reason.LAW: change.is_over,
            Reason.NEAR_LAW: not change.is_over and not change.is_health,
            Reason.HEALTH: is_notice,
        }[reason]
        if of_reason:
            yield law_reason(words, change)


def law_reason(words: Words, change: LawChange) -> str:
    """Return a rule, and the figure without and with the variant."""
    _ = words.gettext
    rule = change.rule
    told = {
        "rule": words.text_of(rule, "title"),
        "before": "" if change.before is None else _figure(words, change.before),
        "after": figure_text(words, change, change.after),
    }
    if change.before is None:
        return _("%(rule)s: with it, it would be %(after)s.") % told
    return _("%(rule)s: now %(before)s, with it %(after)s.") % told


def figure_text(words: Words, change: LawChange, figure: float) -> str:
    """Return a rule's figure with its unit."""
    _ = words.gettext
    unit = {
        Unit.HOURS_A_WEEK: _("%(n)s hours a week"),
        Unit.HOURS_A_DAY: _("%(n)s hours a day"),
        Unit.HOURS: _("%(n)s hours"),
        Unit.MINUTES: _("%(n)s minutes"),
    }.get(change.rule.how.unit, "%(n)s")
    return unit % {"n": _figure(words, figure)}


def _figure(words: Words, figure: float) -> str:
    return words.number(figure, 1)
