"""How each country builds the number inside an IBAN: bank, branch, account, checks.

From the IBAN registry (ISO 13616). In a structure `b4s6c8` stands `b` for the bank
code, `s` for the branch, `c` for the account number and `x` for check digits or what
else national spellings leave out, each with its length. Digits that national
spellings never part from the number count as part of it.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

_TABLE = """
AD b4s4c12  AE b3c16    AL b8c16    AT b5c11     AZ b4c20     BA b3s3c10
BE b3c7x2   BG b4s4c10  BH b4c14    BR b8s5c12   BY b4c20     CH b5c12
CR b4c14    CY b3s5c16  CZ b4c16    DE b8c10     DJ b5s5c11x2 DK b4c10
DO b4c20    EE b2c14    EG b4s4c17  ES b4s4x2c10 FI b6c8      FK b2c12
FO b4c10    FR b5s5c11x2  GB b4s6c8 GE b2c16     GI b4c15     GL b4c10
GR b3s4c16  GT b4c20    HN b4c20    HR b7c10     HU b8c16     IE b4s6c8
IL b3s3c13  IQ b4s3c12  IS b4s2c6x10  IT x1b5s5c12  JO b4s4c18  KW b4c22
KZ b3c13    LB b4c20    LC b4c24    LI b5c12     LT b5c11     LU b3c13
LV b4c13    LY b3s3c15  MC b5s5c11x2  MD b2c18   ME b3c15     MK b3c12
MN b4c12    MR b5s5c11x2  MT b4s5c18  MU b6s2c18 NI b4c20     NL b4c10
NO b4c7     OM b3c16    PK b4c16    PL b8c16     PS b4c21     PT b4s4c11x2
QA b4c21    RO b4c16    RS b3c15    RU b9s5c15   SA b2c18     SC b6s2c16x3
SD b2c12    SE b3c17    SI b5c10    SK b4c16     SM x1b5s5c12 SO b4s3c12
ST b4s4c13  SV b4c20    TL b3c16    TN b2s3c15   TR b5x1c16   UA b6c19
VA b3c15    VG b4c16    XK b4c12    YE b4s4c18
"""

WITHOUT_BANK_LETTERS = frozenset(["GB", "IE"])
"""Countries that write branch (sort code) and number, and the bank in no spelling."""


class Part(NamedTuple):
    """A stretch of the number inside an IBAN: its kind (b, s, c, x) and length."""

    kind: str
    length: int


@cache
def structures() -> dict[str, tuple[Part, ...]]:
    """Return the parts of the number by country."""
    words = _TABLE.split()
    return {
        country: tuple(_parts(form))
        for country, form in zip(words[::2], words[1::2], strict=True)
    }


@cache
def length_of(country: str) -> int | None:
    """Return how long a country's IBAN is, None for a country not in the table."""
    parts = structures().get(country)
    return 4 + sum(part.length for part in parts) if parts else None


@cache
def lengths(country: str, *, with_checks: bool = True) -> dict[str, int]:
    """Return the length of each kind of part, zero for a kind that is not there."""
    found = dict.fromkeys("bscx", 0)
    for kind, length in structures()[country]:
        found[kind] += length
    if not with_checks:
        found["x"] = 0
    return found


def cut(country: str, text: str, *, with_checks: bool = True) -> dict[str, str]:
    """Return the parts of a text that has the length of the country's number."""
    found = dict.fromkeys("bscx", "")
    at = 0
    for kind, length in structures()[country]:
        if kind == "x" and not with_checks:
            continue
        found[kind] += text[at : at + length]
        at += length
    return found


def _parts(form: str) -> Iterator[Part]:
    kind, digits = form[0], ""
    for character in form[1:]:
        if character.isdigit():
            digits += character
        else:
            yield Part(kind, int(digits))
            kind, digits = character, ""
    yield Part(kind, int(digits))
