"""The link that takes a table along."""

from urllib.parse import urlencode

from django import template
from django.template.context import Context
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from plait.web.periods import FIRST, LAST, PERIOD

register = template.Library()

_TAKEN = (PERIOD, FIRST, LAST, "on", "text", "out")


@register.simple_tag(takes_context=True)
def download_csv(context: Context, name: str, of: str = "") -> SafeString:
    """Return the link to a table's file, of the page's period, day and search.

    `of` says which table it is where a page has several, for those who only hear it.
    """
    request = getattr(context, "request", None)
    asked = request.GET if request else {}
    kept = {word: asked[word] for word in _TAKEN if word in asked}
    url = reverse("table_csv", args=[name])
    return format_html(
        '<a class="quietly" href="{}" download>{}{}</a>',
        f"{url}?{urlencode(kept)}" if kept else url,
        _("Download CSV"),
        format_html('<span class="visually-hidden">: {}</span>', of) if of else "",
    )
