"""Turnover beside a limit in words: of a calendar year, and of twelve months in a row."""

from collections.abc import Iterator
from datetime import date

from plait.analysis.obligations.main_client import MainClientStatus
from plait.analysis.obligations.obligation import LimitStatus
from plait.analysis.obligations.rolling import RollingStatus
from plait.analysis.obligations.turnover import TurnoverStatus
from plait.wording.obligations.obligations import sum_text
from plait.wording.words import Words


def turnover_text(one: TurnoverStatus, currency: str, words: Words) -> str:
    """Return the turnover beside the limits of the small-business scheme."""
    text = _year_text(one, currency, words)
    return " ".join(filter(None, (text, abroad_text(one.abroad, words))))


def _year_text(one: TurnoverStatus, currency: str, words: Words) -> str:
    _ = words.gettext
    values = {
        "year": one.year,
        "figure": sum_text(one.figure, currency, words),
        "limit": sum_text(one.limit, currency, words),
        "most": sum_text(one.ends_above, currency, words),
    }
    if one.status is LimitStatus.UNKNOWN:
        return _("Your turnover in %(year)d is not known.") % values
    if not one.may_be_used:
        return (
            _(
                "Your turnover in %(year)d is %(figure)s so far. Last year it was above"
                " %(limit)s, so you cannot use the scheme now."
            )
            % values
        )
    if one.ended_on:
        values |= {"day": words.day(one.ended_on)}
        text = _(
            "Your turnover in %(year)d is %(figure)s and passed %(most)s on %(day)s. If"
            " you use the scheme, it ended with that payment."
        )
    elif one.passed_on:
        values |= {
            "day": words.day(one.passed_on),
            "end": words.day(date(one.year + 1, 1, 1)),
        }
        text = _(
            "Your turnover in %(year)d is %(figure)s and passed %(limit)s on %(day)s. If"
            " you use the scheme, it ends on %(end)s; above %(most)s it ends at once."
        )
    else:
        text = _(
            "Your turnover in %(year)d is %(figure)s so far; the limit is %(limit)s."
        )
    return text % values


def rolling_text(one: RollingStatus, currency: str, words: Words) -> str:
    """Return the turnover of twelve months beside the limit for VAT registration."""
    return " ".join(_rolling_parts(one, currency, words))


def _rolling_parts(one: RollingStatus, currency: str, words: Words) -> Iterator[str]:
    _ = words.gettext
    values = {
        "day": words.day(one.until),
        "figure": sum_text(one.figure, currency, words),
        "so_far": sum_text(one.so_far, currency, words),
        "limit": sum_text(one.limit, currency, words),
        "leave": sum_text(one.leave_below, currency, words),
    }
    if one.status is LimitStatus.UNKNOWN:
        yield _("Your taxable turnover is not known.")
        return
    yield (
        _(
            "Your taxable turnover over the 12 months to %(day)s is %(figure)s; the limit is"
            " %(limit)s."
        )
        % values
    )
    if one.passed_on and one.tell_by and one.registered_from:
        values |= {
            "passed": words.day(one.passed_on),
            "tell": words.day(one.tell_by),
            "from": words.day(one.registered_from),
        }
        yield (
            _(
                "It passed the limit on %(passed)s: tell the tax office by"
                " %(tell)s; you are registered from %(from)s."
            )
            % values
        )
        if one.figure <= one.leave_below:
            yield (
                _(
                    "If the next 12 months will bring at most %(leave)s, you may ask to stay"
                    " out or to leave."
                )
                % values
            )
    elif one.so_far > one.limit:
        yield _("With this month so far it is %(so_far)s.") % values
    if one.sudden and one.sudden.end:
        values |= {"first": words.day(one.sudden.start)}
        yield (
            _(
                "The 30 days from %(first)s alone bring more than %(limit)s: if you could"
                " expect that, you are registered from that day."
            )
            % values
        )
    if not one.is_whole:
        yield _("Payments are known for only part of it.")
    if one.abroad:
        yield abroad_text(one.abroad, words)


def main_client_text(one: MainClientStatus, words: Words) -> str:
    """Return how much of the turnover the largest client brings."""
    _ = words.gettext
    values = {
        "client": one.client,
        "share": words.percent(float(one.share)),
        "most": words.percent(float(one.most)),
        "n": one.months,
    }
    text = _(
        "%(client)s brought %(share)s of your turnover in the last %(n)d whole months."
    )
    if one.status is LimitStatus.OVER:
        text += " " + _(
            "Above %(most)s you may owe pension insurance, or count as an employee:"
            " have it checked."
        )
    return text % values


def abroad_text(names: tuple[str, ...], words: Words) -> str:
    """Return which streams do not count because they are taxed elsewhere, or ""."""
    if not names:
        return ""
    return words.gettext("Not counted, since taxed abroad: %(roles)s.") % {
        "roles": words.listed([*names])
    }
