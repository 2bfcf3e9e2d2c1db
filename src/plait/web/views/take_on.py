"""Can I take this on: asked by a form, told in the address, kept when that is said."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from plait.accounts.models import Person
from plait.analysis.hours.takeon.variant import Variant
from plait.book.models import Role
from plait.book.operations.taking_on import agree_anew, leave
from plait.book.operations.taking_on import take_on as take_role_on
from plait.book.queries import portfolio, role_keyed
from plait.domain.portfolio import Portfolio
from plait.domain.trouble import PlaitError
from plait.review.subject import subject_of
from plait.review.words import words_for
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.forms.take_on import TakeOnForm
from plait.web.shown.take_on import MOST, Asked, address, comparison
from plait.web.shown.trouble import refusal

_LONGEST = 2_000


@require_GET
def take_on(request: HttpRequest) -> HttpResponse:
    """Answer what the address asks; nothing is stored."""
    viewer = viewer_of(request)
    picture = portfolio(viewer=viewer, on=clock.today())
    asked = [_read(picture, told) for told in request.GET.getlist("v")[:MOST]]
    held = [one for one in asked if one is not None]
    if len(held) < len(asked):
        messages.warning(request, _("Something of it can no longer be asked about."))
    form = _form(request, picture)
    if form.is_bound and form.is_valid() and "move" in request.GET:
        told = [*(one.told for one in held), form.address()]
        return redirect(address(told[-MOST:]))
    is_asking = not held or any(name in request.GET for name in _ASKING)
    page = {
        "form": form,
        "is_asking": is_asking,
        "is_change": "edit" in request.GET,
        "others": [one.told for one in held],
        "compared": comparison(subject_of(picture, words_for(viewer.language)), held)
        if held
        else None,
        "cancel_url": address([one.told for one in held]) if held else reverse("hours"),
        "has_roles": form.has_roles,
    }
    return render(request, "take_on.html", page)


_ASKING = ("move", "edit", "another")


@require_POST
def take_on_keep(request: HttpRequest) -> HttpResponse:
    """Put into the book exactly what was shown."""
    viewer = viewer_of(request)
    picture = portfolio(viewer=viewer, on=clock.today())
    told = request.POST.get("v", "")
    asked = _read(picture, told)
    if asked is None:
        messages.error(request, _("Something of it can no longer be asked about."))
        return redirect("take_on")
    try:
        role = _kept(viewer, picture, asked.variant)
    except PlaitError as error:
        messages.error(request, refusal(error))
        return redirect(address([told]))
    messages.success(request, _said(asked.variant) % {"role": role.name})
    return redirect("role", key=role.key)


def _form(request: HttpRequest, picture: Portfolio) -> TakeOnForm:
    """Return the form as it was sent, or as what is to be changed tells, or empty."""
    if "move" in request.GET:
        return TakeOnForm(picture, request.GET)
    if "edit" in request.GET:
        return TakeOnForm(picture, QueryDict(request.GET["edit"][:_LONGEST]))
    return TakeOnForm(picture)


def _read(picture: Portfolio, told: str) -> Asked | None:
    form = TakeOnForm(picture, QueryDict(told[:_LONGEST]))
    return Asked(form.variant(), told) if form.is_valid() else None


def _kept(viewer: Person, picture: Portfolio, variant: Variant) -> Role:
    if variant.role is None and variant.terms is not None:
        return take_role_on(
            viewer=viewer,
            name=variant.name,
            organisation=variant.organisation.name,
            kind=variant.kind,
            terms=variant.terms,
        )
    held = role_keyed(viewer=viewer, key=picture.roles[variant.role or 0].key)
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
