"""Roles that are proposed: accepted several at once, or dismissed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from plait.accounts.models import Person
from plait.answers.roles.proposals import (
    RoleProposalsAnswer,
    accepted,
    role_proposals_answer,
)
from plait.book.operations.proposed_roles import accept_roles, dismiss_role
from plait.book.queries import batches
from plait.book.queries.role_evidence import role_evidence
from plait.domain.errors import PlaitError
from plait.domain.proposals.accepted_role import AcceptedRole
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.forms.proposed_roles import forms_of
from plait.web.pages.errors import refusal
from plait.web.pages.roles.proposals import sections_of
from plait.wording.roles.proposals import made_text
from plait.wording.words import words_for


@require_http_methods(["GET", "POST"])
def proposals(request: HttpRequest) -> HttpResponse:
    """Show the roles that are proposed; make those that are ticked."""
    viewer = viewer_of(request)
    answer = _answer(viewer)
    sent = request.POST if request.method == "POST" else None
    forms = forms_of(answer.proposals, sent)
    if sent is not None and all(form.is_valid() for form in forms):
        taken = [form for form in forms if form.cleaned_data["take"]]
        chosen = [accepted(form.one, form.choice()) for form in taken]
        if _make(request, viewer, chosen):
            return redirect(_next_step(viewer))
    sections = sections_of(forms, words_for(viewer.language))
    page = {"answer": answer, "sections": sections}
    status = 200 if sent is None else 422
    return render(request, "roles/proposals.html", page, status=status)


@require_POST
def dismiss(request: HttpRequest) -> HttpResponse:
    """Say that a proposal is no role."""
    viewer = viewer_of(request)
    key = request.POST.get("dismiss", "")
    found = [one for one in _answer(viewer).proposals if one.key == key]
    for one in found:
        dismiss_role(viewer=viewer, name=one.organisation)
        text = _("%(name)s is not proposed again; its records still wait.")
        messages.success(request, text % {"name": one.organisation})
    return redirect("role_proposals")


def _next_step(viewer: Person) -> str:
    """Return the page after it: Today after a first import, else what is left."""
    is_start = not viewer.hides_first_steps and batches(viewer=viewer).count() == 1
    return "today" if is_start else "inbox"


def _answer(viewer: Person) -> RoleProposalsAnswer:
    evidence = role_evidence(viewer=viewer, on=clock.today())
    return role_proposals_answer(evidence, words_for(viewer.language))


def _make(request: HttpRequest, viewer: Person, chosen: list[AcceptedRole]) -> bool:
    if not chosen:
        messages.error(request, _("Tick the roles that are right first."))
        return False
    try:
        taken = accept_roles(viewer=viewer, accepted=chosen, now=clock.now())
    except PlaitError as error:
        messages.error(request, refusal(error))
        return False
    words = words_for(viewer.language)
    made, held = ([role.name for role in roles] for roles in taken)
    messages.success(request, made_text(words, made, held))
    return True
