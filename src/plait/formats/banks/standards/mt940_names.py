"""Details in named parts: /NAME/, /IBAN/, /REMI/ as Dutch banks write them."""

import re
from collections import defaultdict

from plait.formats.banks.account_numbers import account_of
from plait.formats.banks.bank_references import given
from plait.formats.banks.standards.mt940_parts import Details

_NAME = re.compile(
    "/(ACCW|ADDR|BENM|BIC|BUSP|CHGS|CNTP|CREF|CSID|EREF|EXCH|FX|IBAN|ID|INIT|IREF|ISDT"
    "|MARF|NAME|NRTX|OCMT|ORDP|PREF|PURP|REMI|RTRN|RTYP|SVCL|SWOC|TRCD|TRTP|UCRD|UDTR"
    "|ULTB|ULTC|ULTD)/"
)
_ANY_NAME = re.compile(r"/[A-Z]{2,4}/")
_PARTIES = frozenset(["BENM", "ORDP", "INIT", "ULTB", "ULTC", "ULTD", "UCRD", "UDTR"])
_REMITTANCE_KIND = re.compile(r"(?:USTD|STRD)/[A-Z]*/")
_AROUND = "/ "


def named(text: str, *, is_credit: bool) -> Details | None:
    """Return what named parts tell, None where the text does not begin with one.

    Money that came in names its sender (ORDP), money that went out who got it (BENM).
    """
    if not _ANY_NAME.match(text) or not _NAME.search(text):
        return None
    parts = _by_name(text)
    # One bank puts account, BIC and name into one: /CNTP/account/BIC/name/city/.
    account, _, name, *_ = [*parts["CNTP"].split("/"), "", "", ""]
    remittance = _REMITTANCE_KIND.sub("", parts["REMI"]).strip(_AROUND)
    # Rabobank writes account and BIC of the other side as one: /ACCW/account,BIC.
    with_bic = parts["ACCW"].replace(",", " ").split()
    number = parts["IBAN"].strip(_AROUND) or account or " ".join(with_bic[:1])
    payer = _payer(parts, is_credit=is_credit) or name.strip()
    # Of a batch no more is told than what it is.
    kind = "" if payer else parts["TRTP"] or parts["RTYP"]
    return Details(
        payer=payer,
        counter_account=account_of(number),
        reference=remittance or given(parts["EREF"].strip(_AROUND)) or kind,
    )


def _by_name(text: str) -> dict[str, str]:
    """Return the parts; a name behind a party is that party's: `ORDP/NAME`."""
    _, *rest = _NAME.split(text)
    parts: dict[str, str] = defaultdict(str)
    party = ""
    for name, part in zip(rest[::2], rest[1::2], strict=True):
        party = name if name in _PARTIES else party
        whose = f"{party}/" if party and name in ("NAME", "ID", "ADDR") else ""
        if part.strip():
            parts.setdefault(whose + name, " ".join(part.split()))
    return parts


def _payer(parts: dict[str, str], *, is_credit: bool) -> str:
    first, second = ("ORDP", "BENM") if is_credit else ("BENM", "ORDP")
    for name in ("NAME", f"{first}/NAME", first, f"{second}/NAME", second):
        if payer := parts[name].strip(_AROUND):
            return payer
    return ""
