"""One entry of a CAMT statement: its sign, its day, and who is on the other side."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from plait.domain.records import BankLine, written_day
from plait.formats import values
from plait.formats.banks.account_numbers import account_of
from plait.formats.banks.bank_references import given, stable_reference
from plait.formats.banks.standards.camt053_tree import Tree
from plait.formats.values import BadValue

_SIGNS = {"CRDT": 1, "DBIT": -1}


def lines(entry: Tree, number: int, account: str, today: date) -> list[BankLine]:
    """Return the entry's lines: none while pending, several for a batch.

    A batch stays one line unless its details have amounts that add up to it; each of
    its parts then bears the batch's own reference as `booking_id`, by which a format
    that tells it whole is met.
    """
    if (entry.text("Sts") or entry.text("Sts", "Cd") or "BOOK") != "BOOK":
        return []
    whole = _whole(entry, number, account)
    values.bounded_day(whole.booked_on, today)
    details = [
        stated for part in entry.all("NtryDtls") for stated in part.all("TxDtls")
    ]
    if len(details) == 1:
        return [_with_detail(whole, entry, details[0])]
    amounts = _amounts(entry, details, whole.currency)
    if not details or sum(amounts) != whole.amount_minor:
        return [whole]
    whole = whole._replace(booking_id=_booking_id(entry, whole))
    return [
        _with_detail(whole, entry, detail, index)._replace(amount_minor=minor)
        for index, (detail, minor) in enumerate(zip(details, amounts, strict=True), 1)
    ]


def _whole(entry: Tree, number: int, account: str) -> BankLine:
    currency = values.currency_code(entry.attribute("Ccy", "Amt"))
    return BankLine(
        line=number,
        booked_on=_booked_on(entry),
        amount_minor=_sign(entry) * _unsigned(entry.text("Amt"), currency),
        currency=currency,
        reference=entry.text("AddtlNtryInf"),
        account=account,
        bank_id=_bank_id(entry),
    )


def _booked_on(entry: Tree) -> date:
    for name in ("BookgDt", "ValDt"):
        stated = entry.text(name, "Dt") or entry.text(name, "DtTm")
        if stated:
            return _day(stated)
    return _day("")


@lru_cache(maxsize=8192)
def _day(text: str) -> date:
    """Return the day as the bank states it, whatever clock time and zone follow."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        raise BadValue(
            "This is not a date in the form that the file uses",
            value=text,
            fix="Write it as year, month and day: 2024-01-31.",
        ) from None


def _sign(entry: Tree) -> int:
    """Return 1 for money in, -1 for money out; a reversal is already turned here."""
    stated = entry.text("CdtDbtInd")
    if stated not in _SIGNS:
        raise BadValue(
            "This entry does not say whether money came in or went out",
            value=stated,
            fix="Write CRDT or DBIT as its CdtDbtInd, or download the file again.",
        )
    return _SIGNS[stated]


def _unsigned(text: str, currency: str) -> int:
    minor = values.minor(text, currency)
    if minor < 0:
        raise BadValue(
            "This amount has a sign of its own beside the one that CdtDbtInd gives",
            value=text,
            fix="Correct it in the file, or download the statement again.",
        )
    return minor


def _amounts(entry: Tree, details: Sequence[Tree], currency: str) -> list[int]:
    """Return the signed amounts of a batch's details; empty if one is not told."""
    amounts = []
    for detail in details:
        # Version .001.02 keeps it deeper down.
        path = ("Amt",) if detail.has("Amt") else ("AmtDtls", "TxAmt", "Amt")
        if detail.attribute("Ccy", *path) != currency:
            return []
        sign = _sign(detail if detail.has("CdtDbtInd") else entry)
        amounts.append(sign * _unsigned(detail.text(*path), currency))
    return amounts


def _with_detail(
    whole: BankLine, entry: Tree, detail: Tree, index: int = 0
) -> BankLine:
    """Return the line with what the detail tells; `index` counts within a batch."""
    payer, counter_account = _other_side(entry, detail, whole.account)
    bank_id = whole.bank_id or stable_reference(detail.text("Refs", "AcctSvcrRef"))
    return whole._replace(
        payer=payer,
        counter_account=counter_account,
        reference=_reference(detail) or whole.reference,
        bank_id=f"{bank_id}/{index}" if bank_id and index else bank_id,
    )


def _other_side(entry: Tree, detail: Tree, own_account: str) -> tuple[str, str]:
    """Return name and account of whoever is not the account's holder.

    The debtor of money that came in, the creditor of money that went out; in a
    reversal both keep the part they had in the payment that is turned back.
    """
    is_credit = entry.text("CdtDbtInd") == "CRDT"
    is_reversal = entry.text("RvslInd") in ("true", "1")
    roles = ("Dbtr", "Cdtr") if is_credit is not is_reversal else ("Cdtr", "Dbtr")
    for parties in detail.all("RltdPties"):
        for role in roles:
            name, number = _name(parties, role), _number(parties, f"{role}Acct")
            if (name or number) and (not number or number != own_account):
                return name, number
    return "", ""


def _name(parties: Tree, role: str) -> str:
    # From version .001.08 on, a party is either a Pty or a bank (Agt).
    return (
        parties.text(role, "Nm")
        or parties.text(role, "Pty", "Nm")
        or parties.text(role, "Agt", "FinInstnId", "Nm")
    )


def _number(parties: Tree, role: str) -> str:
    number = parties.text(role, "Id", "IBAN")
    return account_of(number or parties.text(role, "Id", "Othr", "Id"))


def _reference(detail: Tree) -> str:
    """Return what the payer wrote; failing that the payment's own reference."""
    written = detail.texts("RmtInf", "Ustrd")
    for part in detail.all("RmtInf", "Strd"):
        written += part.texts("CdtrRefInf", "Ref")
        for document in part.all("RfrdDocInf"):
            written += document.texts("Nb")
        written += part.texts("AddtlRmtInf")
    if written:
        return " ".join(written)
    return given(detail.text("Refs", "EndToEndId")) or detail.text("AddtlTxInf")


def _bank_id(entry: Tree) -> str:
    """Return the bank's reference, such as every statement with this entry gives."""
    return stable_reference(entry.text("AcctSvcrRef")) or stable_reference(
        entry.text("NtryRef")
    )


def _booking_id(entry: Tree, whole: BankLine) -> str:
    """Return what names a batch: the bank's reference, else the payer's order.

    Failing both its day and sum, which are what a format without references tells.
    """
    return (
        whole.bank_id
        or given(entry.text("NtryDtls", "Btch", "PmtInfId"))
        or given(entry.text("NtryDtls", "Btch", "MsgId"))
        or f"{written_day(whole.booked_on)}={whole.amount_minor}{whole.currency}"
    )
