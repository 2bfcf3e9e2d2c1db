"""Lists of records in words: what they hold, how they are narrowed, what they come to."""

from datetime import date, timedelta

from plait.domain.record_list import ListedRecord, RecordPage, RecordTotal
from plait.domain.selection import (
    RecordKind,
    RecordOrder,
    RecordState,
    Selection,
    Way,
)
from plait.wording.words import Words

_DAY = timedelta(days=1)


def kind_text(words: Words, kind: RecordKind) -> str:
    """Return what a list of this kind is called."""
    _ = words.gettext
    return {
        RecordKind.PAYMENTS: _("Payments"),
        RecordKind.TIME: _("Hours"),
        RecordKind.EVENTS: _("Events"),
        RecordKind.CHECK_INS: _("Check-ins"),
    }[kind]


def state_text(words: Words, state: RecordState) -> str:
    """Return whether records have a role."""
    _ = words.gettext
    return {
        RecordState.WAITING: _("waiting for a role"),
        RecordState.ASSIGNED: _("with a role"),
        RecordState.PRIVATE: _("private"),
    }[state]


def heading_text(words: Words, page: RecordPage) -> str:
    """Return how many records there are: 412 payments · 9 recurring days."""
    return records_text(words, page.selection.kind, page.n_records, page.n_recurring)


def records_text(words: Words, kind: RecordKind, n_records: int, n: int) -> str:
    """Return how many records there are, and `n` days of what recurs."""
    if not (n or n_records):
        return _nothing(words, kind)
    listed = counted_text(words, kind, n_records) if n_records else ""
    if not n:
        return listed
    text = words.ngettext("%(n)s recurring day", "%(n)s recurring days", n)
    days = text % {"n": words.number(n)}
    return " · ".join(filter(None, (listed, days)))


def counted_text(words: Words, kind: RecordKind, n: int) -> str:
    """Return so many records of a kind, one or more."""
    text = {
        RecordKind.PAYMENTS: words.ngettext("%(n)s payment", "%(n)s payments", n),
        RecordKind.TIME: words.ngettext("%(n)s time entry", "%(n)s time entries", n),
        RecordKind.EVENTS: words.ngettext("%(n)s event", "%(n)s events", n),
        RecordKind.CHECK_INS: words.ngettext("%(n)s check-in", "%(n)s check-ins", n),
    }[kind]
    return text % {"n": words.number(n)}


def _nothing(words: Words, kind: RecordKind) -> str:
    _ = words.gettext
    return {
        RecordKind.PAYMENTS: _("No payments"),
        RecordKind.TIME: _("No hours"),
        RecordKind.EVENTS: _("No events"),
        RecordKind.CHECK_INS: _("No check-ins"),
    }[kind]


def filter_texts(
    words: Words, selection: Selection, role_name: str = "", account_name: str = ""
) -> tuple[str, ...]:
    """Return what narrows a list, each in a few words."""
    _ = words.gettext
    payer = _("from %(payer)s") % {"payer": selection.payer} if selection.payer else ""
    state = state_text(words, selection.state) if selection.state else ""
    texts = (
        role_name,
        payer,
        account_name,
        source_text(words, selection.source),
        words.gettext("sorted by one rule") if selection.rule else "",
        way_text(words, selection.way) if selection.way else "",
        _period(words, selection),
        state,
        selection.currency,
        _("with “%(text)s”") % {"text": selection.text} if selection.text else "",
    )
    return tuple(text for text in texts if text)


def source_text(words: Words, source: str) -> str:
    """Return what a tracker or calendar is called; by hand is none of them."""
    return words.gettext("by hand") if source == "by-hand" else source


def way_text(words: Words, way: Way) -> str:
    """Return whether money came in or went out."""
    return {
        Way.IN: words.gettext("came in"),
        Way.OUT: words.gettext("went out"),
    }[way]


def order_text(words: Words, order: RecordOrder, kind: RecordKind) -> str:
    """Return how a list is sorted."""
    _ = words.gettext
    is_time = kind is RecordKind.TIME
    name = _("Name A to Z") if kind is not RecordKind.PAYMENTS else _("Payer A to Z")
    back = _("Name Z to A") if kind is not RecordKind.PAYMENTS else _("Payer Z to A")
    return {
        RecordOrder.NEWEST: _("Newest first"),
        RecordOrder.OLDEST: _("Oldest first"),
        RecordOrder.LARGEST: _("Longest first") if is_time else _("Largest first"),
        RecordOrder.SMALLEST: _("Shortest first") if is_time else _("Smallest first"),
        RecordOrder.NAME: name,
        RecordOrder.NAME_BACK: back,
        RecordOrder.ROLE: _("Role A to Z"),
        RecordOrder.ROLE_BACK: _("Role Z to A"),
    }[order]


def _period(words: Words, selection: Selection) -> str:
    """Return the period with its last day, as people say it."""
    _ = words.gettext
    start, end = selection.start, selection.end
    values = {
        "start": words.day(start) if start else "",
        "last": words.day(end - _DAY) if end and end > date.min else "",
    }
    if start and end:
        return _("%(start)s to %(last)s") % values
    if start:
        return _("from %(start)s") % values
    return _("until %(last)s") % values if end else ""


def total_texts(words: Words, page: RecordPage) -> tuple[str, ...]:
    """Return what all records together come to, currency by currency."""
    if page.hours is not None and page.n_records:
        return (words.hours(page.hours),)
    return tuple(_total(words, one) for one in page.totals)


def _total(words: Words, total: RecordTotal) -> str:
    _ = words.gettext
    values = {
        "received": words.money(float(total.received), total.currency, 2),
        "paid": words.money(float(total.paid_out), total.currency, 2),
    }
    if not total.paid_out:
        return _("%(received)s received") % values
    if not total.received:
        return _("%(paid)s paid out") % values
    return _("%(received)s received, %(paid)s paid out") % values


def open_text(words: Words, selection: Selection) -> str:
    """Return the text of a link that opens the list."""
    _ = words.gettext
    text = {
        RecordKind.PAYMENTS: _("See the payments"),
        RecordKind.TIME: _("See the hours"),
        RecordKind.EVENTS: _("See the events"),
        RecordKind.CHECK_INS: _("See the check-ins"),
    }[selection.kind]
    return f"{text} ({selection.currency})" if selection.currency else text


def figure_text(words: Words, one: ListedRecord) -> str:
    """Return what a record comes to: an amount, hours, or the scores of a check-in."""
    if one.amount is not None:
        return words.money(float(one.amount), one.currency, 2)
    if one.scores:
        return scores_text(words, one.scores)
    if one.hours is None:
        return ""
    return words.gettext("%(hours)s h") % {"hours": words.number(one.hours, 2)}


def time_text(one: ListedRecord) -> str:
    """Return from when to when it was, "" where only the day is known."""
    if not one.starts_at or not one.ends_at:
        return ""
    return f"{one.starts_at:%H:%M}–{one.ends_at:%H:%M}"


def scores_text(words: Words, scores: tuple[int, ...]) -> str:
    """Return the four answers of a check-in."""
    energy, meaning, growth, pressure = scores
    return words.gettext(
        "energy %(energy)d, meaning %(meaning)d, growth %(growth)d, pressure"
        " %(pressure)d"
    ) % {
        "energy": energy,
        "meaning": meaning,
        "growth": growth,
        "pressure": pressure,
    }
