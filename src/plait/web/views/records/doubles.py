"""What looks like one record told twice: merged, or kept apart."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from plait.accounts.models import Person
from plait.answers.records.doubles import doubles_answer
from plait.book.operations.doubles import keep_apart, merge_doubles
from plait.book.queries.doubles import doubles as doubles_of
from plait.domain.doubles import Double
from plait.web.access import viewer_of
from plait.wording.words import words_for


@require_GET
def doubles(request: HttpRequest) -> HttpResponse:
    """List the pairs, both sides of each."""
    viewer = viewer_of(request)
    found = doubles_of(viewer=viewer)
    answer = doubles_answer(found, words_for(viewer.language))
    return render(request, "records/doubles.html", {"answer": answer})


@require_POST
def merge(request: HttpRequest) -> HttpResponse:
    """Merge the pairs that are named."""
    viewer = viewer_of(request)
    n = merge_doubles(viewer=viewer, found=_named(request, viewer))
    sentence = ngettext("%(n)d pair is merged.", "%(n)d pairs are merged.", n)
    messages.success(request, sentence % {"n": n})
    return redirect("doubles")


@require_POST
def apart(request: HttpRequest) -> HttpResponse:
    """Note that the pairs that are named are two records each."""
    viewer = viewer_of(request)
    for one in _named(request, viewer):
        keep_apart(viewer=viewer, kind=one.kind, first=one.one, second=one.into)
    messages.success(request, _("They stay apart."))
    return redirect("doubles")


def _named(request: HttpRequest, viewer: Person) -> list[Double]:
    """Return the pairs of the page that were ticked; others are not looked at."""
    ticked = set(request.POST.getlist("double"))
    found = doubles_of(viewer=viewer)
    return [one for one in found if f"{one.kind}-{one.one}-{one.into}" in ticked]
