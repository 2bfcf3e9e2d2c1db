"""What belongs to no role yet, and the rules that say where things belong."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plait.accounts.models import Person
from plait.analysis.inbox.propose import propose
from plait.book.models import Role
from plait.book.operations.sorting import drop_rule, keep_rule, keep_rules, sort_once
from plait.book.queries import (
    confirmed_subjects,
    portfolio,
    role_keyed,
    roles,
    rule_of,
    rules,
    samples_of_waiting,
    uses_of_rules,
)
from plait.domain.rules import RuleField
from plait.review.words import words_for
from plait.web import clock
from plait.web.access import or_404, viewer_of
from plait.web.forms.inbox import PlaceForm, RuleForm
from plait.web.shown import inbox as shown

GROUPS_SHOWN = 25
PRIVATE = "private"


@require_GET
def inbox(request: HttpRequest) -> HttpResponse:
    """Show what waits, each with a proposal, and the rules that were kept."""
    viewer = viewer_of(request)
    picture = portfolio(viewer=viewer, on=clock.today())
    words = words_for(viewer.language)
    proposals = propose(picture, confirmed_subjects(viewer=viewer))
    samples = samples_of_waiting(viewer=viewer)
    n = len(picture.waiting)
    groups = shown.groups_shown(picture, proposals, samples, words)
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
        "rules": shown.rules_shown(rules(viewer=viewer), uses_of_rules(viewer=viewer)),
    }
    return render(request, "inbox.html", page)


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
        return redirect(f"{reverse('role_new')}?organisation={told['value']}")
    role = _role(viewer, told["role"])
    subject = {"field": RuleField(told["field"]), "value": told["value"], "role": role}
    if told["keep"]:
        keep_rule(viewer=viewer, **subject, now=clock.now())
    else:
        sort_once(viewer=viewer, **subject)
    where = role.name if role else _("private")
    said = _("%(what)s is now with %(role)s.")
    messages.success(request, said % {"what": told["value"], "role": where})
    return redirect("inbox")


@require_POST
@or_404
def confirm_proposed(request: HttpRequest) -> HttpResponse:
    """Take every proposal that the person saw, as rules."""
    viewer = viewer_of(request)
    seen = [PlaceForm(QueryDict(text)) for text in request.POST.getlist("seen")]
    confirmed = [
        (
            RuleField(form.cleaned_data["field"]),
            form.cleaned_data["value"],
            _role(viewer, form.cleaned_data["role"]),
        )
        for form in seen
        if form.is_valid()
    ]
    keep_rules(viewer=viewer, confirmed=confirmed, now=clock.now())
    said = ngettext(
        "%(n)d proposal is kept.", "%(n)d proposals are kept.", len(confirmed)
    )
    messages.success(request, said % {"n": len(confirmed)})
    return redirect("inbox")


@require_http_methods(["GET", "POST"])
@or_404
def rule(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what a rule looks for, or where it leads."""
    viewer = viewer_of(request)
    kept = rule_of(viewer=viewer, pk=pk)
    first = {"value": kept.value, "role": kept.role.key if kept.role else "private"}
    form = RuleForm(request.POST or None, initial=first, roles=roles(viewer=viewer))
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        role = _role(viewer, told["role"])
        field = RuleField(kept.field)
        new = keep_rule(
            viewer=viewer, field=field, value=told["value"], role=role, now=clock.now()
        )
        if new.pk != kept.pk:
            drop_rule(viewer=viewer, rule=kept)
        return redirect("inbox")
    page = {"form": form, "rule": kept, "cancel_url": reverse("inbox")}
    return render(request, "rule_form.html", page)


@require_http_methods(["GET", "POST"])
@or_404
def rule_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then forget a rule; what it had sorted waits again."""
    viewer = viewer_of(request)
    kept = rule_of(viewer=viewer, pk=pk)
    if request.method == "POST":
        drop_rule(viewer=viewer, rule=kept)
        messages.success(
            request, _("The rule is gone; what it sorted waits here again.")
        )
        return redirect("inbox")
    uses = uses_of_rules(viewer=viewer).get(kept.pk, 0)
    return render(request, "confirm.html", shown.forget_question(kept, uses))


def _role(viewer: Person, key: str) -> Role | None:
    """Return the role that was chosen, None for private."""
    return None if key == PRIVATE else role_keyed(viewer=viewer, key=key)
