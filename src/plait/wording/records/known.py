"""Until when the records are known, said in a language."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from plait.domain.known import Jump, Known, KnownKind
from plait.domain.money import Money
from plait.domain.period import Period
from plait.wording.periods import period_text
from plait.wording.records.accounts import account_text
from plait.wording.words import Words


def days_text(words: Words, days: Iterable[Period]) -> str:
    """Return periods of days as a list."""
    return words.listed([period_text(words, one) for one in days])


def jump_text(words: Words, jump: Jump) -> str:
    """Return which two balances do not follow each other, with their days."""
    _ = words.gettext
    text = _(
        "The statement up to %(since)s closes with %(expected)s, and the one from %(on)s"
        " opens with %(found)s."
    )
    if jump.is_within:
        text = _(
            "The opening balance of %(since)s and the lines come to %(expected)s, and"
            " the statement closes on %(on)s with %(found)s."
        )
    return text % {
        "since": words.day(jump.since),
        "on": words.day(jump.on),
        "expected": _amount(words, jump.expected_minor, jump.currency),
        "found": _amount(words, jump.found_minor, jump.currency),
    }


def difference_text(words: Words, jump: Jump) -> str:
    """Return by how much a balance is off, without a sign."""
    return _amount(words, abs(jump.difference_minor), jump.currency)


def _amount(words: Words, minor: int, currency: str) -> str:
    money = Money.from_minor(minor, currency or "EUR")
    return words.money(float(money.number), money.currency, 2)


def name_text(words: Words, one: Known) -> str:
    """Return what an account, tracker or calendar is called."""
    _ = words.gettext
    # A table that names no account is known by its headings, which nobody can read.
    if label := account_text(one.label):
        return label
    if one.is_by_hand:
        return _("Entered by hand")
    return {
        KnownKind.ACCOUNT: _("Account without a number"),
        KnownKind.TRACKER: _("Hours without a tracker"),
        KnownKind.CALENDAR: _("Calendar without a name"),
    }[one.kind]


def kind_text(words: Words, kind: KnownKind) -> str:
    """Return what kind of records these are."""
    _ = words.gettext
    return {
        KnownKind.ACCOUNT: _("Account"),
        KnownKind.TRACKER: _("Hours"),
        KnownKind.CALENDAR: _("Calendar"),
    }[kind]


def checked_text(words: Words, one: Known) -> str:
    """Return whether balances were checked, and what is not covered."""
    _ = words.gettext
    parts = []
    if one.gaps:
        parts.append(
            _("No file covers %(days)s") % {"days": days_text(words, one.gaps)}
        )
    if one.jumps:
        text = words.ngettext(
            "%(n)d balance does not follow",
            "%(n)d balances do not follow",
            len(one.jumps),
        )
        parts.append(text % {"n": len(one.jumps)})
    elif one.n_balances:
        parts.append(_("Balances follow each other"))
    if one.is_by_hand and one.kind is KnownKind.ACCOUNT:
        parts.append(_("As far as you entered it; later money is not missed yet"))
    return " · ".join(parts)


def money_until_text(words: Words, names: Sequence[str], until: date, on: date) -> str:
    """Return until when the money of roles is known, and which file would say more."""
    _ = words.gettext
    month = words.month(until + timedelta(days=1))
    text = _(
        "%(roles)s: payments are known until %(day)s. Later months are left out; bring in"
        " the statement of %(month)s."
    )
    if (until.year, until.month) == (on.year, on.month):
        text = _("%(roles)s: payments are known until %(day)s.")
    return text % {
        "roles": words.listed(list(names)),
        "day": words.day(until),
        "month": month,
    }


def entered_until_text(words: Words, names: Sequence[str], until: date) -> str:
    """Return until when the money of roles is entered by hand, and what to do."""
    return words.gettext(
        "%(roles)s: payments are entered until %(day)s. Later months are left out; enter"
        " what came since, or say that there was none where your imports are listed."
    ) % {"roles": words.listed(list(names)), "day": words.day(until)}


def unknown_months_text(words: Words, names: Sequence[str], days: str) -> str:
    """Return which days no statement covers, so that they are left out."""
    return words.gettext(
        "%(roles)s: no statement covers %(days)s. Those months are left out, not counted"
        " as months without income."
    ) % {"roles": words.listed(list(names)), "days": days}


def nothing_known_text(words: Words) -> str:
    """Return that nothing was imported or entered yet."""
    return words.gettext(
        "Nothing is known yet. Add something with: plait log, or: plait import FILE"
    )


def heading_text(words: Words) -> str:
    """Return what the list is called."""
    return words.gettext("Known until")


def method_text(words: Words) -> str:
    """Return what being known until a day means."""
    return words.gettext(
        "Plait judges nothing after the last known day: bring in the next file, or enter"
        " what happened since, to go on from there."
    )
