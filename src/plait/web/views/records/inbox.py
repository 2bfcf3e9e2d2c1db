"""What belongs to no role yet, and the word that says where it belongs."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from plait.accounts.models import Person
from plait.analysis.inbox.propose import propose
from plait.book.models import Role
from plait.book.operations.nameless import sort_nameless
from plait.book.operations.sorting import keep_rule, keep_rules, sort_once
from plait.book.queries import (
    confirmed_subjects,
    load_portfolio,
    roles,
    rules,
    samples_of_waiting,
    uses_of_rules,
)
from plait.domain.rules import RuleField
from plait.web import clock
from plait.web.access import or_404, role_chosen, viewer_of
from plait.web.forms.inbox import PlaceForm
from plait.web.pages.records import inbox as shown
from plait.wording.words import words_for

GROUPS_SHOWN = 25


@require_GET
def inbox(request: HttpRequest) -> HttpResponse:
    """Show what waits, each with a proposal, and the rules that were kept."""
    viewer = viewer_of(request)
    portfolio = load_portfolio(viewer=viewer, on=clock.today())
    words = words_for(viewer.language)
    proposals = propose(portfolio, confirmed_subjects(viewer=viewer))
    samples = samples_of_waiting(viewer=viewer)
    n = len(portfolio.waiting)
    groups = shown.groups_view(portfolio, proposals, samples, words)
    some = groups if "all" in request.GET else groups[:GROUPS_SHOWN]
    said = ngettext(
        "%(n)d thing waits for your word.", "%(n)d things wait for your word.", n
    )
    page = {
        "sentence": said % {"n": n},
        "groups": some,
        "n_more": n - len(some),
        "proposed": [group for group in some if group.proposed],
        "choices": roles(viewer=viewer),
        "rules": shown.rules_view(rules(viewer=viewer), uses_of_rules(viewer=viewer)),
    }
    return render(request, "records/inbox.html", page)


@require_POST
@or_404
def confirm(request: HttpRequest) -> HttpResponse:
    """Take the person's word for one subject, once or from now on."""
    viewer = viewer_of(request)
    form = PlaceForm({**request.GET.dict(), **request.POST.dict()})
    if not form.is_valid():
        messages.error(request, _("Choose the role it belongs to."))
        return redirect("inbox")
    told = form.cleaned_data
    if told["role"] == "new":
        return redirect(_role_form(form.field_told, told["value"]))
    role = role_chosen(viewer, told["role"])
    _place(viewer, form, role)
    said = _("%(what)s is now with %(role)s.")
    what = told["value"] or _("What came without a name")
    where = role.name if role else _("private")
    messages.success(request, said % {"what": what, "role": where})
    return redirect("inbox")


@require_POST
@or_404
def confirm_proposed(request: HttpRequest) -> HttpResponse:
    """Take every proposal that the person saw, as rules."""
    viewer = viewer_of(request)
    seen = [PlaceForm(QueryDict(text)) for text in request.POST.getlist("seen")]
    confirmed = [
        (
            form.field_told,
            form.cleaned_data["value"],
            role_chosen(viewer, form.cleaned_data["role"]),
        )
        for form in seen
        if form.is_valid() and not form.is_nameless
    ]
    keep_rules(viewer=viewer, confirmed=confirmed, now=clock.now())
    said = ngettext(
        "%(n)d proposal is kept.", "%(n)d proposals are kept.", len(confirmed)
    )
    messages.success(request, said % {"n": len(confirmed)})
    return redirect("inbox")


def _place(viewer: Person, form: PlaceForm, role: Role | None) -> None:
    field, value = form.field_told, form.cleaned_data["value"]
    if form.is_nameless:
        sort_nameless(viewer=viewer, field=field, role=role)
    elif form.cleaned_data["keep"]:
        keep_rule(viewer=viewer, field=field, value=value, role=role, now=clock.now())
    else:
        sort_once(viewer=viewer, field=field, value=value, role=role)


def _role_form(field: RuleField, value: str) -> str:
    """Return where a role is written down, with what is known of it filled in."""
    is_money = field in {RuleField.PAYER, RuleField.ACCOUNT, RuleField.CLIENT}
    told = urlencode({"organisation" if is_money else "name": value})
    return f"{reverse('role_new')}?{told}"
