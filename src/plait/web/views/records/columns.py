"""Naming the columns of a table that Plait has not met before."""

from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from plait.book.operations.mappings import keep_mapping
from plait.formats.source import Source, Unreadable
from plait.formats.tables.mapping import PAYMENTS, TIME
from plait.formats.tables.table import Shape, describe
from plait.web.access import or_gone, viewer_of
from plait.web.forms.columns import ColumnsForm
from plait.web.reading import look_at
from plait.web.staging import Staged, staged_upload


@require_http_methods(["GET", "POST"])
@or_gone
def columns(request: HttpRequest, token: str, place: int) -> HttpResponse:
    """Ask what each column means, keep the answer, and look at the files again."""
    viewer = viewer_of(request)
    staged = staged_upload(viewer=viewer, token=token)
    source = _source(staged, place)
    kind = request.GET.get("kind", "")
    shape = _shape(source, kind if kind in (PAYMENTS, TIME) else "")
    name = Path(source.name).stem
    form = ColumnsForm(request.POST or None, shape=shape, name=name)
    if request.method == "POST" and form.is_valid():
        keep_mapping(
            viewer=viewer,
            name=form.cleaned_data["name"],
            signature=shape.signature,
            columns=form.mapping().to_json(),
        )
        look_at(staged, viewer)
        return redirect("import_preview", token=token)
    column_views = [
        {
            "heading": heading or f"{number + 1}",
            "samples": [row[number] for row in shape.rows[:3] if number < len(row)],
            "field": form[f"column_{number}"],
        }
        for number, heading in enumerate(shape.columns)
    ]
    page = {
        "file_name": source.name,
        "form": form,
        "columns": column_views,
        "kind": shape.kind,
        "other_kind": TIME if shape.kind == PAYMENTS else PAYMENTS,
        "cancel_url": reverse("import_preview", args=[token]),
    }
    return render(request, "records/mapping.html", page)


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
