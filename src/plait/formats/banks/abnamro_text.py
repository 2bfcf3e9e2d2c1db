"""What ABN AMRO writes in one text: the other side, its account, the reference."""

import re
from typing import NamedTuple

from plait.formats.banks.account_numbers import account_of

# /TRTP/SEPA OVERBOEKING/IBAN/…/NAME/…/REMI/…: a value may hold a slash of its own.
_SLASHED = re.compile(
    r"/(TRTP|IBAN|BIC|NAME|REMI|EREF|CSID|MARF|ORDP|BENM|ULTB|ULTD|ISDT|PREF|RTRN)/"
)
# SEPA Overboeking … IBAN: …  Naam: …: columns of 33 characters, run together.
_NAMED = re.compile(
    r"(?:^|\s)(IBAN|BIC|Naam|Omschrijving|Kenmerk|Machtiging|Incassant"
    r"|Betalingskenm\.|Voor|Door): "
)
_CARD = re.compile(r"(?:BEA|GEA|eCom)\b(?:.*?\d\d[:.]\d\d |.*?\s{2,})(\S.*?),PAS\s?\d")
_CARD_WITHIN = 200
_COLUMN = 33


class Parted(NamedTuple):
    """The parts of a text; empty where it does not tell."""

    payer: str
    counter_account: str
    reference: str


def parted(text: str) -> Parted:
    """Return the other side, its account and the reference that the text tells."""
    if text.startswith("/TRTP/"):
        return _from_marks(_by_mark(_SLASHED, text), "NAME", "REMI", "EREF")
    if text.startswith("SEPA "):
        flat = " ".join(text.split())
        return _from_marks(_by_mark(_NAMED, flat), "Naam", "Omschrijving", "Kenmerk")
    card = _CARD.match(text[:_CARD_WITHIN])
    payer = card[1] if card else text[:_COLUMN]
    return Parted(payer.strip(), "", " ".join(text.split()))


def _by_mark(marks: re.Pattern[str], text: str) -> dict[str, str]:
    _, *found = marks.split(text)
    return {
        mark: value.strip() for mark, value in zip(found[::2], found[1::2], strict=True)
    }


def _from_marks(found: dict[str, str], name: str, text: str, mark: str) -> Parted:
    reference = found.get(text) or found.get("Betalingskenm.") or found.get(mark, "")
    counter = account_of(found.get("IBAN", ""))
    return Parted(found.get(name, ""), counter, " ".join(reference.split()))
