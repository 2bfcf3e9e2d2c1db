"""The verdict on a variant in one sentence, and on several of them in one."""

from collections.abc import Sequence

from plait.analysis.decisions.take_on.answer import Answer, Reason, TakeOn
from plait.analysis.decisions.take_on.clauses import ClauseMet
from plait.analysis.hours.balance import LEAST_HOURS
from plait.domain.proposals.proposal import Move
from plait.domain.roles import Clause
from plait.wording.hours.working_time import amount_text
from plait.wording.words import Words

# A third condition would make the sentence a list; the reasons below say them all.
_MOST_CONDITIONS = 2


def verdict_text(words: Words, found: TakeOn) -> str:
    """Return the one sentence."""
    _ = words.gettext
    if found.answer is Answer.NO:
        return _("No: %(why)s.") % {"why": _refusal(words, found)}
    if found.answer is Answer.YES_IF:
        conditions = [_condition(words, found, reason) for reason in found.reasons]
        listed = words.listed(conditions[:_MOST_CONDITIONS])
        return _("Yes, if %(conditions)s.") % {"conditions": listed}
    return _yes(words, found)


def several_text(words: Words, answers: Sequence[Answer]) -> str:
    """Return how many of several variants are possible, "" for a single one."""
    n, n_yes, n_if = len(answers), *map(answers.count, (Answer.YES, Answer.YES_IF))
    values = {"n": n, "k": n_yes or n_if}
    if n == 1:
        return ""
    if n_yes:
        return words.ngettext(
            "%(k)d of these %(n)d is possible.",
            "%(k)d of these %(n)d are possible.",
            n_yes,
        ) % {**values}
    if n_if:
        return words.ngettext(
            "%(k)d of these %(n)d is possible, on a condition.",
            "%(k)d of these %(n)d are possible, on conditions.",
            n_if,
        ) % {**values}
    return words.gettext("None of these %(n)d is possible.") % {"n": n}


def _yes(words: Words, found: TakeOn) -> str:
    _ = words.gettext
    change, left = found.usual_change, found.usual_left
    if found.variant.move is Move.LEAVE or change <= -LEAST_HOURS:
        if -change < LEAST_HOURS:
            return _("Yes, and your weeks hardly change.")
        return _("Yes, and it frees %(hours)s a week.") % {
            "hours": words.hours(-change)
        }
    if left is None or change < LEAST_HOURS:
        return _("Yes: your weeks hardly change.")
    if left < LEAST_HOURS:
        return _("Yes: it just fits.")
    return _("Yes: it fits, and %(hours)s a week are left.") % {
        "hours": words.hours(left)
    }


def _refusal(words: Words, found: TakeOn) -> str:
    if found.reasons[0] is Reason.FORBIDDEN:
        return _forbidden(words, found)
    if found.reasons[0] is Reason.LAW:
        change = next(change for change in found.law if change.is_over)
        unit = change.rule.how.unit
        return words.gettext(
            "it passes a limit of the law: %(figure)s, where %(limit)s is allowed"
        ) % {
            "figure": amount_text(words, unit, change.after, 1),
            "limit": amount_text(words, unit, change.limit, 1),
        }
    return _no_room(words, found)


def _forbidden(words: Words, found: TakeOn) -> str:
    _ = words.gettext
    met = next(met for met in found.clauses if met.clause is Clause.EXCLUSIVE)
    if met.role is None:
        return _("its own terms rule out your other work")
    return _("your agreement with %(organisation)s rules out other work") % {
        "organisation": met.organisation
    }


def _no_room(words: Words, found: TakeOn) -> str:
    values = {"n": found.n_tight, "all": len(found.weeks)}
    change = found.usual_change
    if found.n_tight == found.n_tight_before and change >= LEAST_HOURS:
        return words.gettext(
            "%(n)d of %(all)d weeks are too full already, and it adds %(hours)s a week"
        ) % {**values, "hours": words.hours(change)}
    return words.ngettext(
        "in %(n)d of %(all)d weeks you do not have the hours for it, on average"
        " %(short)s too few",
        "in %(n)d of %(all)d weeks you do not have the hours for it, on average"
        " %(short)s too few",
        found.n_tight,
    ) % {**values, "short": words.hours(found.short)}


def _condition(words: Words, found: TakeOn, reason: Reason) -> str:
    """Return what has to be so, to stand behind "Yes, if"."""
    _ = words.gettext
    if reason is Reason.CONSENT:
        names = [_whose(words, m) for m in found.clauses if m.clause is Clause.CONSENT]
        return _("%(organisation)s agrees") % {
            "organisation": words.listed(list(dict.fromkeys(names)))
        }
    if reason is Reason.MAKE_ROOM:
        return _("you free up %(hours)s a week in the full weeks") % {
            "hours": words.hours(_short_when_tight(found))
        }
    if reason is Reason.NOTICE and found.notice_ends_on:
        return _("you stay until %(day)s") % {"day": words.day(found.notice_ends_on)}
    return {
        Reason.NEAR_LAW: _("no more hours are added to it"),
        Reason.HEALTH: _("it is only for a short time"),
        Reason.CLASHES: _("you move what clashes with it"),
        Reason.UNKNOWN: _("you have the hours, which your settings do not say"),
        Reason.TOO_FAR: _("there is room by then, which is too far ahead to forecast"),
    }[reason]


def _whose(words: Words, met: ClauseMet) -> str:
    return met.organisation or words.gettext("the new organisation")


def _short_when_tight(found: TakeOn) -> float:
    short = [week.short for week in found.weeks if week.is_tight]
    return sum(short) / len(short) if short else 0.0
