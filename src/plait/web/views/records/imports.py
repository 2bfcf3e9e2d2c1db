"""Importing files: choose, look, confirm; and undoing an import."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plait.accounts.models import Person
from plait.answers.context import answer_context
from plait.answers.records.known import known_answer
from plait.answers.roles.proposals import role_proposals_answer
from plait.book.imports.undo import AlreadyUndone, undo_import
from plait.book.models import Batch
from plait.book.operations.known import say_entered_until
from plait.book.queries import (
    batch_numbered,
    batches,
    load_portfolio,
    n_waiting,
    roles,
)
from plait.book.queries.role_evidence import role_evidence
from plait.domain.errors import PlaitError
from plait.web import clock
from plait.web.access import or_404, or_gone, viewer_of
from plait.web.forms.imports import (
    EnteredForm,
    PositionsForm,
    ReadingForm,
    UploadForm,
)
from plait.web.pages.errors import refusal
from plait.web.pages.records import import_preview as preview_pages
from plait.web.pages.records import imports as pages
from plait.web.reading import bring_in, give_up, job_of, look_at, outcome_of
from plait.web.staging import (
    NoRoomToWait,
    Staged,
    stage,
    staged_upload,
    waiting_uploads,
)
from plait.wording.records.history import undone_import_text
from plait.wording.words import words_for


@require_http_methods(["GET", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """Take files to read; nothing is saved yet."""
    viewer = viewer_of(request)
    is_sent = request.method == "POST"
    form = UploadForm(request.POST, request.FILES) if is_sent else UploadForm()
    status = 200
    if form.is_valid():
        uploads = form.cleaned_data["files"]
        try:
            staged = stage(viewer=viewer, uploads=uploads, now=clock.now())
        except NoRoomToWait as error:
            form.add_error("files", refusal(error))
            status = 413
        else:
            look_at(staged, viewer)
            return redirect("import_preview", token=staged.token)
    page = {
        "form": form,
        "recent": batches(viewer=viewer)[:1],
        "waiting": pages.waiting_view(waiting_uploads(viewer=viewer), viewer.language),
        "max_size": "200 MB",
    }
    return render(request, "records/import.html", page, status=status)


@require_GET
@or_gone
def preview(request: HttpRequest, token: str) -> HttpResponse:
    """Show what would come in, or how far the reading is."""
    viewer = viewer_of(request)
    staged = staged_upload(viewer=viewer, token=token)
    if staged.is_confirmed:
        return _go(request, reverse("import_done", args=[token]))
    outcome = outcome_of(staged, viewer, clock.now())
    if outcome is None:
        return _wait(request, staged)
    if request.headers.get("HX-Request"):
        return _go(request, request.path)
    if stopped := staged.take("stopped"):
        messages.error(request, preview_pages.stopped_text(stopped))
    form = ReadingForm(initial=staged.options, roles=roles(viewer=viewer))
    page = preview_pages.preview_view(staged, outcome)
    return render(request, "records/import_preview.html", {**vars(page), "form": form})


@require_POST
@or_gone
def say(request: HttpRequest, token: str) -> HttpResponse:
    """Read the files again, as the person says they are."""
    viewer = viewer_of(request)
    staged = staged_upload(viewer=viewer, token=token)
    form = ReadingForm(request.POST, roles=roles(viewer=viewer))
    if form.is_valid() and not staged.is_confirmed:
        staged.set_options(**form.cleaned_data)
        look_at(staged, viewer)
    return redirect("import_preview", token=token)


@require_POST
@or_gone
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Import the files, once however often it is confirmed."""
    viewer = viewer_of(request)
    staged = staged_upload(viewer=viewer, token=token)
    positions = PositionsForm(request.POST)
    if positions.is_valid() and staged.confirm():
        if positions.cleaned_data["has_positions"]:
            staged.choose_positions(positions.cleaned_data["position"])
        bring_in(staged, viewer)
    return redirect("import_done", token=token)


