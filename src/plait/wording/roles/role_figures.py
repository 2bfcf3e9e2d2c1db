"""The figures on top of a role's page, in words."""

from plait.wording.words import Words

NOTHING = "–"


def hours_title(words: Words) -> str:
    """Return what the hours of a week are called."""
    return words.gettext("Hours a week")


def of_agreed_text(words: Words, agreed: float) -> str:
    """Return the agreed hours that stand beside those given."""
    return words.gettext("of %(agreed)s agreed") % {"agreed": words.number(agreed)}


def weeks_text(words: Words, n_weeks: int, *, is_agreed: bool) -> str:
    """Return of how many weeks hours are a mean."""
    mean = words.ngettext(
        "%(n)d full week", "mean of the last %(n)d weeks", n_weeks
    ) % {"n": n_weeks}
    if is_agreed:
        return mean
    return words.gettext("none agreed · %(mean)s") % {"mean": mean}


def no_hours_text(words: Words) -> str:
    """Return that no hours are known."""
    return words.gettext("No hours are known yet")


def year_text(words: Words, n_weeks: int) -> str:
    """Return over how many weeks hours are added up."""
    return words.ngettext(
        "in %(n)d full week", "in the last %(n)d full weeks", n_weeks
    ) % {"n": n_weeks}


def rate_text(words: Words, rate: float, currency: str) -> str:
    """Return pay for an hour, with cents where it has any."""
    is_whole = round(rate, 2) == round(rate)
    return words.money(rate, currency, digits=0 if is_whole else 2)


def by_hours_given_text(words: Words, rate: str) -> str:
    """Return the agreed pay by the hours that are really given."""
    return words.gettext("%(rate)s by the hours you give now") % {"rate": rate}


def came_in_an_hour_text(words: Words, rate: str) -> str:
    """Return what came in for an hour given."""
    return words.gettext("%(rate)s came in for each hour you gave") % {"rate": rate}
