"""The hours criterion in words: both tests, the pace, and what is needed a week."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from plait.analysis.obligations.hours_criterion import HoursCriterion
from plait.analysis.obligations.obligation import Stand
from plait.wording.words import Words


def hours_text(one: HoursCriterion, words: Words) -> str:
    """Return how the hours criterion goes, in a few sentences."""
    _ = words.gettext
    told = {"year": one.year}
    if one.stand is Stand.UNKNOWN:
        return _("No hours of %(year)d are known.") % told
    return " ".join(_hours_parts(one, words))


def share_text(one: HoursCriterion, words: Words) -> str:
    """Return how hours for one's own enterprises stand to those for employers."""
    _ = words.gettext
    parts = [
        _("%(own)s hours for your own enterprises and %(other)s for employers so far.")
        % {"own": _number(one.hours, words), "other": _number(one.other, words)}
    ]
    if one.is_starter:
        parts.append(_("You started lately, so that is not asked of you."))
    if one.by_agreement:
        n = _number(one.by_agreement, words)
        text = _("Of those for employers %(n)s are as agreed; none are logged.")
        parts.append(text % {"n": n})
    return " ".join(parts)


def _hours_parts(one: HoursCriterion, words: Words) -> Iterator[str]:
    _ = words.gettext
    yield _(
        "%(own)s of %(least)s hours for your own enterprises in %(year)d so far."
    ) % {
        "own": _number(one.hours, words),
        "least": _number(one.least, words),
        "year": one.year,
    }
    yield _how_it_goes(one, words)
    if one.can_give and one.a_week and one.a_week > one.can_give:
        yield _("That is more than the %(n)s you have to give to all your roles.") % {
            "n": _number(one.can_give, words)
        }


def _how_it_goes(one: HoursCriterion, words: Words) -> str:
    _ = words.gettext
    told = {
        "expected": _number(one.expected, words),
        "week": _number(one.a_week or Decimal(0), words),
        "day": words.day(date(one.year, 12, 31)),
    }
    if one.stand is Stand.MET:
        return _("Both tests are met.")
    if one.stand is Stand.NOT_MET:
        return _("The criterion is not met.")
    if one.stand is Stand.AT_RISK and one.expected >= one.least:
        return _(
            "The hours will do, but more of them have to be for your own enterprises"
            " than for employers."
        )
    if one.a_week is None:
        return _("The hours are reached.")
    return (
        _(
            "At this pace it will be %(expected)s on %(day)s; %(week)s a week are needed."
        )
        % told
    )


def _number(hours: Decimal, words: Words) -> str:
    return words.number(float(hours))
