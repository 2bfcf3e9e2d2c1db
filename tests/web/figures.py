"""Figures on a page: what stands there as an amount, hours or a share, and what opens it.

A figure is an element whose whole text is one: €1,200, 6.5 h, 38%. Figures in a
sentence are no elements of their own; what they rest on opens beside the sentence.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

import lxml.html

_NUMBER = r"[+\u2212-]?\d[\d.,]*"
_MONEY = rf"[+\u2212-]?(?:[€£$]|[A-Z]{{3}}\s)\s?{_NUMBER}"
_ONE = (
    rf"(?:{_MONEY}|{_NUMBER}\s?%|"
    rf"{_NUMBER} ?(?:h|hours?|months?|weeks?|days?|points?|in \d+)\b)"
)
FIGURE = re.compile(
    rf"^(?:about |over |less than |more than |in )?{_ONE}(?: ?(?:to|–|of) {_ONE})?"
    rf"(?: (?:a|of|more|less|at|to|left|too|beyond|under|over)\b.{{0,40}})?$"
)
# Of no records at all there is nothing to open.
NOTHING = re.compile(r"^[€£$]?0(?:[.,]0+)? ?(?:h|hours)?(?: a week)?$|^€0 of €0$")
# The row of a record, of terms, of an invoice or of leave shows its own amount, and
# leads to where that is corrected.
_ITSELF = re.compile(
    r"^/records/(payments|time)/\d+/|[?&]edit=\d+|^/recurring/\d+/"
    r"|/agreement/\d+/|/(remove|change|paid|unpaid)/"
)
# A heading is a sentence, even where it begins with its figure. Pictures have their
# table, and what is typed into forms opens nothing.
_NO_TEXT = {"h1", "h2", "h3", "h4", "svg", "script", "style", "option", "select"}
_NO_TEXT |= {"textarea", "label", "input", "button"}


class Figure(NamedTuple):
    """A figure of a page, where it leads ("" if nowhere), and the elements around it."""

    text: str
    url: str
    around: str


def figures(html: str) -> Iterator[Figure]:
    """Yield the figures of a page's main part, the innermost element of each."""
    main = lxml.html.fromstring(html).find(".//main")
    ids = {one.get("id") for one in main.iterfind(".//*[@id]")}
    for element in main.iter(lxml.html.etree.Element):
        if element.tag in _NO_TEXT or element.tag == "a" or not _is_figure(element):
            continue
        if any(map(_is_figure, element)) and element[0].tag != "a":
            continue
        above = [*element.iterancestors()]
        if not any(one.tag in _NO_TEXT for one in above):
            yield Figure(_text(element), _opened(element, above, ids), _around(element))


def _is_figure(element: lxml.html.HtmlElement) -> bool:
    return bool(FIGURE.match(_text(element)))


def _text(element: lxml.html.HtmlElement) -> str:
    if not isinstance(element.tag, str) or element.tag in _NO_TEXT:
        return ""
    return " ".join(element.text_content().split())


def _opened(element, above, ids: set[str]) -> str:
    """Return where a click leads, or the explanation on the page as #id."""
    for one in (element, *element.iterdescendants("a"), *above):
        if one.tag == "a" and one.get("href"):
            return one.get("href")
        if one.tag == "summary":
            return "#fold"
        if one.get("aria-details") in ids:
            return f"#{one.get('aria-details')}"
        if one.tag in ("tr", "li"):
            for link in one.iterdescendants("a"):
                if _ITSELF.search(link.get("href", "")):
                    return link.get("href")
    return ""


def _around(element: lxml.html.HtmlElement) -> str:
    """Return the elements that a figure stands in, the innermost first."""
    parts = []
    for one in (element, *element.iterancestors()):
        if one.tag == "main":
            break
        label = one.get("data-label")
        parts.append(
            one.tag
            + "".join(f".{css}" for css in (one.get("class") or "").split())
            + (f"[{label}]" if label else "")
        )
    return " < ".join(parts)
