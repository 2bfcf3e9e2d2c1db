"""Roles: all of them, one of them, and writing them down."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from plait.accounts.models import Person
from plait.answers.context import answer_context
from plait.answers.records.rules import rules_answer
from plait.answers.review import findings_of
from plait.answers.roles.role import role_answer
from plait.answers.roles.roles import roles_answer
from plait.book.models import Role
from plait.book.operations.roles import (
    RoleInUse,
    add_role,
    change_role,
    refuse_in_use,
    remove_role,
)
from plait.book.queries import (
    NotThere,
    agreement_keys,
    load_portfolio,
    recent_entries,
    recent_payments,
    role_keyed,
    rules,
    upcoming_events,
)
from plait.book.queries.inbox import waiting_item
from plait.book.queries.rule_list import rule_list
from plait.book.record_rows import role_from
from plait.domain.rules import RuleField
from plait.web import clock
from plait.web.access import or_404, viewer_of
from plait.web.forms.roles import RoleForm, role_initial
from plait.web.pages.errors import refusal
from plait.web.pages.records.inbox import inbox_url
from plait.web.pages.records.rules import RuleView, rules_view
from plait.web.pages.roles.in_period import role_in_period_view
from plait.web.pages.roles.removals import role_question
from plait.web.pages.roles.role import Recent, role_view
from plait.web.pages.roles.roles import roles_view
from plait.web.periods import period_asked
from plait.wording.words import words_for

_RECENT = 8


@require_GET
def roles(request: HttpRequest) -> HttpResponse:
    """List the roles: what each takes and brings."""
    viewer = viewer_of(request)
    portfolio = load_portfolio(viewer=viewer, on=clock.today())
    context = answer_context(portfolio, words_for(viewer.language))
    page = roles_view(roles_answer(context))
    return render(request, "roles/roles.html", vars(page))


@require_GET
@or_404
def role(request: HttpRequest, key: str) -> HttpResponse:
    """Show one role: figures, terms, what lately came of it."""
    viewer = viewer_of(request)
    held = role_keyed(viewer=viewer, key=key)
    portfolio = load_portfolio(viewer=viewer, on=clock.today())
    recent = Recent(
        agreement_keys=agreement_keys(viewer=viewer, role=held),
        payments=recent_payments(viewer=viewer, role=held, n=_RECENT),
        entries=recent_entries(viewer=viewer, role=held, n=_RECENT),
        rules=_rules_of(viewer, held),
        events=upcoming_events(viewer=viewer, since=clock.now(), n=_RECENT, role=held),
    )
    words = words_for(viewer.language)
    context = answer_context(portfolio, words)
    chosen = period_asked(request)
    answer = role_answer(context, findings_of(context), held.key, chosen)
    page = role_view(answer, recent, words)
    in_period = role_in_period_view(context, held.key, chosen, request.GET)
    return render(request, "roles/role.html", vars(page) | {"in_period": in_period})


@require_http_methods(["GET", "POST"])
def role_new(request: HttpRequest) -> HttpResponse:
    """Write down a role; its terms come next."""
    viewer = viewer_of(request)
    sent = request.POST if request.method == "POST" else None
    item = request.GET.get("item", "")[:16]
    form = RoleForm(sent, initial=_known_of(viewer, item) if item else _named(request))
    if form.is_valid():
        held = add_role(viewer=viewer, role=form.role())
        if item:
            text = _("%(role)s is in your book. Confirm that this belongs to it.")
            messages.success(request, text % {"role": held.name})
            return redirect(inbox_url(item, role=held.key))
        text = _("%(role)s is in your book. What was agreed for it?")
        messages.success(request, text % {"role": held.name})
        return redirect("agreement", key=held.key)
    cancel_url = inbox_url(item) if item else reverse("roles")
    page = {"form": form, "is_new": True, "cancel_url": cancel_url}
    return render(request, "roles/role_form.html", page)


def _rules_of(viewer: Person, held: Role) -> list[RuleView]:
    listed = [one for one in rule_list(viewer=viewer) if one.role == held.key]
    return rules_view(rules_answer(listed, words_for(viewer.language)).rules)


def _named(request: HttpRequest) -> dict[str, object]:
    return {name: request.GET.get(name, "")[:200] for name in ("name", "organisation")}


def _known_of(viewer: Person, item: str) -> dict[str, object]:
    """Return what a thing of the inbox says of the role it may be for."""
    try:
        waits = waiting_item(viewer=viewer, on=clock.today(), key=item)
    except NotThere:
        return {}
    is_money = waits.field in {RuleField.PAYER, RuleField.ACCOUNT}
    named = "organisation" if is_money else "name"
    return {named: waits.value, "starts_on": waits.first_on}


@require_http_methods(["GET", "POST"])
@or_404
def role_change(request: HttpRequest, key: str) -> HttpResponse:
    """Change what is known of a role; its kind is settled by that."""
    viewer = viewer_of(request)
    held = role_keyed(viewer=viewer, key=key)
    known = role_from(held)
    sent = request.POST if request.method == "POST" else None
    form = RoleForm(sent, initial=role_initial(known))
    if form.is_valid():
        change_role(viewer=viewer, role=held, to=form.role(known))
        messages.success(request, _("Saved."))
        return redirect("role", key=held.key)
    page = {
        "form": form,
        "role_name": held.name,
        "cancel_url": reverse("role", args=[held.key]),
        "remove_url": reverse("role_remove", args=[held.key]),
        "tidy_url": reverse("role_tidy", args=[held.key]),
    }
    return render(request, "roles/role_form.html", page)


@require_http_methods(["GET", "POST"])
@or_404
def role_remove(request: HttpRequest, key: str) -> HttpResponse:
    """Ask, then remove a role; one that anything belongs to stays."""
    viewer = viewer_of(request)
    held = role_keyed(viewer=viewer, key=key)
    do = remove_role if request.method == "POST" else refuse_in_use
    try:
        do(viewer=viewer, role=held)
    except RoleInUse as error:
        messages.error(request, refusal(error))
        return redirect("role_change", key=held.key)
    if request.method == "POST":
        messages.success(request, _("%(role)s is removed.") % {"role": held.name})
        return redirect("roles")
    n_terms = len(agreement_keys(viewer=viewer, role=held))
    n_rules = rules(viewer=viewer, role=held).count()
    return render(request, "confirm.html", role_question(held, n_terms, n_rules))
