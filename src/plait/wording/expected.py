"""What is said of a payment that went otherwise, in one sentence, and as a title."""

from plait.analysis.income.expected import By, Kind, Unexpected
from plait.wording.words import Words


def title_of(one: Unexpected, role: str, words: Words) -> str:
    """Return what is so, by the role's name."""
    _ = words.gettext
    titles = {
        Kind.MISSING: _("A payment for %(role)s has not come"),
        Kind.SHORT: _("%(role)s brought less than it should"),
        Kind.DOUBLED: _("%(role)s was paid twice in %(month)s"),
        Kind.LATE: _("%(role)s is paid later than before"),
    }
    return titles[one.kind] % {"role": role, "month": words.month(one.due_on)}


def expected_text(one: Unexpected, words: Words) -> str:
    """Return what was due, what came, and how far that is from usual."""
    said = {
        Kind.MISSING: _missing,
        Kind.SHORT: _short,
        Kind.DOUBLED: _doubled,
        Kind.LATE: _late,
    }
    return said[one.kind](one, words)


def _missing(one: Unexpected, words: Words) -> str:
    _, shown = words.gettext, _shown(one, words)
    days = words.ngettext("%(days)d day ago", "%(days)d days ago", one.days)
    shown["ago"] = days % {"days": one.days}
    if one.by is By.INVOICE:
        return _("The invoice of %(expected)s was due on %(due)s, %(ago)s.") % shown
    if one.by is By.DAYS:
        shown["longest"] = (one.due_on - one.since).days
        shown["waited"] = one.days
        return (
            _(
                "Work of %(since)s waits for its money for %(waited)d days; none waited"
                " longer than %(longest)d before."
            )
            % shown
        )
    if one.n > 1:
        return (
            _(
                "%(n)d payments of together about %(expected)s have not come, the first"
                " of them due around %(since)s."
            )
            % shown
        )
    return _("About %(expected)s was due around %(due)s, %(ago)s.") % shown


def _short(one: Unexpected, words: Words) -> str:
    _, shown = words.gettext, _shown(one, words)
    told = words.ngettext(
        "%(came)s came in %(month)s instead of about %(expected)s.",
        "%(came)s came in %(n)d payments to %(month)s instead of about %(expected)s.",
        one.n,
    )
    if one.by not in {By.TERMS, By.HOURS} or not one.agreed:
        return told % shown
    shown["share"] = words.percent(one.expected / one.agreed)
    shares = {
        By.TERMS: _("Of the agreed %(agreed)s usually %(share)s comes."),
        By.HOURS: _("Of %(agreed)s for the hours given usually %(share)s comes."),
    }
    share = shares[one.by]
    return f"{told} {share}" % shown


def _doubled(one: Unexpected, words: Words) -> str:
    _, shown = words.gettext, _shown(one, words)
    shown["days"] = words.listed([words.day(paid.on) for paid in one.payments])
    return _("%(came)s came on %(days)s where %(expected)s is usual.") % shown


def _late(one: Unexpected, words: Words) -> str:
    return words.ngettext(
        "The last three payments came %(days)d day later than those before.",
        "The last three payments came %(days)d days later than those before.",
        one.days,
    ) % {"days": one.days}


def _shown(one: Unexpected, words: Words) -> dict[str, object]:
    agreed = "" if one.agreed is None else words.money(one.agreed, one.currency)
    return {
        "n": one.n,
        "agreed": agreed,
        "expected": words.money(one.expected, one.currency),
        "came": words.money(one.came, one.currency),
        "since": words.day(one.since),
        "due": words.day(one.due_on),
        "month": words.month(one.due_on),
    }
