"""What there is to fall back on, in words."""

from datetime import date

from plait.wording.words import Words

_A_LOT = 24  # months: beyond that nobody needs the exact number


def savings_text(words: Words, months: float | None) -> str:
    """Return how far the savings reach, or the question where that is not known."""
    _ = words.gettext
    if months is None:
        return _("What would you live on if something stopped?")
    if months < 1:
        return _("Your savings pay for less than a month.")
    if months > _A_LOT:
        return _("Your savings pay for more than two years.")
    number = words.number(months)
    return words.ngettext(
        "Your savings pay for %(n)s month.",
        "Your savings pay for %(n)s months.",
        1 if number == "1" else 2,
    ) % {"n": number}


def step_text(words: Words, step: str, by: date | None) -> str:
    """Return the step to take next."""
    _ = words.gettext
    values = {"step": bare(step), "day": words.day(by) if by else ""}
    if by is None:
        return _("Your next step: %(step)s.") % values
    return _("Your next step: %(step)s, by %(day)s.") % values


def no_plan_text(words: Words) -> str:
    """Return the question of the page where no role has a plan B."""
    return words.gettext("What would you live on if something stopped?")


def all_planned_text(words: Words) -> str:
    """Return that every paid role has a plan B."""
    return words.gettext("You have a plan B for every role that pays you.")


def without_text(words: Words, roles: list[str]) -> str:
    """Return which roles have no plan B."""
    if not roles:
        return ""
    return words.gettext("You have no plan B yet for %(roles)s.") % {
        "roles": words.listed(roles)
    }


def usual_text(words: Words, chance: float, sector: str) -> str:
    """Return how often jobs end in a year, and in which sector; "" is all of them."""
    _ = words.gettext
    if not sector:
        return _("%(chance)s, all jobs") % {"chance": words.percent(chance)}
    values = {"chance": words.percent(chance), "sector": sector}
    return _("%(chance)s, %(sector)s") % values


def usual_client_text(words: Words, chance: float) -> str:
    """Return how often one's own clients ended in a year."""
    share = {"chance": words.percent(chance)}
    return words.gettext("%(chance)s, your own clients so far") % share


def bare(text: str) -> str:
    """Return what somebody wrote as part of a sentence."""
    return text.strip().rstrip(".")
