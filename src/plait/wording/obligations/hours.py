"""The hours criterion in words: both tests, the pace, and what is needed a week."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from plait.analysis.obligations.hours_criterion import HoursCriterion
from plait.analysis.obligations.obligation import LimitStatus
from plait.wording.words import Words


def hours_text(one: HoursCriterion, words: Words) -> str:
    """Return how the hours criterion goes, in a few sentences."""
    if one.status is LimitStatus.UNKNOWN:
        return words.gettext("No hours of %(year)d are known.") % {"year": one.year}
    return " ".join(_hours_parts(one, words))


def share_text(one: HoursCriterion, words: Words) -> str:
    """Return the hours for one's own business beside those for employers."""
    _ = words.gettext
    parts = [
        _("%(own)s hours for your own business and %(other)s for employers so far.")
        % {"own": _number(one.hours, words), "other": _number(one.other, words)}
    ]
    if one.is_starter:
        parts.append(_("You started recently, so this does not apply to you."))
    if one.by_agreement:
        n = _number(one.by_agreement, words)
        text = _("Of those for employers, %(n)s are as agreed: none are logged.")
        parts.append(text % {"n": n})
    return " ".join(parts)


def _hours_parts(one: HoursCriterion, words: Words) -> Iterator[str]:
    _ = words.gettext
    yield _("%(own)s of %(least)s hours for your own business in %(year)d so far.") % {
        "own": _number(one.hours, words),
        "least": _number(one.least, words),
        "year": one.year,
    }
    yield _how_it_goes(one, words)
    if one.can_give and one.a_week and one.a_week > one.can_give:
        yield _("That is more than the %(n)s hours you have for all your roles.") % {
            "n": _number(one.can_give, words)
        }


def _how_it_goes(one: HoursCriterion, words: Words) -> str:
    _ = words.gettext
    if one.status is LimitStatus.MET:
        return _("Both tests are met.")
    if one.status is LimitStatus.NOT_MET:
        return _("The criterion is not met.")
    if one.status is LimitStatus.AT_RISK and one.expected >= one.least:
        return _(
            "You will reach the hours, but more of them must be for your own business"
            " than for employers."
        )
    if one.a_week is None:
        return _("You have reached the hours.")
    return _(
        "At this pace you reach %(expected)s by %(day)s; you need %(week)s a week."
    ) % {
        "expected": _number(one.expected, words),
        "week": _number(one.a_week, words),
        "day": words.day(date(one.year, 12, 31)),
    }


def _number(hours: Decimal, words: Words) -> str:
    return words.number(float(hours))
