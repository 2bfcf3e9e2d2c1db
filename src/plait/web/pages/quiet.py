"""A page in quiet view: forms that hold what is hidden are shut, amounts are gone."""

import re
from html import escape

from django.utils.translation import gettext as _

from plait.domain.quiet import HIDDEN, MARK

_FORM = re.compile(r"<form\b[^>]*>.*?</form>", re.DOTALL)
_FIELD = re.compile(r"<(?:input|textarea|select)\b[^>]*>")
_TEXT_AREA = re.compile(r"<textarea\b[^>]*>.*?</textarea>", re.DOTALL)
# Fields of money hold plain numbers, with nothing beside them to know them by.
_MONEY_FIELD = re.compile(
    r'(<input\b(?=[^>]*\bname="[^"]*(?:amount|pay|price|savings|floor|cost|settles)'
    r'[^"]*")[^>]*\bvalue=")(-?\d[^"]*)(")'
)
_FOR_SCRIPTS = re.compile(r'(\bdata-(?:sum|amount|minor|total)=")-?\d[^"]*(")')
_CODE = r"(?:€|£|\$|¥|\b(?:EUR|GBP|USD|CHF|SEK|NOK|DKK|PLN|AUD|CAD|JPY)\b)"
_NUMBER = r"[-\u2212]?\d[\d.,'\u2019\u00a0\u202f]*"
_AMOUNT = re.compile(
    rf"[-\u2212+]?{_CODE}(?:\s|&nbsp;)?{_NUMBER}|{_NUMBER}(?:\s|&nbsp;){_CODE}(?!\s*[\u2013-])"
)


def quiet_page(page: str) -> str:
    """Return a page of which no form can save what is hidden, and without amounts.

    Sentences hide amounts by themselves; here go those that were written otherwise.
    """
    page = _FOR_SCRIPTS.sub(r"\g<1>0\g<2>", _FORM.sub(_shut, page))
    return _AMOUNT.sub(HIDDEN, page)


def _shut(form: re.Match[str]) -> str:
    """Return a form; one whose fields hold what is hidden can be read, not used."""
    html = _MONEY_FIELD.sub(rf"\g<1>{HIDDEN}\g<3>", form[0])
    holds = (*_FIELD.findall(html), *_TEXT_AREA.findall(html))
    if not any(MARK in field for field in holds):
        return html
    note = escape(_("Turn quiet view off to use this form: it shows what is hidden."))
    start, _more, rest = html.partition(">")
    return f'<p class="fine">{note}</p>{start} inert>{rest}'
