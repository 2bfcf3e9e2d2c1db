"""The values of one OFX transaction or account: found by tag, read as they mean."""

import html
import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from plait.formats.banks.account_numbers import account_of, iban_of
from plait.formats.values import BadValue

# Possessive (++), so that a tag that never ends costs one look and no more.
_FIELD = re.compile(r"<(/?[A-Z0-9_.]++)[^<>]*+>([^<]*)")
_ENTITY = re.compile(r"&#?\w++;")
_CDATA = "<![CDATA["

# Aggregates inside a transaction whose fields share names with its own.
_NESTED = frozenset(["PAYEE", "BANKACCTTO", "CCACCTTO", "CURRENCY", "ORIGCURRENCY"])

Fields = dict[str, str]


def tags(text: str) -> Iterator[tuple[str, bool, str]]:
    """Yield every tag: its name, whether it ends something, what follows it."""
    for tag, value in _FIELD.findall(text):
        yield tag.lstrip("/"), tag[0] == "/", value


def fields_of(text: str) -> Fields:
    """Return a transaction's values by tag, those of an aggregate as `PAYEE/NAME`."""
    if _CDATA in text:
        text = _escaped(text)
    fields: Fields = {}
    within = ""
    for name, is_end, value in tags(text):
        if name in _NESTED and not value.strip():
            within = "" if is_end else f"{name}/"
        elif not is_end:
            fields.setdefault(within + name, value)
    return fields


def _escaped(text: str) -> str:
    """Return the text with what CDATA sections hold written as entities."""
    before, *sections = text.split(_CDATA)
    pairs = (section.partition("]]>") for section in sections)
    return before + "".join(html.escape(inside) + rest for inside, _, rest in pairs)


def first(fields: Fields, *names: str) -> str:
    """Return the first of these values that is there, empty if none is."""
    return next((text for n in names if (text := plain(fields.get(n, "")))), "")


def need(fields: Fields, name: str) -> str:
    """Return the value, or raise `BadValue` where it is missing."""
    text = first(fields, name)
    if not text:
        raise BadValue(
            "A value that every transaction has is missing",
            value=name,
            fix="Correct it in the file, or download the statement again.",
        )
    return text


def plain(text: str) -> str:
    """Return the value as one line, its entities as the characters they mean.

    >>> plain(" Jansen &amp;  Zn ")
    'Jansen & Zn'
    """
    if "&" in text:
        text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    return " ".join(text.replace("\0", "").split())


def account(fields: Fields, within: str = "") -> str:
    """Return the IBAN, or bank, branch and number as far as they are told."""
    number = fields.get(f"{within}ACCTID", "")
    parts = (fields.get(f"{within}{name}", "") for name in ("BANKID", "BRANCHID"))
    bank, branch = map(plain, parts)
    own = plain(number)
    # British banks write the sort code before the number as well.
    own = own.removeprefix(bank) if bank.isdigit() and len(own) > len(bank) else own
    return iban_of(number) or account_of("/".join(filter(None, (bank, branch, own))))


@lru_cache(maxsize=8192)
def day(text: str) -> date:
    """Return the day that the bank states, whatever clock time and zone follow it.

    >>> day("20240131233000[-5:EST]")
    datetime.date(2024, 1, 31)
    """
    try:
        return date.fromisoformat(text[:8] if text[:8].isdigit() else "")
    except ValueError:
        raise BadValue(
            "This is not a date in the form that the file uses",
            value=text,
            fix="Write it as year, month and day: 20240131.",
        ) from None


def decimal_mark(amount: str) -> str:
    """Return what marks the decimals of an amount: the last of comma and point."""
    return "," if amount.rfind(",") > amount.rfind(".") else "."
