"""Details in words: labels such as `NAAM:`, or an account at the beginning.

Before 2014, and at smaller banks still, a :86: is written for people. What is sure
is taken out of it: an account that is one, and the name beside a label.
"""

import re
from collections.abc import Sequence

from plait.formats.banks.abnamro_text import parted
from plait.formats.banks.account_numbers import account_of, iban_of
from plait.formats.banks.identity.national import dutch_keys
from plait.formats.banks.identity.spellings import account_keys
from plait.formats.banks.standards.mt940_parts import Details

_ACCOUNTS = ("REK", "REKENING", "TEGENREKENING", "IBAN", "Z RACH.", "NA RACH.")
_NAMES = (
    *("NAAM", "NAME", "OD", "DLA", "AUFTRAGGEBER", "ABSENDER", "EMPFÄNGER"),
    *("BEGÜNSTIGTER", "DONNEUR D'ORDRE", "BÉNÉFICIAIRE"),
)
_TEXTS = (
    *("OMSCHRIJVING", "TYT.", "MITTEILUNG", "MITTEILUNGEN", "VERWENDUNGSZWECK"),
    *("MEDEDELING", "MEDEDELINGEN", "COMMUNICATION", "MOTIF"),
)
_OTHERS = (
    *("BIC", "KENMERK", "TNR", "BETALINGSKENM.", "MACHTIGING", "INCASSANT", "ID IPH"),
    *("DATA STEMPLA", "VOOR", "DOOR", "REFERENZ", "REFERENZEN", "ORDERID"),
)
_LABEL = re.compile(
    r"(?:^|[\s/;])("
    + "|".join(re.escape(x) for x in (*_ACCOUNTS, *_NAMES, *_TEXTS, *_OTHERS))
    + r"):(?=\s|[A-Z0-9])",
    re.IGNORECASE,
)
_BEFORE_SEPA = re.compile(r"GIRO\s+(?:NR\s+)?(\d{3,7})\s|(\d\d\.\d\d\.\d\d\.\d{3})\s")
_CARD = ("BEA ", "GEA ", "BEA,", "GEA,", "ECOM,")


def in_words(lines: Sequence[str], text: str, *, is_dutch: bool) -> Details:
    """Return what a text written for people tells; all of it is the reference.

    `is_dutch` says that the person's own account is, so that a bare number of the
    right structure is an account.
    """
    if text.upper().startswith(_CARD):
        return Details(*parted(text))
    flat = " ".join(text.split())
    labelled = _labelled(flat)
    if labelled:
        return labelled
    if found := _BEFORE_SEPA.match(text):
        name, _, _ = text[found.end() :].strip().partition("  ")
        return Details(name.strip(), found[1] or found[2], flat)
    return _beginning(lines, is_dutch=is_dutch) or Details(reference=flat)


def account_in(text: str, *, is_dutch: bool) -> str:
    """Return the account that a text is, empty where it may be any other number.

    >>> account_in("NL91ABNA0417164300", is_dutch=False)
    'NL91ABNA0417164300'
    >>> account_in("P001234567", is_dutch=True)
    'P001234567'
    >>> account_in("20260504007602198765432000000012", is_dutch=True)
    ''
    """
    bare = text.strip()
    if iban := iban_of(bare):
        return iban
    # Ten digits with a zero in front, as banks wrote them: other runs of digits count.
    is_giro = bare[:1] == "P" and len(bare) in range(7, 12)
    digits = bare[1:] if is_giro else bare
    is_number = digits.isascii() and digits.isdigit()
    is_one = is_number and (is_giro or (len(digits) == 10 and digits[0] == "0"))
    is_long = len(digits.lstrip("0")) >= 6
    return bare if is_dutch and is_one and is_long and dutch_keys(digits) else ""


def is_dutch_account(account: str) -> bool:
    """Return whether an account is Dutch, by its IBAN or its structure."""
    if account.startswith("NL") and account[2:4].isdigit():
        return True
    return any(key.startswith("NL|") for key in account_keys(account).full)


def _labelled(text: str) -> Details | None:
    before, *rest = _LABEL.split(text)
    values: dict[str, str] = {}
    for label, value in zip(rest[::2], rest[1::2], strict=True):
        values.setdefault(label.upper(), value.strip(" ;/"))
    account = _first(values, _ACCOUNTS)
    payer = _first(values, _NAMES)
    # In Poland the IBAN is written without its country.
    iban = iban_of(account) or iban_of(f"PL{account}")
    if not payer and not iban:
        return None
    is_number = bool(account_keys(account).full)
    return Details(
        payer=payer,
        counter_account=iban or (account_of(account) if is_number else ""),
        reference=_first(values, _TEXTS) or before.strip() or text,
    )


def _first(values: dict[str, str], labels: Sequence[str]) -> str:
    return next((values[label] for label in labels if values.get(label)), "")


def _beginning(lines: Sequence[str], *, is_dutch: bool) -> Details | None:
    """Return what stands behind an account, each on lines of its own."""
    first, *others = [" ".join(line.split()) for line in lines if line.strip()] or [""]
    number, _, name = first.partition(" ")
    account = account_in(number, is_dutch=is_dutch)
    if not account:
        return None
    if not others:
        return Details("", account, name)
    return Details(name, account, " ".join(others))
