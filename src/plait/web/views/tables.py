"""Tables of pages as files for a spreadsheet: the same answers, period and search."""

from collections.abc import Mapping
from types import MappingProxyType

from django.http import Http404, HttpRequest, StreamingHttpResponse
from django.views.decorators.http import require_GET

from plait.web.access import or_404, viewer_of
from plait.web.csv_answer import csv_answer
from plait.web.views.downloads.asked import Download
from plait.web.views.downloads.hours import HOURS
from plait.web.views.downloads.money import MONEY
from plait.web.views.downloads.records import RECORDS
from plait.web.views.downloads.roles import ROLES
from plait.wording.words import words_for

TABLES: Mapping[str, Download] = MappingProxyType(
    {**MONEY, **HOURS, **ROLES, **RECORDS}
)
"""Each table by the name that its address and its file have."""


@require_GET
@or_404
def table_csv(request: HttpRequest, name: str) -> StreamingHttpResponse:
    """Give the table of this name as a file."""
    if name not in TABLES:
        raise Http404
    viewer = viewer_of(request)
    found = TABLES[name](request, viewer, words_for(viewer.language))
    return csv_answer(f"plait-{name}", found.headings, found.rows)
