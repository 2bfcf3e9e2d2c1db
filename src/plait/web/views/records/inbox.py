"""What belongs to no role yet, and the choice of a role for it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from plait.accounts.models import Person
from plait.answers.records.inbox import InboxPage, inbox_answer
from plait.answers.roles.proposals import role_proposals_answer
from plait.book.operations.payments import NotOfThisKind
from plait.book.operations.sort_waiting import sort_all, sort_waiting
from plait.book.queries import NotThere, roles, samples_of_waiting
from plait.book.queries.inbox import inbox as inbox_of
from plait.book.queries.inbox import waiting_item
from plait.book.queries.role_evidence import role_evidence
from plait.book.queries.waiting import waiting, waiting_costs
from plait.domain.waiting import Waiting
from plait.web import clock
from plait.web.access import PRIVATE, or_404, role_chosen, viewer_of
from plait.web.forms.inbox import TRANSFER, SortForm
from plait.web.pages.errors import refusal
from plait.web.pages.records.inbox import inbox_url, inbox_view
from plait.wording.words import words_for

_DIGITS = 6


@require_GET
def inbox(request: HttpRequest) -> HttpResponse:
    """Show a page of what waits, each with a proposal."""
    viewer = viewer_of(request)
    words = words_for(viewer.language)
    item, number = request.GET.get("item", ""), request.GET.get("page", "1")
    is_out = "out" in request.GET
    held = inbox_of(viewer=viewer, on=clock.today(), is_out=is_out)
    wanted = int(number) if number.isdecimal() and len(number) < _DIGITS else 1
    answer = inbox_answer(
        *(held, words, clock.today()),
        page=InboxPage(wanted, item=item),
        is_out=is_out,
    )
    samples = samples_of_waiting(viewer=viewer, is_out=is_out)
    view = inbox_view(answer, samples, words, is_out=is_out)
    page = {
        **({} if is_out else {"n_waiting": answer.n_subjects}),
        "view": view,
        "choices": roles(viewer=viewer),
        "found": _found(viewer) if not is_out and answer.page == 1 else "",
        "chosen": {"item": item, "role": request.GET.get("role", "")},
    }
    return render(request, "records/inbox.html", page)


def _found(viewer: Person) -> str:
    """Return how many roles are proposed, "" if none."""
    evidence = role_evidence(viewer=viewer, on=clock.today())
    found = role_proposals_answer(evidence, words_for(viewer.language))
    is_new = any(not one.belongs_to for one in found.proposals)
    return found.sentence if is_new else ""


@require_POST
@or_404
def confirm(request: HttpRequest) -> HttpResponse:
    """Say where one thing belongs, once or from now on."""
    viewer = viewer_of(request)
    form = SortForm(request.POST)
    key = request.POST.get("item", "")[:16]
    if not form.is_valid():
        messages.error(request, _("Choose the role it belongs to."))
        return redirect(inbox_url(key))
    try:
        waits = waiting_item(viewer=viewer, on=clock.today(), key=key)
    except NotThere:
        messages.warning(request, _("This was sorted already."))
        return redirect("inbox")
    then = _after(viewer, waits)
    try:
        messages.success(request, _sorted(viewer, waits, form))
    except NotOfThisKind as error:
        messages.error(request, refusal(error))
        return redirect(inbox_url(key, is_out=waits.minor < 0))
    return redirect(then)


@require_POST
@or_404
def confirm_proposed(request: HttpRequest) -> HttpResponse:
    """Save every proposal that the person saw as a rule."""
    viewer = viewer_of(request)
    on = clock.today()
    waits = (*waiting(viewer=viewer, on=on), *waiting_costs(viewer=viewer, on=on))
    by_key = {one.key: one for one in waits}
    seen = [text.partition(" ") for text in request.POST.getlist("seen")]
    confirmed = [
        (by_key[key], role_chosen(viewer, role))
        for key, _space, role in seen
        if key in by_key
    ]
    n = sort_all(viewer=viewer, confirmed=confirmed, now=clock.now())
    sentence = ngettext(
        "%(n)d proposal is confirmed.", "%(n)d proposals are confirmed.", n
    )
    messages.success(request, sentence % {"n": n})
    return redirect(inbox_url(is_out="out" in request.POST))


def _sorted(viewer: Person, waits: Waiting, form: SortForm) -> str:
    """Sort a thing, and return the sentence that says so."""
    chosen = form.cleaned_data["role"]
    role = None if chosen == TRANSFER else role_chosen(viewer, chosen)
    to = form.sorting(role)
    sort_waiting(viewer=viewer, waits=waits, to=to, now=clock.now())
    what = waits.value or _("What came without a name")
    sentence = {
        TRANSFER: _("%(what)s is money between your own accounts."),
        PRIVATE: _("%(what)s is now private."),
    }.get(chosen, _("%(what)s now belongs to %(role)s."))
    return sentence % {"what": what, "role": role.name if role else ""}


def _after(viewer: Person, waits: Waiting) -> str:
    """Return the address of what comes next after a thing is sorted."""
    is_out = waits.minor < 0
    listed = (waiting_costs if is_out else waiting)(viewer=viewer, on=clock.today())
    keys = [one.key for one in listed]
    place = keys.index(waits.key) if waits.key in keys else 0
    rest = keys[place + 1 : place + 2] or keys[max(0, place - 1) : place]
    if not rest:
        return inbox_url(is_out=is_out)
    return inbox_url(rest[0], is_out=is_out)
