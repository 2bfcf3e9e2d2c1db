"""Naming the columns of a table that Plait has not met before."""

from pathlib import Path
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from plait.accounts.models import Person
from plait.book.operations.mappings import keep_mapping
from plait.book.queries.accounts import account_currencies
from plait.formats.source import Options, Source, Unreadable
from plait.formats.tables.mapping import PAYMENTS, TIME
from plait.formats.tables.table import Shape, describe
from plait.web import clock
from plait.web.access import or_gone, viewer_of
from plait.web.forms.columns import ColumnsForm
from plait.web.pages.records.columns import columns_page, lines_page
from plait.web.reading import look_at
from plait.web.staging import Staged, staged_upload


@require_http_methods(["GET", "POST"])
@or_gone
def columns(request: HttpRequest, token: str, place: int) -> HttpResponse:
    """Ask what each column means, keep the answer, and look at the files again."""
    viewer = viewer_of(request)
    staged = staged_upload(viewer=viewer, token=token)
    source = _source(staged, place)
    form = _form(request, source)
    if request.method == "POST" and form.is_valid():
        keep_mapping(
            viewer=viewer,
            name=form.cleaned_data["name"],
            signature=form.shape.signature,
            columns=form.mapping().to_json(),
        )
        look_at(staged, viewer)
        return redirect("import_preview", token=token)
    return _page(request, source, form, token, place)


@require_POST
@or_gone
def columns_preview(request: HttpRequest, token: str, place: int) -> HttpResponse:
    """Show the first lines as they would come in by what was chosen; keep nothing."""
    staged = staged_upload(viewer=viewer_of(request), token=token)
    source = _source(staged, place)
    return _page(request, source, _form(request, source), token, place)


def _page(
    request: HttpRequest, source: Source, form: ColumnsForm, token: str, place: int
) -> HttpResponse:
    lines = lines_page(source, form.displayed_mapping, _options(viewer_of(request)))
    addresses = {
        "cancel_url": reverse("import_preview", args=[token]),
        "save_url": reverse("import_columns", args=[token, place]),
        "show_url": reverse("import_columns_preview", args=[token, place]),
    }
    return render(
        request,
        "records/mapping.html",
        {**columns_page(form.shape, form), **lines, **addresses},
    )


def _options(viewer: Person) -> Options:
    return Options(
        today=clock.today(),
        timezone=ZoneInfo(viewer.timezone),
        currency="",
        known_currencies=account_currencies(viewer=viewer),
    )


def _form(request: HttpRequest, source: Source) -> ColumnsForm:
    kind = request.GET.get("kind", "")
    shape = _shape(source, kind if kind in (PAYMENTS, TIME) else "")
    return ColumnsForm(
        request.POST or None,
        shape=shape,
        name=Path(source.name).stem,
        home=viewer_of(request).currency,
    )


def _source(staged: Staged, place: int) -> Source:
    sources = staged.sources
    if place >= len(sources):
        raise Http404
    return sources[place]


def _shape(source: Source, kind: str) -> Shape:
    try:
        return describe(source, kind)
    except Unreadable as error:
        raise Http404 from error
