"""What somebody shows, in the words of whoever it is shown to."""

from datetime import date

from plait.domain.schemas.schema import gettext_noop as _
from plait.domain.sharing import Band, SliceKind
from plait.wording.words import Words

_TITLES = {
    SliceKind.AVAILABILITY: _("Free time, roughly"),
    SliceKind.HOURS: _("Hours by role and month"),
    SliceKind.PAYMENTS: _("Payments of one role"),
}
_BANDS = {
    Band.UNKNOWN: _("not known"),
    Band.NONE: _("no time free"),
    Band.HALF_DAY: _("up to half a day a week"),
    Band.DAY: _("up to a day a week"),
    Band.MORE: _("more than a day a week"),
}
_ROOM = {
    Band.UNKNOWN: _("It is not known at the moment whether %(who)s has time free."),
    Band.NONE: _("%(who)s has no time free until %(day)s."),
    Band.HALF_DAY: _("%(who)s has up to half a day a week free, until %(day)s."),
    Band.DAY: _("%(who)s has up to a day a week free, until %(day)s."),
    Band.MORE: _("%(who)s has more than a day a week free, until %(day)s."),
}


def slice_text(words: Words, kind: SliceKind) -> str:
    """Return what a slice is called: Hours by role and month."""
    return words.gettext(_TITLES[kind])


def band_text(words: Words, band: Band) -> str:
    """Return a band on its own: up to half a day a week."""
    return words.gettext(_BANDS[band])


def room_text(words: Words, who: str, band: Band, until: date) -> str:
    """Return how much room somebody has: Nora has no room until 20 February 2027."""
    return words.gettext(_ROOM[band]) % {"who": who, "day": words.day(until)}


def room_note(words: Words) -> str:
    """Return what a band says and what it does not."""
    return words.gettext(
        "This holds for at least half of the weeks until then; some have more,"
        " some less. The hours behind it are not shown."
    )


def hours_text(
    words: Words,
    who: str,
    names: list[str],
    since: date,
    *,
    given: float,
    agreed: float | None,
) -> str:
    """Return what was given: Nora gave 120 hours to Atlas since 1 January 2026."""
    values = {
        "who": who,
        "hours": words.hours(given),
        "roles": words.listed(names),
        "day": words.day(since),
    }
    if agreed is None:
        text = words.gettext("%(who)s gave %(hours)s to %(roles)s since %(day)s.")
        return text % values
    text = words.gettext(
        "%(who)s gave %(hours)s to %(roles)s since %(day)s; agreed were %(agreed)s."
    )
    return text % {**values, "agreed": words.hours(agreed)}


def no_hours_text(words: Words, who: str, since: date) -> str:
    """Return that there are no hours: nothing was logged, or the role is gone."""
    text = words.gettext("%(who)s shows no hours since %(day)s.")
    return text % {"who": who, "day": words.day(since)}


def in_part_note(words: Words) -> str:
    """Return what a month stands for of which not every day is known."""
    return words.gettext(
        "A month marked “in part” is not over, or not known to its end: what was agreed"
        " is counted for the same days."
    )


def payments_text(words: Words, who: str, role: str, since: date, n: int) -> str:
    """Return how many lines there are: Nora shows 12 payments of Atlas since …."""
    if not n:
        text = words.gettext("%(who)s shows no payments since %(day)s.")
        return text % {"who": who, "day": words.day(since)}
    text = words.ngettext(
        "%(who)s shows %(n)d payment of %(role)s since %(day)s.",
        "%(who)s shows %(n)d payments of %(role)s since %(day)s.",
        n,
    )
    return text % {"who": who, "n": n, "role": role, "day": words.day(since)}


def total_text(words: Words, came: float, went: float, currency: str) -> str:
    """Return what came and went in one currency: € 3,200.00 in, € 120.00 out."""
    return words.gettext("%(came)s in, %(went)s out") % {
        "came": words.money(came, currency, 2),
        "went": words.money(went, currency, 2),
    }


def parts_note(words: Words) -> str:
    """Return why a line may be without words."""
    return words.gettext(
        "Of a payment that is shared with another role you see this role’s part,"
        " without what it was for."
    )


def as_of_text(words: Words, on: date, until: date) -> str:
    """Return how fresh it is, and how long it is shown."""
    text = words.gettext("As of %(on)s. Shown until %(until)s, unless it ends earlier.")
    return text % {"on": words.day(on), "until": words.day(until)}
