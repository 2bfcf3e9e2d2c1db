"""Changing all that is ticked in a list, or all of its selection."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from plait.accounts.models import Person
from plait.book.operations.many import (
    always_so,
    move_records,
    remove_records,
    set_kind_of,
)
from plait.book.queries import NotThere
from plait.domain.errors import PlaitError
from plait.domain.payment_kinds.kinds import PaymentKind
from plait.domain.selection import ChosenRecords
from plait.web import clock
from plait.web.access import or_404, role_chosen, viewer_of
from plait.web.forms.log import number_in
from plait.web.pages.errors import refusal
from plait.web.pages.records.records import records_url
from plait.web.returning import page_before
from plait.web.views.records.records import selection_or_404
from plait.wording.words import words_for


@require_POST
@or_404
def records_move(request: HttpRequest) -> HttpResponse:
    """Move what is ticked to a role, or make it private."""
    viewer = viewer_of(request)
    role = role_chosen(viewer, request.POST.get("role", ""))

    def move(chosen: ChosenRecords) -> str:
        n = move_records(viewer=viewer, chosen=chosen, role=role)
        where = role.name if role else _("Private, no role")
        return _counted(
            viewer,
            n,
            ngettext(
                "%(n)s record moved to %(role)s.", "%(n)s records moved to %(role)s.", n
            ),
            role=where,
        )

    return _changed(request, move)


@require_POST
@or_404
def records_kind(request: HttpRequest) -> HttpResponse:
    """Say what ticked payments are."""
    viewer = viewer_of(request)
    stated = request.POST.get("stated", "")
    if stated and stated not in [*PaymentKind]:
        raise Http404

    def state(chosen: ChosenRecords) -> str:
        kind = PaymentKind(stated) if stated else None
        n = set_kind_of(viewer=viewer, chosen=chosen, kind=kind)
        text = ngettext("%(n)s payment changed.", "%(n)s payments changed.", n)
        return _counted(viewer, n, text)

    return _changed(request, state)


@require_POST
@or_404
def records_rule(request: HttpRequest) -> HttpResponse:
    """Move what is ticked, and let it always be so for who and what it names."""
    viewer = viewer_of(request)
    role = role_chosen(viewer, request.POST.get("role", ""))
    words = words_for(viewer.language)

    def keep(chosen: ChosenRecords) -> str:
        _n, subjects = always_so(
            viewer=viewer, chosen=chosen, role=role, now=clock.now()
        )
        return _("From now on to %(role)s: %(names)s.") % {
            "role": role.name if role else _("Private, no role"),
            "names": words.listed([name for _field, name in subjects]),
        }

    return _changed(request, keep)


@require_POST
@or_404
def records_remove(request: HttpRequest) -> HttpResponse:
    """Remove what is ticked."""
    viewer = viewer_of(request)

    def remove(chosen: ChosenRecords) -> str:
        n = remove_records(viewer=viewer, chosen=chosen)
        text = ngettext("%(n)s record removed.", "%(n)s records removed.", n)
        return _counted(viewer, n, text)

    return _changed(request, remove)


def _changed(
    request: HttpRequest, change: Callable[[ChosenRecords], str]
) -> HttpResponse:
    """Make a change of what was chosen, say what came of it, and go back."""
    selection = selection_or_404(request.POST, viewer_of(request))
    keys = tuple(number_in(text) for text in request.POST.getlist("pk"))
    chosen = ChosenRecords(selection, keys, is_all="all" in request.POST)
    try:
        messages.success(request, change(chosen))
    except NotThere:
        raise
    except PlaitError as error:
        messages.error(request, refusal(error))
    return redirect(page_before(request, records_url(selection)))


def _counted(viewer: Person, n: int, text: str, **values: str) -> str:
    return text % {"n": words_for(viewer.language).number(n, 0), **values}
