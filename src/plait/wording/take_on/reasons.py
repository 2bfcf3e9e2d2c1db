"""What speaks against a variant, or what it depends on: each in a sentence."""

from collections.abc import Iterator

from plait.analysis.decisions.take_on.answer import Reason, TakeOn
from plait.analysis.hours.capacity.capacity import MOST_AHEAD
from plait.domain.portfolio import Portfolio
from plait.wording.words import Words

# The clauses, and the rules of the law, say these themselves, each in a part of its own.
_STATED_BY_A_PART = {
    *(Reason.FORBIDDEN, Reason.CONSENT, Reason.LAW, Reason.NEAR_LAW, Reason.HEALTH),
}


def reasons_text(words: Words, portfolio: Portfolio, found: TakeOn) -> Iterator[str]:
    """Yield the reasons that no clause and no rule says, each in a sentence."""
    for reason in found.reasons:
        if reason not in _STATED_BY_A_PART:
            yield _reason(words, portfolio, found, reason)


def _reason(words: Words, portfolio: Portfolio, found: TakeOn, reason: Reason) -> str:
    _ = words.gettext
    if reason in {Reason.NO_ROOM, Reason.MAKE_ROOM}:
        return _room(words, found)
    if reason is Reason.CLASHES:
        n = len({(met.role, met.title) for met in found.meetings})
        return words.ngettext(
            "Its agreed days clash with %(n)d other thing in its first twelve weeks.",
            "Its agreed days clash with %(n)d other things in its first twelve weeks.",
            n,
        ) % {"n": n}
    if reason is Reason.NOTICE and found.notice_ends_on:
        n = (found.notice_ends_on - portfolio.on).days
        return words.ngettext(
            "Notice is %(n)d day: given today, it ends on %(day)s.",
            "Notice is %(n)d days: given today, it ends on %(day)s.",
            n,
        ) % {"n": n, "day": words.day(found.notice_ends_on)}
    if reason is Reason.UNKNOWN:
        return _("Your settings do not say how many hours a week you have to give.")
    return too_far_text(words)


def too_far_text(words: Words) -> str:
    """Return that nothing is known of the weeks that something begins in."""
    return words.gettext(
        "Plait forecasts up to %(n)d weeks ahead; these weeks are later."
    ) % {"n": MOST_AHEAD}


def _room(words: Words, found: TakeOn) -> str:
    return words.ngettext(
        "%(n)d of %(all)d weeks would be too full, against %(before)d without it;"
        " %(short)s a week on average would not fit.",
        "%(n)d of %(all)d weeks would be too full, against %(before)d without it;"
        " %(short)s a week on average would not fit.",
        found.n_tight,
    ) % {
        "n": found.n_tight,
        "all": len(found.weeks),
        "before": found.n_tight_before,
        "short": words.hours(found.short),
    }
