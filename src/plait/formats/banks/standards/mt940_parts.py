"""Details in numbered parts: ?20 in Germany, ~20 and ^20 in Poland, >20 at Triodos.

20 to 29 hold what it was for, 32 and 33 the name, 31 or 38 the account. Parts are cut
at a fixed width without regard for words: a full one runs on, a shorter one ends with
a space.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from plait.formats.banks.account_numbers import account_of, iban_from, iban_of
from plait.formats.banks.bank_references import given
from plait.formats.banks.identity.sameness import same_account

_PART = 27
_MARKED = re.compile(r"(?:\d{3} ?)?([?~^<>])\d\d")
_MARK_AT_END = re.compile(r"[?~^<>]\d?$")
_KEYWORD = re.compile(
    "(ABWA|ABWE|BIC|COAM|CRED|DEBT|EREF|IBAN|KREF|MREF|OAMT|PURP|RREF|SQTP|SVWZ)[+]"
)
# Some banks fill an empty part with the last character of their code page.
_FILLING = "\u02d9\u00ff\u00a0 "

Parts = Sequence[tuple[int, str]]


class Details(NamedTuple):
    """Who is on the other side, and what was written; empty where not told."""

    payer: str = ""
    counter_account: str = ""
    reference: str = ""


def joined(parts: Iterable[str], width: int) -> str:
    """Return the parts as one text: a part of full width runs on into the next.

    So does one that ends within the mark of a numbered part.
    """
    return "".join(
        part if len(part) >= width or _MARK_AT_END.search(part[-2:]) else f"{part} "
        for part in parts
    ).strip()


def numbered(text: str, own_account: str) -> Details | None:
    """Return what numbered parts tell, None where the text has none."""
    found = _MARKED.match(text)
    if not found:
        return None
    mark = found[1]
    parts = list(_parts(text, mark))
    if mark == ">":
        return _triodos(parts)
    return _german(parts, own_account) if mark == "?" else _polish(parts)


def _parts(text: str, mark: str) -> Iterator[tuple[int, str]]:
    _, *pieces = text.split(mark)
    number = 0
    held: list[str] = []
    for piece in pieces:
        if piece[:2].isdecimal() and piece[:2].isascii():
            if held:
                yield number, mark.join(held)
            number, held = int(piece[:2]), [piece[2:]]
        elif held:  # the mark itself stands in a text
            held.append(piece)
    if held:
        yield number, mark.join(held)


def _of(parts: Parts, *numbers: int) -> str:
    texts = [text.rstrip() for n, text in parts if n in numbers]
    whole = joined([text for text in texts if text.strip(_FILLING)], _PART)
    return " ".join(whole.split())


def _german(parts: Parts, own_account: str) -> Details:
    # Plain words without a keyword stand before the first; SVWZ is what was meant.
    before, *keyed = _KEYWORD.split(_of(parts, *range(20, 30), *range(60, 66)))
    words = {k: v.strip() for k, v in zip(keyed[::2], keyed[1::2], strict=True)}
    # Where lines are cut a blank may have come into the number.
    number = _of(parts, 31).replace(" ", "") or words.get("IBAN", "")
    account = iban_of(_of(parts, 38)) or account_of(number)
    return Details(
        payer=_of(parts, 32, 33),
        counter_account="" if same_account(account, own_account) else account,
        reference=words.get("SVWZ")
        or before.strip()
        or given(words.get("EREF", ""))
        or _of(parts, 0),
    )


def _polish(parts: Parts) -> Details:
    whole = _of(parts, 38).replace(" ", "")
    # Bank and number stand apart; without the check digits they are no IBAN yet.
    number = (_of(parts, 30) + _of(parts, 31)).replace(" ", "")
    return Details(
        payer=_of(parts, 32, 33) or _of(parts, 27),
        counter_account=iban_of(whole)
        or iban_of(f"PL{whole}")
        or (iban_from("PL", number) if number.strip("0") else ""),
        reference=_of(parts, *range(20, 27)) or _of(parts, 0),
    )


def _triodos(parts: Parts) -> Details:
    """Return what Triodos writes; its part 31 is the person's own account."""
    account = iban_of(_of(parts, 21))
    if not account:
        return Details(reference=_of(parts, *range(20, 30)))
    return Details(
        payer=_of(parts, 22),
        counter_account=account,
        reference=_of(parts, *range(22, 30)),
    )


# Lines of a :NS: behind an entry, by the numbers that German and Hungarian banks use.
def in_ns_lines(lines: Sequence[str]) -> Details:
    """Return what the numbered lines of a :NS: behind an entry tell."""
    parts = [
        (int(x[:2]), x[2:]) for x in lines if x[:2].isdecimal() and x.isprintable()
    ]
    bank, number = _of(parts, 33), _of(parts, 34)
    return Details(
        payer=_of(parts, 15, 16),
        counter_account=account_of(f"{bank}/{number}" if bank and number else number),
        reference=_of(parts, *range(1, 15)) or _of(parts, 17),
    )
