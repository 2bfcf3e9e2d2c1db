"""What a list of records comes to, text first: money in and out, hours, what waits."""

from decimal import Decimal

from plait.domain.record_list import MonthOfRecords, RecordPage, RecordTotal
from plait.domain.selection import RecordKind, RecordState
from plait.wording.records.record_lists import heading_text
from plait.wording.words import Words

_MOST_CURRENCIES = 4


def sentence_text(words: Words, page: RecordPage) -> str:
    """Return what a selection comes to, and how many of it have no role yet.

    Two currencies are two sums, never one.
    """
    kind = page.selection.kind
    if not (page.n_records or page.n_recurring):
        return _nothing(words, page)
    if kind is RecordKind.PAYMENTS:
        text = money_text(words, page.totals)
    elif kind is RecordKind.TIME:
        text = words.gettext("You worked %(hours)s.") % {
            "hours": words.hours(page.hours or 0)
        }
    else:
        text = f"{heading_text(words, page)}."
    if page.selection.state is RecordState.WAITING:
        return text
    return " ".join(filter(None, (text, _waiting(words, kind, page.n_waiting))))


def _nothing(words: Words, page: RecordPage) -> str:
    _ = words.gettext
    if not page.selection.is_narrowed:
        return f"{heading_text(words, page)}."
    return {
        RecordKind.PAYMENTS: _("No payment fits this."),
        RecordKind.TIME: _("No hours fit this."),
        RecordKind.EVENTS: _("No event fits this."),
        RecordKind.CHECK_INS: _("No check-in fits this."),
    }[page.selection.kind]


def money_text(words: Words, totals: tuple[RecordTotal, ...]) -> str:
    """Return what came in and went out as a sentence, "" for neither."""
    received = [(one.received, one.currency) for one in totals if one.received]
    paid = [(one.paid_out, one.currency) for one in totals if one.paid_out]
    values = {"received": _listed(words, received), "paid": _listed(words, paid)}
    if received and paid:
        return words.gettext("%(received)s came in, %(paid)s went out.") % values
    if paid:
        return words.gettext("%(paid)s went out.") % values
    return words.gettext("%(received)s came in.") % values if received else ""


def _listed(words: Words, amounts: list[tuple[Decimal, str]]) -> str:
    texts = [words.money(float(number), currency) for number, currency in amounts]
    return words.listed(texts, _MOST_CURRENCIES)


def _waiting(words: Words, kind: RecordKind, n: int) -> str:
    if not n:
        return ""
    text = {
        RecordKind.PAYMENTS: words.ngettext(
            "One payment has no role yet.", "%(n)s payments have no role yet.", n
        ),
        RecordKind.TIME: words.ngettext(
            "One entry has no role yet.", "%(n)s entries have no role yet.", n
        ),
    }.get(kind, "")
    return text % {"n": words.number(n, 0)} if "%" in text else text


def month_texts(words: Words, month: MonthOfRecords) -> tuple[str, ...]:
    """Return what went out in a month and what came in; or its hours."""
    if month.hours is not None:
        return (words.hours(month.hours),)
    found = []
    for one in month.totals:
        if one.paid_out:
            found.append(minus_text(words, one.paid_out, one.currency))
        if one.received:
            found.append(words.money(float(one.received), one.currency, 2))
    return tuple(found)


def minus_text(words: Words, number: Decimal, currency: str) -> str:
    """Return an amount that went out, with a true minus sign."""
    return f"−{words.money(float(abs(number)), currency, 2)}"  # noqa: RUF001  # the minus sign that is meant
