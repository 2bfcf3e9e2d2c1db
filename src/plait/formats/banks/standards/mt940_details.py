"""What field :86: tells of a payment: three ways to write it, by country and bank.

German banks number its parts (?20 to ?33), Dutch ones name them (/NAME/, /REMI/),
others write plain text. All of them cut it into lines of a fixed width without
regard for words: a line as wide as that runs on, a shorter one ended with a space.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plait.formats.banks.account_numbers import account_of, iban_of
from plait.formats.banks.bank_references import given

_LINE = 65
_PART = 27

_NUMBERED = re.compile(r"(?:\d{3})?\?\d\d")
_NUMBER = re.compile(r"\?(\d\d)")
_PURPOSE = (*(str(n) for n in range(20, 30)), *(str(n) for n in range(60, 66)))
_KEYWORD = re.compile(
    "(ABWA|ABWE|BIC|COAM|CRED|DEBT|EREF|IBAN|KREF|MREF|OAMT|PURP|RREF|SQTP|SVWZ)[+]"
)
_NAME = re.compile(
    "/(ADDR|BENM|BIC|CNTP|CREF|CSID|EREF|IBAN|ID|ISDT|MARF|NAME|ORDP|PREF|PURP|REMI"
    "|RTRN|SVCL|SWOC|TRCD|TRTP|ULTB|ULTD)/"
)
_REMITTANCE_KIND = re.compile(r"(?:USTD|STRD)/[A-Z]*/")


class Details(NamedTuple):
    """Who is on the other side, and what was written."""

    payer: str = ""
    counter_account: str = ""
    reference: str = ""


def details_of(lines: Sequence[str]) -> Details:
    """Return what the lines of one :86: tell, in whichever way they are written."""
    text = _joined(lines, _LINE)
    if _NUMBERED.match(text):
        return _numbered(text)
    if _NAME.match(text):
        return _named(text)
    return Details(reference=" ".join(text.split()))


def _joined(parts: Iterable[str], width: int) -> str:
    """Return the parts as one text: a part of full width runs on into the next."""
    return "".join(part if len(part) >= width else f"{part} " for part in parts).strip()


def _numbered(text: str) -> Details:
    _, *rest = _NUMBER.split(text)
    parts = [(n, part.rstrip()) for n, part in zip(rest[::2], rest[1::2], strict=True)]

    def of(*numbers: str) -> str:
        found = _joined([part for n, part in parts if n in numbers], _PART)
        return " ".join(found.split())

    # Plain words without a keyword stand before the first; SVWZ is what was meant.
    before, *keyed = _KEYWORD.split(of(*_PURPOSE))
    words = {k: v.strip() for k, v in zip(keyed[::2], keyed[1::2], strict=True)}
    return Details(
        payer=of("32", "33"),
        counter_account=account_of(of("31") or words.get("IBAN", "")),
        reference=words.get("SVWZ")
        or before.strip()
        or given(words.get("EREF", ""))
        or of("00"),
    )


def _named(text: str) -> Details:
    _, *rest = _NAME.split(text)
    parts: dict[str, str] = {}
    for name, part in zip(rest[::2], rest[1::2], strict=True):
        parts.setdefault(name, " ".join(part.split()))
    # One bank puts account, BIC and name into one: /CNTP/account/BIC/name/city/.
    account, _, name, *_ = [*parts.get("CNTP", "").split("/"), "", "", ""]
    remittance = _REMITTANCE_KIND.sub("", parts.get("REMI", "")).strip("/ ")
    return Details(
        payer=parts.get("NAME", "").strip("/ ") or name,
        counter_account=account_of(parts.get("IBAN", "").strip("/ ") or account),
        reference=remittance or given(parts.get("EREF", "").strip("/ ")),
    )


def account_in(text: str) -> str:
    """Return the account that the second line of a :61: is, empty if it is none."""
    bare = text.strip()
    return iban_of(bare) or (bare if bare.isdigit() and len(bare) >= 6 else "")
