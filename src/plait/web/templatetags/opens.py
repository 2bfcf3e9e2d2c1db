"""How a template marks a figure, so that it opens what it is made of.

A figure that is a sum or a count of records opens their list: `{% opens text url %}`.
One that somebody entered opens where it is entered, by the same tag. One that is worked
out stands in an element with `aria-details="ID"`, the id of the explanation that is on
the same page: mostly `parts/why.html` with `id="ID"`, which leads to the records.
`tests/web/test_figures.py` walks all pages for a figure that does none of these.
"""

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def opens(text: str, url: str, of: str = "") -> SafeString:
    """Return a figure that opens an address, the figure alone where that is "".

    `of` says of what it is where a figure alone does not, for those who only hear it.
    """
    if not url:
        return SafeString(conditional_escape(text))
    heard = format_html('<span class="visually-hidden"> {}</span>', of) if of else ""
    return format_html('<a class="opens" href="{}">{}{}</a>', url, text, heard)
