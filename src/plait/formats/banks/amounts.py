"""Amounts as banks write them: with the sign of a currency, and either decimal mark."""

from plait.formats import values
from plait.formats.values import BadValue

_DOLLARS = frozenset(["USD", "CAD", "AUD", "NZD", "SGD", "HKD"])
_SIGNS = {
    "£": frozenset(["GBP"]),
    "€": frozenset(["EUR"]),
    "$": _DOLLARS,
    "EUR": frozenset(["EUR"]),
    "GBP": frozenset(["GBP"]),
    "USD": frozenset(["USD"]),
}
# What is left of a pound sign in a file that was saved in the wrong encoding.
_BROKEN_SIGNS = ("\ufffd", "Â")


def minor_of(text: str, currency: str, decimal: str = "") -> int:
    """Return an amount in minor units, whatever sign of its currency is around it.

    Without `decimal` the mark two digits before the end is the decimal one.

    >>> minor_of("-£1,023.50", "GBP"), minor_of("1.149,50 €", "EUR")
    (-102350, 114950)
    """
    text = text.strip()
    if not (text[-1:].isdigit() and text.lstrip("+-")[:1].isdigit()):
        text = _without_sign(text, currency)
    if not decimal:
        decimal = "," if text.rstrip("-) ")[-3:-2] == "," else "."
    return values.minor(text, currency, decimal)


def minor_or_none(text: str, currency: str, decimal: str = "") -> int | None:
    """Return a balance in minor units, None where there is none that can be read.

    A payment is not lost for a balance that stands beside it.
    """
    if not text:
        return None
    # The shortest way first: most have no sign of a currency around them.
    if decimal and text[-1].isdigit() and text.lstrip("+-")[:1].isdigit():
        reader = values.minor
    else:
        reader = minor_of
    try:
        return reader(text, currency, decimal)
    except BadValue:
        return None


def _without_sign(text: str, currency: str) -> str:
    for broken in _BROKEN_SIGNS:
        text = text.replace(broken, "")
    for sign, currencies in _SIGNS.items():
        if sign not in text:
            continue
        if currency not in currencies:
            raise BadValue(
                "This amount is in another currency than its account",
                value=f"{text} {currency}",
                fix="Export the file of one account alone.",
            )
        text = text.replace(sign, "")
    return text.strip()
