"""Which invoices a payment's reference names.

A number stands between boundaries: 9 is in "Factuur 9" and in "INV-9", and not in
2019, 9-10-2026 or A9. Signs between its parts, leading zeros and a word such as
"INV" before it make no difference. A short number, or one that could be a year or a
month, is sure only after a word for invoice, or where it is all there is.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

# Longer texts are no references; what a bank allows is 140 characters.
_LONGEST_TEXT = 2_000
_MOST_PIECES = 6
_SHORT = 4
_LONG_ENOUGH_TO_JOIN = 5
_INVOICE_WORDS = frozenset(
    "factuur facturen factuurnummer factuurnr factuurnrs fact fac fak faktuur factnr"  # noqa: SIM905  # a list would be forty lines
    " nota notas declaratie invoice invoices inv invno invoicenumber bill bills"
    " rechnung rechnungen rechnungsnummer rechnungsnr rech rg rgnr rnr facture factures"
    " factura facturas fattura fatture faktura fv kenmerk betalingskenmerk f fn".split()
)
_BETWEEN = frozenset(
    "en and und et e y nr nrs no nos nummer nummers number numbers num n plus".split()  # noqa: SIM905  # the same
)
_PIECES = re.compile(r"[^\W\d_]+|\d+")
_JOINERS = frozenset("-/._,:")
_YEAR = re.compile(r"(19|20)\d\d")
_YEAR_AND_MONTH = re.compile(r"(19|20)\d\d(0?[1-9]|1[0-2])")


class _Piece(NamedTuple):
    """A run of letters or of digits; `before` is what stands between it and the last."""

    text: str
    before: str

    @property
    def is_digits(self) -> bool:
        return self.text.isdigit()


def _pieces(text: str) -> list[_Piece]:
    """Return the runs of letters and of digits of a text, in one spelling."""
    folded = unicodedata.normalize("NFKD", text[:_LONGEST_TEXT]).casefold()
    kept = "".join(c for c in folded if not unicodedata.combining(c))
    pieces, end = [], 0
    for one in _PIECES.finditer(kept):
        pieces.append(_Piece(one.group(), kept[end : one.start()]))
        end = one.end()
    return pieces


def _core(number: str) -> list[_Piece]:
    """Return the pieces of a number without a word for invoice before it."""
    pieces = _pieces(number)
    first = 0
    while first < len(pieces) - 1 and pieces[first].text in _INVOICE_WORDS:
        first += 1
    return pieces[first:]


def _keys(pieces: list[_Piece]) -> Iterator[str]:
    """Yield what two spellings of one number have in common."""
    texts = [piece.text for piece in pieces]
    yield " ".join(t.lstrip("0") or "0" if t.isdigit() else t for t in texts)
    joined = "".join(texts)
    if len(joined) >= _LONG_ENOUGH_TO_JOIN:
        yield f"={joined}"


def _is_plain(pieces: list[_Piece]) -> bool:
    """Return whether a number could be a day, a year or anything else that is short."""
    joined = "".join(piece.text for piece in pieces)
    return joined.isdigit() and (
        len(joined) < _SHORT
        or _YEAR.fullmatch(joined) is not None
        or _YEAR_AND_MONTH.fullmatch(joined) is not None
    )


class Numbers:
    """The numbers of some invoices, to be looked for in references."""

    def __init__(self, numbers: Iterable[tuple[int, str]]) -> None:
        self._held: dict[str, set[int]] = defaultdict(set)
        self._plain: set[int] = set()
        self._words: set[str] = set()
        for invoice, number in numbers:
            core = _core(number)
            if not any(piece.is_digits for piece in core):
                continue
            for key in _keys(core):
                self._held[key].add(invoice)
            self._words.update(piece.text for piece in core if not piece.is_digits)
            if _is_plain(core):
                self._plain.add(invoice)

    def named_in(self, reference: str) -> dict[int, bool]:
        """Return the invoices that a reference names, and whether it surely does."""
        pieces = _pieces(reference)
        found: dict[int, bool] = {}
        for first in range(len(pieces)):
            for last in self._ends(pieces, first):
                named = self._with(pieces[first : last + 1])
                if named and _stands_alone(pieces, first, last):
                    follows = _is_after_a_word(pieces, first)
                    for invoice in named:
                        is_sure = follows or invoice not in self._plain
                        found[invoice] = found.get(invoice, False) or is_sure
        return found

    def _ends(self, pieces: list[_Piece], first: int) -> Iterator[int]:
        """Yield where a number that starts at a piece may end."""
        for last in range(first, min(first + _MOST_PIECES, len(pieces))):
            piece = pieces[last]
            # What is further apart, or holds a word of no number, is not one number.
            if last > first and len(piece.before) > 1:
                return
            if not piece.is_digits and piece.text not in self._words:
                return
            yield last

    def _with(self, part: list[_Piece]) -> set[int]:
        return set().union(*(self._held.get(key, ()) for key in _keys(part)))


def names_an_invoice(reference: str) -> bool:
    """Return whether a reference names an invoice by its number, whichever it is."""
    pieces = _pieces(reference)
    for at, piece in enumerate(pieces):
        if piece.is_digits and not _YEAR.fullmatch(piece.text):
            before = at - 1
            while before >= 0 and pieces[before].text in _BETWEEN:
                before -= 1
            if before >= 0 and pieces[before].text in _INVOICE_WORDS:
                return True
    return False


def _stands_alone(pieces: list[_Piece], first: int, last: int) -> bool:
    """Return whether pieces are a number of their own, not the inside of another."""
    starts = first == 0 or _is_apart(pieces[first - 1], pieces[first])
    ends = last + 1 == len(pieces) or _is_apart(pieces[last], pieces[last + 1])
    return starts and ends


def _is_apart(one: _Piece, other: _Piece) -> bool:
    if not other.before:
        return one.text in _INVOICE_WORDS
    if other.before not in _JOINERS or not (one.is_digits and other.is_digits):
        return True
    # "1001/1002" are two numbers, "9-10-2026" is a day and "9,50" an amount.
    return len(one.text) == len(other.text) >= _SHORT


def _is_after_a_word(pieces: list[_Piece], first: int) -> bool:
    """Return whether a word for invoice comes before, or nothing but numbers."""
    before = first - 1
    while before >= 0 and (pieces[before].is_digits or pieces[before].text in _BETWEEN):
        before -= 1
    if before >= 0:
        return pieces[before].text in _INVOICE_WORDS
    return all(piece.is_digits or piece.text in _BETWEEN for piece in pieces)