@require_GET
@or_gone
def done(request: HttpRequest, token: str) -> HttpResponse:
    """Say what came in, once it has."""
    viewer = viewer_of(request)
    staged = staged_upload(viewer=viewer, token=token)
    outcome = outcome_of(staged, viewer, clock.now())
    if not staged.is_confirmed:
        return _go(request, reverse("import_preview", args=[token]))
    if outcome is None:
        return _wait(request, staged)
    if "trouble" in outcome:
        staged.write("stopped", outcome)
        staged.take_back()
        look_at(staged, viewer)
        return _go(request, reverse("import_preview", args=[token]))
    staged.drop()
    new = sum(one["n_new"] for one in outcome["files"])
    sentence = ngettext("%(n)s new line came in.", "%(n)s new lines came in.", new)
    written = words_for(viewer.language).number(new, 0)
    messages.success(request, sentence % {"n": written})
    return _go(request, reverse(_next_step(viewer) if new else "imports"))


def _next_step(viewer: Person) -> str:
    """Return the page after it: roles that are proposed, what waits, else Today."""
    evidence = role_evidence(viewer=viewer, on=clock.today())
    found = role_proposals_answer(evidence, words_for(viewer.language))
    is_new = any(not one.belongs_to and not one.is_over for one in found.proposals)
    if is_new:
        return "role_proposals"
    return "inbox" if n_waiting(viewer=viewer) else "today"


@require_POST
@or_gone
def cancel(request: HttpRequest, token: str) -> HttpResponse:
    """Drop the upload, unless it comes in already."""
    viewer = viewer_of(request)
    staged = staged_upload(viewer=viewer, token=token)
    if staged.is_confirmed:
        return redirect("import_done", token=token)
    give_up(staged, viewer)
    return redirect("import")


@require_GET
def history(request: HttpRequest) -> HttpResponse:
    """List the imports."""
    viewer = viewer_of(request)
    portfolio = load_portfolio(viewer=viewer, on=clock.day_asked(request))
    known = known_answer(answer_context(portfolio, words_for(viewer.language)))
    page = {
        "imports": pages.history_view(batches(viewer=viewer)),
        "known": known,
        "entered": EnteredForm(initial={"until": clock.today()}),
    }
    return render(request, "records/imports.html", page)


@require_POST
def entered(request: HttpRequest) -> HttpResponse:
    """Keep until when all money kept by hand is entered."""
    viewer, form = viewer_of(request), EnteredForm(request.POST)
    if not form.is_valid():
        messages.error(request, str(form.errors["until"][0]))
        return redirect(reverse("imports") + "#known")
    until = form.cleaned_data["until"]
    try:
        say_entered_until(viewer=viewer, until=until, today=clock.today())
    except PlaitError as error:
        messages.error(request, refusal(error))
    else:
        messages.success(request, _("Your money by hand is known until that day."))
    return redirect(reverse("imports") + "#known")


@require_http_methods(["GET", "POST"])
@or_404
def undo(request: HttpRequest, number: int) -> HttpResponse:
    """Ask, then undo an import as a whole."""
    viewer = viewer_of(request)
    batch = batch_numbered(viewer=viewer, number=number)
    if request.method == "POST":
        _undo(request, viewer, batch)
        return redirect("imports")
    return render(request, "confirm.html", pages.undo_question(batch))


@require_GET
@or_404
def one(request: HttpRequest, number: int) -> HttpResponse:
    """Show what became of each file of an import."""
    batch = batch_numbered(viewer=viewer_of(request), number=number)
    return render(request, "records/import_one.html", vars(pages.batch_view(batch)))


def _undo(request: HttpRequest, viewer: Person, batch: Batch) -> None:
    try:
        undone = undo_import(viewer=viewer, batch=batch, now=clock.now())
    except AlreadyUndone as error:
        messages.error(request, refusal(error))
        return
    words = words_for(viewer.language)
    messages.success(request, undone_import_text(words, batch.number, *undone))


def _wait(request: HttpRequest, staged: Staged) -> HttpResponse:
    """Show how far the reading is; htmx asks for the part alone."""
    job = job_of(staged, viewer_of(request))
    page = {"progress": preview_pages.progress_view(job, request.path)}
    part = "parts/progress.html" if request.headers.get("HX-Request") else None
    return render(request, part or "records/import_progress.html", page)


def _go(request: HttpRequest, address: str) -> HttpResponse:
    """Lead on: by a redirect, or by having htmx load the page."""
    if request.headers.get("HX-Request"):
        # A browser follows redirects unseen; htmx would put the page into the part.
        return HttpResponse(headers={"HX-Redirect": address})
    return redirect(address)
