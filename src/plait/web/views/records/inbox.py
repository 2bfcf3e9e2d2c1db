"""What belongs to no role yet, and the choice of a role for it."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from plait.accounts.models import Person
from plait.answers.records.inbox import inbox_answer
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
from plait.web.forms.inbox import AssignForm
from plait.web.pages.records.inbox import groups_view, rules_view
from plait.wording.words import words_for

GROUPS_LISTED = 25


@require_GET
def inbox(request: HttpRequest) -> HttpResponse:
    """Show what waits, each with a proposal, and the saved rules."""
    viewer = viewer_of(request)
    portfolio = load_portfolio(viewer=viewer, on=clock.today())
    words = words_for(viewer.language)
    answer = inbox_answer(portfolio, words, confirmed_subjects(viewer=viewer))
    groups = groups_view(answer, samples_of_waiting(viewer=viewer), words)
    some = groups if "all" in request.GET else groups[:GROUPS_LISTED]
    page = {
        "sentence": answer.sentence,
        "groups": some,
        "n_more": len(groups) - len(some),
        "proposed": [group for group in some if group.proposed],
        "choices": roles(viewer=viewer),
        "rules": rules_view(rules(viewer=viewer), uses_of_rules(viewer=viewer)),
    }
    return render(request, "records/inbox.html", page)


@require_POST
@or_404
def confirm(request: HttpRequest) -> HttpResponse:
    """Assign one subject to a role, once or from now on."""
    viewer = viewer_of(request)
    form = AssignForm({**request.GET.dict(), **request.POST.dict()})
    if not form.is_valid():
        messages.error(request, _("Choose the role it belongs to."))
        return redirect("inbox")
    sent = form.cleaned_data
    if sent["role"] == "new":
        return redirect(_role_form(form.subject_field, sent["value"]))
    role = role_chosen(viewer, sent["role"])
    _assign(viewer, form, role)
    what = sent["value"] or _("What came without a name")
    sentence = _("%(what)s now belongs to %(role)s.")
    private = _("%(what)s is now private.")
    values = {"what": what, "role": role.name if role else ""}
    messages.success(request, (sentence if role else private) % values)
    return redirect("inbox")


@require_POST
@or_404
def confirm_proposed(request: HttpRequest) -> HttpResponse:
    """Save every proposal that the person saw as a rule."""
    viewer = viewer_of(request)
    seen = [AssignForm(QueryDict(text)) for text in request.POST.getlist("seen")]
    confirmed = [
        (
            form.subject_field,
            form.cleaned_data["value"],
            role_chosen(viewer, form.cleaned_data["role"]),
        )
        for form in seen
        if form.is_valid() and not form.is_nameless
    ]
    keep_rules(viewer=viewer, confirmed=confirmed, now=clock.now())
    sentence = ngettext(
        "%(n)d proposal is confirmed.", "%(n)d proposals are confirmed.", len(confirmed)
    )
    messages.success(request, sentence % {"n": len(confirmed)})
    return redirect("inbox")


def _assign(viewer: Person, form: AssignForm, role: Role | None) -> None:
    field, value = form.subject_field, form.cleaned_data["value"]
    if form.is_nameless:
        sort_nameless(viewer=viewer, group=form.group, role=role)
    elif form.cleaned_data["keep"]:
        keep_rule(viewer=viewer, field=field, value=value, role=role, now=clock.now())
    else:
        sort_once(viewer=viewer, field=field, value=value, role=role)


def _role_form(field: RuleField, value: str) -> str:
    """Return the form of a new role, with what is known of it filled in."""
    is_money = field in {RuleField.PAYER, RuleField.ACCOUNT, RuleField.CLIENT}
    known = urlencode({"organisation" if is_money else "name": value})
    return f"{reverse('role_new')}?{known}"
