"""The weeks ahead in words: how likely they are too full, what clashes, how sure."""

from collections.abc import Sequence
from datetime import date

from plait.analysis.hours.capacity.backtest import BackTest
from plait.analysis.hours.capacity.capacity import Basis
from plait.analysis.hours.capacity.naive import Method
from plait.analysis.hours.capacity.spread import RANGE
from plait.analysis.hours.clashes.clashes import ClashKind
from plait.domain.availability import OverheadKind
from plait.wording.words import Words


def chance_text(
    words: Words, chance: float | None, *, is_overfull: bool, is_proven: bool
) -> str:
    """Return the chance that a week is too full, "" where nothing says it is.

    What is not proven in the person's own past is never called nearly sure.
    """
    _ = words.gettext
    if chance is None:
        return _("yes, by what is agreed") if is_overfull else ""
    steps = (
        (0.9, _("almost sure") if is_proven else _("likely")),
        (0.65, _("likely")),
        (0.35, _("about even")),
        (0.1, _("unlikely")),
        (0.0, _("hardly") if is_proven else _("unlikely")),
    )
    # Some hundred past weeks never make anything certain.
    chance = min(0.99, max(0.01, round(chance, 2)))
    percent = words.percent(chance)
    return f"{next(text for least, text in steps if chance >= least)}, {percent}"


def chances_text(words: Words, test: BackTest) -> str:
    """Return how often weeks were too full, by the chance that was said of it."""
    _ = words.gettext
    pairs = [
        _("%(came)s of those called %(chance)s likely")
        % {"chance": words.percent(one.chance), "came": words.percent(one.came)}
        for one in test.chances
    ]
    return _("How often weeks of your past year became too full: %(pairs)s.") % {
        "pairs": "; ".join(pairs)
    }


def known_until_text(words: Words, roles: Sequence[str], last: date) -> str:
    """Return until which day hours are known, and what the forecast does after it."""
    return words.gettext(
        "%(roles)s: hours are known until %(day)s. Later weeks are forecast, also those"
        " that are over; bring in the tracker's file to be surer."
    ) % {"roles": words.listed(list(roles)), "day": words.day(last)}


def no_year_text(words: Words) -> str:
    """Return what less than a year of hours cannot show."""
    return words.gettext(
        "With less than a year of hours it cannot know what your year does: holidays,"
        " busy months and quiet ones. So believe the ranges less than their name."
    )


def held_text(words: Words, test: BackTest | None) -> str:
    """Return how such forecasts held in the person's own past, as a sentence."""
    _ = words.gettext
    if test is None or test.coverage is None:
        return _("There is too little past to say how sure this is.")
    return _(
        "Tested on your own past, this range was right %(held)s of the time (%(promise)s"
        " is the aim), and the forecast was %(error)s a week off on average."
    ) % {
        "held": words.percent(test.coverage),
        "promise": words.percent(RANGE),
        "error": words.hours(test.error),
    }


def basis_text(words: Words, basis: Basis, method: Method, n_weeks: int) -> str:
    """Return what the weeks ahead are forecast from."""
    _ = words.gettext
    weeks = words.ngettext("%(n)d full week", "%(n)d full weeks", n_weeks) % {
        "n": n_weeks
    }
    values = {"weeks": weeks, "method": method_text(words, method)}
    if basis is Basis.PAST:
        return _("Forecast from %(weeks)s of hours: %(method)s.") % values
    if basis is Basis.TOO_OLD:
        return _(
            "These are the agreed hours alone, without a range: your hours stopped too"
            " long ago to forecast from."
        )
    return (
        _(
            "These are the agreed hours alone, without a range: you have %(weeks)s of hours,"
            " and a forecast takes eight."
        )
        % values
    )


def method_text(words: Words, method: Method) -> str:
    """Return a way to forecast, within a sentence."""
    _ = words.gettext
    return {
        Method.AGREED: _("the agreed hours"),
        Method.RECENT: _("the mean of the last 8 weeks"),
        Method.LAST_YEAR: _("the same week last year"),
        Method.RHYTHMS: _("the level and rhythms of your own past"),
    }[method]


def error_text(words: Words, method: Method, error: float) -> str:
    """Return by how much a way to forecast was off."""
    return words.gettext("%(method)s: %(hours)s off") % {
        "method": method_text(words, method),
        "hours": words.hours(error),
    }


def lacks_capacity_text(words: Words) -> str:
    """Return that nothing says how many hours there are to give."""
    return words.gettext(
        "Your settings do not say how many hours a week you have available, so no week"
        " is called too full."
    )


def away_last_year_text(words: Words) -> str:
    """Return why a week may be far below what is agreed."""
    return words.gettext(
        "Where a week is far below the agreed hours, you were away in that week last"
        " year. Enter your leave, and the forecast no longer has to guess."
    )


def overhead_text(words: Words, kind: OverheadKind, hours: float) -> str:
    """Return what expected hours hold beside the roles', a week on average."""
    _ = words.gettext
    name = {
        OverheadKind.TRAVEL: _("travel"),
        OverheadKind.ADMIN: _("admin"),
        OverheadKind.REST: _("rest"),
        OverheadKind.OTHER: _("other time beside your roles"),
    }[kind]
    return _("Expected hours include %(kind)s: %(hours)s a week on average.") % {
        "kind": name,
        "hours": words.hours(hours),
    }


def clash_text(words: Words, kind: ClashKind, one: str, other: str) -> str:
    """Return what clashes with what, within a sentence; `other` may be the same."""
    _ = words.gettext
    texts = {
        ClashKind.LEAVE: _("%(one)s is during your leave"),
        ClashKind.TRAVEL: _("no time to travel from %(one)s to %(other)s"),
        ClashKind.BLOCKS: _("the agreed hours of %(one)s and %(other)s overlap"),
    }
    text = texts.get(kind, _("%(one)s and %(other)s are at the same time"))
    return text % {"one": one, "other": other}
