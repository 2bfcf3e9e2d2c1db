"""The link that takes a table along."""

from urllib.parse import urlencode

from django import template
from django.http import QueryDict
from django.template.context import Context
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from plait.web.periods import FIRST, LAST, PERIOD

register = template.Library()

_TAKEN = (PERIOD, FIRST, LAST, "on", "text", "out", "by", "hours", "v")


@register.simple_tag(takes_context=True)
def download_csv(
    context: Context, name: str, of: str = "", role: str = ""
) -> SafeString:
    """Return the link to a table's file, of the page's period, day and search.

    `of` says which table it is where a page has several, for those who only hear it;
    `role` is the key of the role that the table is of.
    """
    request = getattr(context, "request", None)
    asked = request.GET if request else QueryDict()
    kept = [(word, value) for word in _TAKEN for value in asked.getlist(word)]
    if role:
        kept.append(("role", role))
    return _link(reverse("table_csv", args=[name]), kept, of)


@register.simple_tag
def download_records(kind: str, role: str, of: str = "") -> SafeString:
    """Return the link to the file of all records of a kind that a role has."""
    return _link(reverse("records_csv"), [("kind", kind), ("role", role)], of)


def _link(url: str, words: list[tuple[str, str]], of: str) -> SafeString:
    return format_html(
        '<a class="quietly" href="{}" download>{}{}</a>',
        f"{url}?{urlencode(words)}" if words else url,
        _("Download CSV"),
        format_html('<span class="visually-hidden">: {}</span>', of) if of else "",
    )
