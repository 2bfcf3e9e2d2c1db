"""What was agreed for a role: new terms, corrected terms, terms that never held."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from plait.accounts.models import Person
from plait.book.operations.roles import (
    agree,
    correct_agreement,
    remove_agreement,
)
from plait.book.queries import agreement_of, agreement_on, load_portfolio, role_keyed
from plait.domain.roles import Agreement, Role
from plait.domain.schemas.checks import BadTerms
from plait.web import clock
from plait.web.access import or_404, viewer_of
from plait.web.forms.agreements import AgreementForm, next_initial, terms_initial
from plait.web.pages.errors import refusal
from plait.web.pages.hours.agreed_days import beyond_agreed
from plait.web.pages.roles.removals import terms_question
from plait.wording.words import words_for


@require_http_methods(["GET", "POST"])
@or_404
def agreement(request: HttpRequest, key: str) -> HttpResponse:
    """Write down new terms; the ones that hold end where these begin."""
    viewer = viewer_of(request)
    held = role_keyed(viewer=viewer, key=key)
    role = _role(viewer, held.key)
    form = AgreementForm(
        request.POST if request.method == "POST" else None,
        initial=next_initial(role, clock.today(), viewer.currency),
        taken={terms.period.start for terms in role.agreements},
    )
    if form.is_valid():
        agree(viewer=viewer, role=held, terms=form.terms())
        messages.success(request, _("The terms are written down."))
        _point_out(request, form.terms())
        return redirect("role", key=held.key)
    return render(request, "roles/agreement_form.html", _page(form, role))


@require_GET
@or_404
def agreement_now(request: HttpRequest, key: str) -> HttpResponse:
    """Lead to the terms that hold today, to correct them; to new ones where none do."""
    viewer = viewer_of(request)
    held = role_keyed(viewer=viewer, key=key)
    pk = agreement_on(viewer=viewer, role=held, day=clock.today())
    if pk is None:
        return redirect("agreement", key=held.key)
    return redirect("agreement_change", key=held.key, pk=pk)


@require_http_methods(["GET", "POST"])
@or_404
def agreement_change(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    """Correct terms that were written down."""
    viewer = viewer_of(request)
    held = role_keyed(viewer=viewer, key=key)
    kept = agreement_of(viewer=viewer, role=held, pk=pk)
    role = _role(viewer, held.key)
    terms = next(t for t in role.agreements if t.period.start == kept.starts_on)
    sent = request.POST if request.method == "POST" else None
    form = AgreementForm(sent, initial=terms_initial(terms, viewer.currency))
    if form.is_valid():
        try:
            correct_agreement(viewer=viewer, agreement=kept, terms=form.terms())
        except BadTerms as error:
            form.add_error("starts_on", refusal(error))
        else:
            messages.success(request, _("Saved."))
            _point_out(request, form.terms())
            return redirect("role", key=held.key)
    remove_url = reverse("agreement_remove", args=[held.key, kept.pk])
    page = {**_page(form, role), "is_new": False, "remove_url": remove_url}
    return render(request, "roles/agreement_form.html", page)


@require_http_methods(["GET", "POST"])
@or_404
def agreement_remove(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    """Ask, then remove terms; the ones before them do not stretch."""
    viewer = viewer_of(request)
    held = role_keyed(viewer=viewer, key=key)
    kept = agreement_of(viewer=viewer, role=held, pk=pk)
    if request.method == "POST":
        remove_agreement(viewer=viewer, agreement=kept)
        messages.success(request, _("These terms are removed."))
        return redirect("role", key=held.key)
    role = _role(viewer, held.key)
    terms = next(t for t in role.agreements if t.period.start == kept.starts_on)
    question = terms_question(role, terms, words_for(viewer.language))
    question["cancel_url"] = reverse("agreement_change", args=[held.key, kept.pk])
    return render(request, "confirm.html", question)


def _point_out(request: HttpRequest, terms: Agreement) -> None:
    """Say where the agreed times come to more than the hours; it may well be so."""
    beyond = beyond_agreed(terms, words_for(viewer_of(request).language))
    if beyond:
        messages.warning(request, beyond)


def _role(viewer: Person, key: str) -> Role:
    """Return the role as the portfolio holds it, with its terms."""
    portfolio = load_portfolio(viewer=viewer, on=clock.today())
    return next(role for role in portfolio.roles if role.key == key)


def _page(form: AgreementForm, role: Role) -> dict[str, object]:
    return {
        "form": form,
        "is_new": True,
        "role_name": role.name,
        "colour": role.colour,
        "has_terms": bool(role.agreements),
        "cancel_url": reverse("role", args=[role.key]),
    }
