"""The same list a year earlier, in a sentence."""

from datetime import timedelta

from plait.domain.record_list import EarlierRecords, RecordSums
from plait.domain.selection import RecordKind
from plait.wording.records.record_lists import records_text
from plait.wording.records.record_sentence import money_text
from plait.wording.words import Words


def sentence_text(words: Words, earlier: EarlierRecords) -> str:
    """Return what the list came to a year earlier, and up to which day it is."""
    kind, end = earlier.selection.kind, earlier.selection.end
    values = {"sums": _sums(words, kind, earlier.sums)}
    if earlier.until is None or end is None:
        return words.gettext("The same list a year earlier: %(sums)s.") % values
    values["last"] = words.day(end - timedelta(days=1))
    text = words.gettext("The same list a year earlier, up to %(last)s: %(sums)s.")
    now = "" if earlier.is_all_now else _now(words, earlier)
    return " ".join(filter(None, (now, text % values)))


def _now(words: Words, earlier: EarlierRecords) -> str:
    """Return what the list itself comes to up to the day that is known."""
    return words.gettext("This list up to %(last)s: %(sums)s.") % {
        "last": words.day(earlier.until) if earlier.until else "",
        "sums": _sums(words, earlier.selection.kind, earlier.now),
    }


def _sums(words: Words, kind: RecordKind, sums: RecordSums) -> str:
    counted = records_text(words, kind, sums.n_records, sums.n_recurring)
    if not sums.n:
        return _within_sentence(counted)
    if kind is RecordKind.TIME:
        text = words.hours(sums.hours or 0)
    else:
        text = _within_sentence(money_text(words, sums.totals).removesuffix("."))
    return f"{text} ({counted})" if text else counted


def _within_sentence(text: str) -> str:
    """Return a sentence as it goes on after a colon; CHF stays CHF."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
