"""Concentration in words: on how few an income depends, and what is not known."""

from plait.analysis.income.concentration import By, CoMovement, Grouped, NoCoMovement
from plait.analysis.income.concentration.co_movement import Why
from plait.wording.income.payers import about, count_text, is_as_one
from plait.wording.words import Words


def label_text(words: Words, by: By) -> str:
    """Return the question that a breakdown answers."""
    _ = words.gettext
    return {
        By.PAYER: _("Who pays"),
        By.SECTOR: _("Which sector"),
        By.OCCUPATION: _("Which occupation"),
        By.PLACE: _("Where"),
        By.CAUSE: _("What stops together"),
    }[by]


def basis_text(words: Words, total: float, currency: str, n_months: int) -> str:
    """Return what the shares are of, with its amount."""
    return words.ngettext(
        "%(total)s over the last whole month, after costs and before tax",
        "%(total)s over the last %(n)d whole months, after costs and before tax",
        n_months,
    ) % {"total": words.money(total, currency), "n": n_months}


def spread_text(words: Words, one: Grouped, name: str) -> str:
    """Return the largest group, by its name, and how evenly income is spread over all.

    The number of equal ones is the inverse of the Herfindahl index, rounded: tables
    and JSON give it with its decimals. Without any income the text is empty.
    """
    _, of = words.gettext, one.of
    if not of.shares:
        return ""
    values = {
        "name": name,
        "share": words.percent(of.shares[0]),
        "n": count_text(words, about(of.effective)),
    }
    if is_as_one(words, of.effective):
        return _("%(name)s: %(share)s, practically everything") % values
    if about(of.effective) == 1:
        return _("%(name)s: %(share)s, nearly everything") % values
    return _equal_text(words, one.by) % values


def _equal_text(words: Words, by: By) -> str:
    _ = words.gettext
    return {
        By.PAYER: _(
            "%(name)s: %(share)s; as spread out as if about %(n)s clients paid you"
            " equally"
        ),
        By.SECTOR: _(
            "%(name)s: %(share)s; as spread out as over about %(n)s sectors of equal"
            " size"
        ),
        By.OCCUPATION: _(
            "%(name)s: %(share)s; as spread out as over about %(n)s occupations of"
            " equal size"
        ),
        By.PLACE: _(
            "%(name)s: %(share)s; as spread out as over about %(n)s places of equal"
            " size"
        ),
        By.CAUSE: _(
            "%(name)s: %(share)s; as spread out as over about %(n)s independent parts"
            " of equal size"
        ),
    }[by]


def unknown_text(words: Words, by: By, names: list[str], *, everyone: bool) -> str:
    """Return which roles lack what is counted by, and what that means."""
    _ = words.gettext
    if everyone:
        return {
            By.SECTOR: _("None of your roles has a sector yet."),
            By.OCCUPATION: _("None of your roles has an occupation yet."),
            By.PLACE: _("None of your roles has a place yet."),
        }.get(by, "")
    missing = {
        By.SECTOR: _("No sector yet for %(roles)s, so each is counted on its own."),
        By.OCCUPATION: _(
            "No occupation yet for %(roles)s, so each is counted on its own."
        ),
        By.PLACE: _("No place yet for %(roles)s, so each is counted on its own."),
    }
    return missing.get(by, "") % {"roles": words.listed(names)}


def refused_text(words: Words, role: str, amount: str) -> str:
    """Return why a role has no share."""
    return words.gettext(
        "%(role)s cost %(amount)s more than it brought in, so it has no share; the"
        " shares are of your other roles."
    ) % {"role": role, "amount": amount}


def short_text(words: Words) -> str:
    """Return why few months say little."""
    return words.gettext(
        "Fewer than three whole months say little: many clients pay by the quarter."
    )


def apart_text(words: Words, found: NoCoMovement) -> str:
    """Return why it cannot be said whether streams swing together."""
    _ = words.gettext
    return {
        Why.ONE_STREAM: _("There is only one stream, so nothing can swing with it."),
        Why.FEW_MONTHS: _(
            "Whether your streams rise and fall together cannot be said before there"
            " are 24 months of most of your income. Until then, what they depend on"
            " together is the better guide."
        ),
        Why.CONSTANT: _(
            "Most of your income is the same every month, so nothing rises and falls"
            " together. What your streams depend on together is the better guide."
        ),
    }[found.why]


def together_text(words: Words, found: CoMovement, names: list[str]) -> str:
    """Return how streams swing together; `names` are of the two that do so most."""
    values = {
        "n": len(found.roles),
        "effective": words.number(found.effective),
        "ratio": words.number(found.ratio, 2),
        "low": words.number(found.low, 2),
        "high": words.number(found.high, 2),
        "months": found.n_months,
        "one": names[0],
        "other": names[1],
        "correlation": words.number(found.correlation, 2),
    }
    return (
        words.gettext(
            "Your %(n)d streams rise and fall like %(effective)s independent ones"
            " (diversification ratio %(ratio)s, standard error %(low)s to %(high)s,"
            " over %(months)d months). %(one)s and %(other)s move together most:"
            " correlation %(correlation)s."
        )
        % values
    )
