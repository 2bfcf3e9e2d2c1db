"""A page in quiet view: forms that hold what is hidden are shut, amounts are gone."""

import re
from collections.abc import Set as AbstractSet
from html import escape, unescape

from django.utils.translation import gettext as _

from plait.domain.quiet import HIDDEN, MARK
from plait.wording.quiet import without_amounts

_FORM = re.compile(r"<form\b[^>]*>.*?</form>", re.DOTALL)
_FIELD = re.compile(r"<(?:input|textarea|select)\b[^>]*>")
_TEXT_AREA = re.compile(r"<textarea\b[^>]*>.*?</textarea>", re.DOTALL)
# Fields of money hold plain numbers, with nothing beside them to know them by.
_MONEY_FIELD = re.compile(
    r'(<input\b(?=[^>]*\bname="[^"]*(?:amount|pay|price|savings|floor|cost|settles)'
    r'[^"]*")[^>]*\bvalue=")(-?\d[^"]*)(")'
)
_TYPED = re.compile(
    r'(?P<before><input\b[^>]*\bvalue="|<textarea\b[^>]*>)(?P<value>[^"<]+)'
    r'(?P<after>"|</textarea>)'
)
_ASIDE = re.compile(r"\0(\d+)\0")
_FOR_SCRIPTS = re.compile(r'(\bdata-(?:sum|amount|minor|total)=")-?\d[^"]*(")')


def quiet_page(page: str, typed: AbstractSet[str] = frozenset()) -> str:
    """Return a page of which no form can save what is hidden, and without amounts.

    Sentences hide amounts by themselves; here go those that were written otherwise.
    What was just `typed` into a form that was refused stays in its fields.
    """
    kept: list[str] = []

    def put_aside(found: re.Match[str]) -> str:
        if unescape(found["value"]).strip() not in typed:
            return found[0]
        kept.append(found["value"])
        return f"{found['before']}\0{len(kept) - 1}\0{found['after']}"

    if typed:
        page = _TYPED.sub(put_aside, page)
    page = _FOR_SCRIPTS.sub(r"\g<1>0\g<2>", _FORM.sub(_shut, page))
    return _ASIDE.sub(lambda found: kept[int(found[1])], without_amounts(page))


def _shut(form: re.Match[str]) -> str:
    """Return a form; one whose fields hold what is hidden can be read, not used."""
    html = _MONEY_FIELD.sub(rf"\g<1>{HIDDEN}\g<3>", form[0])
    holds = (*_FIELD.findall(html), *_TEXT_AREA.findall(html))
    if not any(MARK in field for field in holds):
        return html
    note = escape(_("Turn quiet view off to use this form: it shows what is hidden."))
    start, _more, rest = html.partition(">")
    return f'<p class="fine">{note}</p>{start} inert>{rest}'
