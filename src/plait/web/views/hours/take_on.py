"""Can I take this on: asked by a form, told in the address, kept when that is said."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from plait.accounts.models import Person
from plait.analysis.decisions.take_on.variant import Variant
from plait.answers.context import answer_context
from plait.book.models import Role
from plait.book.operations.taking_on import agree_anew, leave
from plait.book.operations.taking_on import take_on as take_role_on
from plait.book.queries import load_portfolio, role_keyed
from plait.domain.errors import PlaitError
from plait.domain.portfolio import Portfolio
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.forms.take_on import TakeOnForm
from plait.web.pages.errors import refusal
from plait.web.pages.take_on import MOST, Asked, address, comparison
from plait.wording.words import words_for

_LONGEST = 2_000


@require_GET
def take_on(request: HttpRequest) -> HttpResponse:
    """Answer what the address asks; nothing is stored."""
    viewer = viewer_of(request)
    portfolio = load_portfolio(viewer=viewer, on=clock.today())
    asked = [_read(portfolio, told) for told in request.GET.getlist("v")[:MOST]]
    held = [one for one in asked if one is not None]
    if len(held) < len(asked):
        messages.warning(request, _("Something of it can no longer be asked about."))
    form = _form(request, portfolio)
    if form.is_bound and form.is_valid() and "move" in request.GET:
        told = [*(one.told for one in held), form.address()]
        return redirect(address(told[-MOST:]))
    is_asking = not held or any(name in request.GET for name in _ASKING)
    page = {
        "form": form,
        "is_asking": is_asking,
        "is_change": "edit" in request.GET,
        "others": [one.told for one in held],
        "compared": comparison(
            answer_context(portfolio, words_for(viewer.language)), held
        )
        if held
        else None,
        "cancel_url": address([one.told for one in held]) if held else reverse("hours"),
        "has_roles": form.has_roles,
    }
    return render(request, "hours/take_on.html", page)


_ASKING = ("move", "edit", "another")


@require_POST
def take_on_keep(request: HttpRequest) -> HttpResponse:
    """Put into the book exactly what was shown."""
    viewer = viewer_of(request)
    portfolio = load_portfolio(viewer=viewer, on=clock.today())
    told = request.POST.get("v", "")
    asked = _read(portfolio, told)
    if asked is None:
        messages.error(request, _("Something of it can no longer be asked about."))
        return redirect("take_on")
    try:
        role = _kept(viewer, portfolio, asked.variant)
    except PlaitError as error:
        messages.error(request, refusal(error))
        return redirect(address([told]))
    messages.success(request, _said(asked.variant) % {"role": role.name})
    return redirect("role", key=role.key)


def _form(request: HttpRequest, portfolio: Portfolio) -> TakeOnForm:
    """Return the form as it was sent, or as what is to be changed tells, or empty."""
    if "move" in request.GET:
        return TakeOnForm(portfolio, request.GET)
    if "edit" in request.GET:
        return TakeOnForm(portfolio, QueryDict(request.GET["edit"][:_LONGEST]))
    return TakeOnForm(portfolio)


def _read(portfolio: Portfolio, told: str) -> Asked | None:
    form = TakeOnForm(portfolio, QueryDict(told[:_LONGEST]))
    return Asked(form.variant(), told) if form.is_valid() else None


def _kept(viewer: Person, portfolio: Portfolio, variant: Variant) -> Role:
    if variant.role is None and variant.terms is not None:
        return take_role_on(
            viewer=viewer,
            name=variant.name,
            organisation=variant.organisation.name,
            kind=variant.kind,
            terms=variant.terms,
        )
    held = role_keyed(viewer=viewer, key=portfolio.roles[variant.role or 0].key)
    if variant.terms is None:
        return leave(viewer=viewer, role=held, on=variant.start)
    return agree_anew(viewer=viewer, role=held, terms=variant.terms, kind=variant.kind)


def _said(variant: Variant) -> str:
    """Return what was done, and how it is taken back."""
    if variant.role is None:
        return _(
            "%(role)s is in your book. To take it back, remove it under Change this role."
        )
    if variant.terms is None:
        return _(
            "%(role)s ends then. To take that back, clear its last day under Change this"
            " role."
        )
    return _(
        "The new terms of %(role)s are in your book. To take them back, remove them below."
    )
