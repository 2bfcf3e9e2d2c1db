"""One time entry: looked at, corrected, split, joined, removed."""

from zoneinfo import ZoneInfo

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from plait.accounts.models import Person
from plait.answers.records.record import record_answer
from plait.book.models import TimeEntry
from plait.book.operations.entries import (
    change_entry,
    join_entries,
    remove_entries,
    split_entry,
)
from plait.book.queries import roles
from plait.book.queries.record_details import entries_of, entry_details
from plait.domain.errors import PlaitError
from plait.web.access import or_404, role_chosen, viewer_of
from plait.web.forms.entries import EntryForm, SplitForm, entry_initial
from plait.web.forms.log import number_in
from plait.web.pages.errors import refusal
from plait.web.pages.records.entry import entry_view
from plait.web.pages.records.rules import rule_question
from plait.web.returning import page_before
from plait.wording.words import words_for


@require_http_methods(["GET", "POST"])
@or_404
def entry(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an entry, and change what the form says."""
    viewer = viewer_of(request)
    [held] = entries_of(viewer=viewer, keys=[pk])
    if request.method != "POST":
        return _page(request, viewer, held)
    rule, form = held.rule_id, _form(viewer, held, request.POST)
    if form.is_valid():
        key = form.cleaned_data["role"]
        role = role_chosen(viewer, key) if key else None
        changes = form.changes(ZoneInfo(viewer.timezone), role)
        try:
            change_entry(viewer=viewer, entry=held, **changes)
        except PlaitError as error:
            form.add_error("length", refusal(error))
        else:
            messages.success(request, _("Saved."))
            if rule and held.rule_id is None and key:
                return redirect(rule_question(rule, key))
            return redirect("entry", pk=pk)
    return _page(request, viewer, held, form=form)


@require_POST
@or_404
def split(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the last part of an entry be one of its own."""
    viewer = viewer_of(request)
    [held] = entries_of(viewer=viewer, keys=[pk])
    form = SplitForm(request.POST, roles=roles(viewer=viewer, also=held.role))
    if not form.is_valid():
        return _page(request, viewer, held, split=form)
    given = form.cleaned_data
    try:
        rest = split_entry(
            viewer=viewer,
            entry=held,
            seconds=given["length"],
            role=role_chosen(viewer, given["role"]),
            description=given["description"] or None,
        )
    except PlaitError as error:
        form.add_error("length", refusal(error))
        return _page(request, viewer, held, split=form)
    messages.success(request, _("Split: this is the second part."))
    return redirect("entry", pk=rest.pk)


@require_POST
@or_404
def join(request: HttpRequest, pk: int) -> HttpResponse:
    """Make one entry of this one and those that are ticked."""
    viewer = viewer_of(request)
    ticked = [number_in(text) for text in request.POST.getlist("entry")]
    held = entries_of(viewer=viewer, keys=[pk, *ticked])
    try:
        pk = join_entries(viewer=viewer, entries=held).pk
    except PlaitError as error:
        messages.error(request, refusal(error))
    else:
        messages.success(request, _("These are one entry now."))
    return redirect("entry", pk=pk)


@require_POST
@or_404
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove an entry; the message offers to undo it."""
    viewer = viewer_of(request)
    [held] = entries_of(viewer=viewer, keys=[pk])
    remove_entries(viewer=viewer, entries=[held])
    messages.success(request, _("Removed."))
    return redirect(page_before(request, reverse("records")))


def _form(viewer: Person, held: TimeEntry, sent: QueryDict | None = None) -> EntryForm:
    details = entry_details(viewer=viewer, entry=held)
    first = entry_initial(details.record, dict(details.texts))
    first["billable"] = {None: "", True: "yes", False: "no"}[held.is_billable]
    choices = roles(viewer=viewer, also=held.role)
    return EntryForm(sent, initial=first, roles=choices)


def _page(
    request: HttpRequest, viewer: Person, held: TimeEntry, **sent: Form
) -> HttpResponse:
    words = words_for(viewer.language)
    details = entry_details(viewer=viewer, entry=held)
    first = {"role": held.role.key if held.role else ""}
    page = {
        "view": entry_view(record_answer(details, words), words),
        "form": sent.get("form") or _form(viewer, held),
        "split": sent.get("split")
        or SplitForm(initial=first, roles=roles(viewer=viewer, also=held.role)),
    }
    return render(request, "records/entry.html", page, status=422 if sent else 200)
