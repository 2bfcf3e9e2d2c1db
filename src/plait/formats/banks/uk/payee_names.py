"""The name of the other side, cut out of what British banks write in one text."""

import re

_LONGEST = 300
# How the money went, in front of the name.
_BEFORE = re.compile(
    r"\d{4} \d\d[A-Z]{3}\d\d\s*,\s*(?:C?D\s*,\s*)?"
    r"|(?:FASTER PAYMENTS? RECEIPT REF\b.{0,60}? FROM"
    r"|(?:BILL PAYMENT|STANDING ORDER)(?: VIA FASTER PAYMENT)? TO"
    r"|(?:FASTER PAYMENTS?(?: RECEIPT)?|BANK (?:GIRO )?CREDIT|CREDIT"
    r"|DIRECT DEBIT(?: PAYMENT)?|(?:CARD|CONTACTLESS) PAYMENT|TRANSFER|PAYMENT) (?:FROM|TO)"
    r"|BANK GIRO CREDIT(?: REF)?|(?:DIRECT DEBIT|STANDING ORDER)(?! PAYMENT))\s+",
    re.IGNORECASE,
)
# What stands behind it: a reference, the day of a card payment, a code of the bank.
_BEHIND = re.compile(
    r"\s*,\s.*|\s{2,}\S.*|\t.*|\s+REF(?:ERENCE)?\b.*|\s+ON \d\d [A-Z]{3}\b.*|\s+ON \d{4}-\d\d-\d\d.*"
    r"|\s+\d{6,}.*",
    re.IGNORECASE | re.DOTALL,
)


def name_in(text: str) -> str:
    """Return the name in a description; the whole of it where nothing else is in it.

    >>> name_in("FASTER PAYMENT FROM HARBOUR TRUST REF INVOICE 12")
    'HARBOUR TRUST'
    >>> name_in("BANK GIRO CREDIT REF HARBOUR TRUST, INV 7")
    'HARBOUR TRUST'
    >>> name_in("2565 10NOV17 , CD , KIOSK CAFE, LEEDS GB")
    'KIOSK CAFE'
    >>> name_in("KIOSK CAFE         ON 02 AUG          BCC"), name_in("Meadow School")
    ('KIOSK CAFE', 'Meadow School')
    """
    text = text[:_LONGEST].strip()
    name = _BEHIND.sub("", _BEFORE.sub("", text, count=1), count=1).strip()
    return name or " ".join(text.split())
