"""Bringing files in: choose, look, confirm; and taking an import back."""

from typing import Any
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plait.accounts.models import Person
from plait.book.operations.imports import import_files
from plait.book.operations.undo import undo_import
from plait.book.queries import batch_numbered, batches, role_keyed, roles
from plait.formats.source import Options
from plait.web import clock
from plait.web.access import or_404, viewer_of
from plait.web.forms.imports import SaidForm, UploadForm
from plait.web.shown import imports as shown
from plait.web.staging import Staged, stage, staged_upload


@require_http_methods(["GET", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """Take files to look at; nothing is kept yet."""
    viewer = viewer_of(request)
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        uploads = form.cleaned_data["files"]
        staged = stage(viewer=viewer, uploads=uploads, now=clock.now())
        _start(viewer, staged, keep=False)
        return redirect("import_preview", token=staged.token)
    recent = batches(viewer=viewer)[:1]
    told = {"form": form, "recent": recent, "max_size": "200 MB"}
    return render(request, "import.html", told)


@require_GET
@or_404
def preview(request: HttpRequest, token: str) -> HttpResponse:
    """Show what would come in, or how far the reading is."""
    viewer = viewer_of(request)
    staged = staged_upload(viewer=viewer, token=token)
    outcome = staged.outcome
    if outcome is None:
        return _wait(request, staged)
    if request.headers.get("HX-Request"):
        return _go(request, request.path)
    form = SaidForm(initial=staged.said, roles=roles(viewer=viewer))
    page = shown.preview_shown(staged, outcome)
    return render(request, "import_preview.html", {**vars(page), "form": form})


@require_POST
@or_404
def say(request: HttpRequest, token: str) -> HttpResponse:
    """Take what the person says of the files, and look again."""
    viewer = viewer_of(request)
    staged = staged_upload(viewer=viewer, token=token)
    form = SaidForm(request.POST, roles=roles(viewer=viewer))
    if form.is_valid():
        staged.say(**form.cleaned_data)
        _start(viewer, staged, keep=False)
    return redirect("import_preview", token=token)


@require_GET
@or_404
def again(request: HttpRequest, token: str) -> HttpResponse:
    """Look at the files once more, with what was kept since."""
    viewer = viewer_of(request)
    _start(viewer, staged_upload(viewer=viewer, token=token), keep=False)
    return redirect("import_preview", token=token)


@require_POST
@or_404
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Bring the files in for good."""
    viewer = viewer_of(request)
    staged = staged_upload(viewer=viewer, token=token)
    _start(viewer, staged, keep=True)
    return redirect("import_done", token=token)


@require_GET
@or_404
def done(request: HttpRequest, token: str) -> HttpResponse:
    """Say what came in, once it has."""
    staged = staged_upload(viewer=viewer_of(request), token=token)
    outcome = staged.outcome
    if outcome is None:
        return _wait(request, staged)
    staged.drop()
    if "trouble" in outcome:
        told = _("The import stopped; your book is as it was. %(why)s")
        messages.error(request, told % {"why": shown.trouble(outcome)})
        return _go(request, reverse("import"))
    new = sum(one["n_new"] for one in outcome["files"])
    told = ngettext("%(n)d new line came in.", "%(n)d new lines came in.", new)
    messages.success(request, told % {"n": new})
    return _go(request, reverse("inbox" if new else "imports"))


@require_POST
@or_404
def cancel(request: HttpRequest, token: str) -> HttpResponse:
    """Drop the upload."""
    staged_upload(viewer=viewer_of(request), token=token).drop()
    return redirect("import")


@require_GET
def history(request: HttpRequest) -> HttpResponse:
    """List the imports."""
    held = batches(viewer=viewer_of(request))
    return render(request, "imports.html", {"imports": shown.history_shown(held)})


@require_http_methods(["GET", "POST"])
@or_404
def undo(request: HttpRequest, number: int) -> HttpResponse:
    """Ask, then take an import back whole."""
    viewer = viewer_of(request)
    batch = batch_numbered(viewer=viewer, number=number)
    if request.method == "POST":
        gone = undo_import(viewer=viewer, batch=batch, now=clock.now())
        told = ngettext(
            "%(n)d line was taken back.", "%(n)d lines were taken back.", gone
        )
        messages.success(request, told % {"n": gone})
        return redirect("imports")
    return render(request, "confirm.html", shown.undo_question(batch))


@require_GET
@or_404
def one(request: HttpRequest, number: int) -> HttpResponse:
    """Show what became of each file of an import."""
    batch = batch_numbered(viewer=viewer_of(request), number=number)
    return render(request, "import_one.html", vars(shown.batch_shown(batch)))


def _start(viewer: Person, staged: Staged, *, keep: bool) -> None:
    said = staged.said
    key = said.get("role") or ""
    role = role_keyed(viewer=viewer, key=key) if key else None
    options = Options(
        today=clock.today(),
        timezone=ZoneInfo(viewer.timezone),
        is_day_first={"day-first": True, "month-first": False}.get(
            said.get("dates") or ""
        ),
        person=said.get("person") or "",
        currency=viewer.currency,
    )
    now = clock.now()

    def reading(progress: Any) -> dict[str, Any]:  # noqa: ANN401  # the staging's callback
        report = import_files(
            viewer=viewer,
            sources=staged.sources,
            options=options,
            now=now,
            role=role,
            keep=keep,
            progress=progress,
        )
        return shown.report_as_json(report)

    staged.run(reading)


def _wait(request: HttpRequest, staged: Staged) -> HttpResponse:
    """Show how far the reading is; htmx asks for the part alone."""
    page = {"progress": shown.progress_shown(staged, request.path)}
    part = "parts/progress.html" if request.headers.get("HX-Request") else None
    return render(request, part or "import_progress.html", page)


def _go(request: HttpRequest, address: str) -> HttpResponse:
    """Lead on: by a redirect, or by telling htmx to load the page."""
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": address})
    return redirect(address)
