"""The quiet view in words: what stands for each kind of name, and no amounts."""

import re

from plait.domain.money import is_currency
from plait.domain.quiet import HIDDEN, Kind
from plait.wording.words import Words

_CODE = r"(?:[$\u00a2-\u00a5\u20a0-\u20cf]|\b[A-Z]{3}\b)"
# Bounded: digits without end would be looked at from each of them anew.
_NUMBER = r"[-\u2212]?\d[\d.,'\u2019\u00a0\u202f]{0,40}(?: \d{3}\b){0,6}"
_AMOUNT = re.compile(
    rf"[-\u2212+]?(?P<before>{_CODE})(?:\s|&nbsp;)?{_NUMBER}"
    rf"|{_NUMBER}(?:\s|&nbsp;)?(?P<after>{_CODE})(?!\s*[\u2013-])"
)


def without_amounts(text: str) -> str:
    """Return a text or a page whose amounts, in whatever currency, are hidden."""
    return _AMOUNT.sub(_hidden, text)


def _hidden(found: re.Match[str]) -> str:
    code = found["before"] or found["after"]
    return HIDDEN if len(code) == 1 or is_currency(code) else found[0]


def nouns_of(words: Words) -> dict[Kind, str]:
    """Return what stands before the number of each kind of name."""
    _ = words.gettext
    return {
        Kind.ROLE: _("Role"),
        Kind.ORGANISATION: _("Organisation"),
        Kind.PAYER: _("Payer"),
        Kind.CLIENT: _("Client"),
        Kind.PROJECT: _("Project"),
        Kind.ACCOUNT: _("Account"),
        Kind.CALENDAR: _("Calendar"),
        Kind.PLACE: _("Place"),
        Kind.FILE: _("File"),
        Kind.CAUSE: _("Cause"),
        Kind.NAME: _("Name"),
        Kind.INVOICE: _("Invoice"),
        Kind.SECTOR: _("Sector"),
        Kind.SKILL: _("Skill"),
    }
