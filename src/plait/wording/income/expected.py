"""A payment that is missing, short, doubled or late, in words."""

from datetime import date

from plait.analysis.income.expected import By, Kind, Unexpected
from plait.wording.words import Words


def title_of(one: Unexpected, role: str, words: Words) -> str:
    """Return what went otherwise, with the role's name."""
    _ = words.gettext
    titles = {
        Kind.MISSING: _("A payment for %(role)s has not arrived"),
        Kind.SHORT: _("%(role)s brought in less than it should"),
        Kind.DOUBLED: _("%(role)s was paid twice in %(month)s"),
        Kind.LATE: _("%(role)s is paid later than before"),
    }
    return titles[one.kind] % {"role": role, "month": words.month(one.due_on)}


def kind_text(words: Words, kind: Kind) -> str:
    """Return what went otherwise in a word."""
    _ = words.gettext
    return {
        Kind.MISSING: _("missing"),
        Kind.SHORT: _("short"),
        Kind.DOUBLED: _("twice"),
        Kind.LATE: _("later"),
    }[kind]


def watched_text(words: Words, n_lines: int) -> str:
    """Return how many payers pay so regularly that a missing payment is noticed."""
    return words.ngettext(
        "One payer pays so regularly that Plait notices when a payment is missing.",
        "%(n)d payers pay so regularly that Plait notices when a payment is missing.",
        n_lines,
    ) % {"n": n_lines}


def next_text(words: Words, role: str, day: date) -> str:
    """Return which payment is expected next."""
    return words.gettext("Expected next: %(role)s, around %(day)s.") % {
        "role": role,
        "day": words.day(day),
    }


def expected_text(one: Unexpected, words: Words) -> str:
    """Return what was due, what came, and how far that is from usual."""
    sentences = {
        Kind.MISSING: _missing,
        Kind.SHORT: _short,
        Kind.DOUBLED: _doubled,
        Kind.LATE: _late,
    }
    return sentences[one.kind](one, words)


def _missing(one: Unexpected, words: Words) -> str:
    _, values = words.gettext, _values(one, words)
    days = words.ngettext("%(days)d day ago", "%(days)d days ago", one.days)
    values["ago"] = days % {"days": one.days}
    if one.by is By.INVOICE and one.came:
        return (
            _(
                "The invoice of %(expected)s was due on %(due)s, %(ago)s; %(came)s of"
                " it came in."
            )
            % values
        )
    if one.by is By.INVOICE:
        return _("The invoice of %(expected)s was due on %(due)s, %(ago)s.") % values
    if one.by is By.DAYS:
        values["longest"] = (one.due_on - one.since).days
        values["waited"] = one.days
        return (
            _(
                "Work of %(since)s has been unpaid for %(waited)d days; until now"
                " nothing took longer than %(longest)d."
            )
            % values
        )
    if one.n > 1:
        return (
            _(
                "%(n)d payments, about %(expected)s in all, have not arrived; the first"
                " was due around %(since)s."
            )
            % values
        )
    return _("About %(expected)s was due around %(due)s, %(ago)s.") % values


def _short(one: Unexpected, words: Words) -> str:
    _, values = words.gettext, _values(one, words)
    came = words.ngettext(
        "%(came)s came in for %(month)s instead of about %(expected)s.",
        "%(came)s came in on %(n)d paydays up to %(month)s instead of about"
        " %(expected)s.",
        one.n,
    )
    if one.by not in {By.TERMS, By.HOURS} or not one.agreed:
        return came % values
    values["share"] = words.percent(one.expected / one.agreed)
    shares = {
        By.TERMS: _("Usually %(share)s of the agreed %(agreed)s comes in."),
        By.HOURS: _(
            "Usually %(share)s of the %(agreed)s for the hours worked comes in."
        ),
    }
    share = shares[one.by]
    return f"{came} {share}" % values


def _doubled(one: Unexpected, words: Words) -> str:
    _, values = words.gettext, _values(one, words)
    values["days"] = words.listed([words.day(paid.on) for paid in one.payments])
    return _("%(came)s came in on %(days)s, where %(expected)s is usual.") % values


def _late(one: Unexpected, words: Words) -> str:
    return words.ngettext(
        "The last three payments came %(days)d day later than those before.",
        "The last three payments came %(days)d days later than those before.",
        one.days,
    ) % {"days": one.days}


def _values(one: Unexpected, words: Words) -> dict[str, object]:
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
