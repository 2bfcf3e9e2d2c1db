"""What stands above a table: whose account it is of."""

import re

_GERMAN_IBAN = re.compile(r"\bDE\d\d(?: ?[\dX]{4}){4} ?[\dX]{2}\b")
_CARD = re.compile(r"\b(\d{4})[ *•xX]{4,24}(\d{4})\b")
_LONGEST = 500


def german_iban_in(above: list[str]) -> str:
    """Return the first German IBAN in the lines, without spaces; empty if none.

    >>> german_iban_in(['"Girokonto";"DE02 1203 0000 0000 2020 51"'])
    'DE02120300000000202051'
    """
    found = (_GERMAN_IBAN.search(text[:_LONGEST]) for text in above)
    return next(("".join(one[0].split()) for one in found if one), "")


def card_in(above: list[str]) -> str:
    """Return the first card number in the lines, its middle masked; empty if none.

    >>> card_in(['"Karte";"Visa Kreditkarte";"4930 •••• •••• 1234"'])
    '4930********1234'
    """
    found = (_CARD.search(text[:_LONGEST]) for text in above)
    return next((f"{one[1]}********{one[2]}" for one in found if one), "")
