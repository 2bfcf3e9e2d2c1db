"""The rules that say where things belong: changed, or forgotten."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plait.accounts.models import Person
from plait.book.models import Rule
from plait.book.operations.sorting import EmptyRule, drop_rule, keep_rule
from plait.book.queries import roles, rule_of, uses_of_rules
from plait.domain.rules import RuleField
from plait.web import clock
from plait.web.access import or_404, role_chosen, viewer_of
from plait.web.forms.inbox import RuleForm
from plait.web.pages.errors import refusal
from plait.web.pages.records import inbox as shown


@require_http_methods(["GET", "POST"])
@or_404
def rule(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what a rule looks for, or where it leads."""
    viewer = viewer_of(request)
    kept = rule_of(viewer=viewer, pk=pk)
    first = {"value": kept.value, "role": kept.role.key if kept.role else "private"}
    told = request.POST if request.method == "POST" else None
    form = RuleForm(told, initial=first, roles=roles(viewer=viewer))
    if form.is_valid() and _changed(viewer, kept, form):
        return redirect("inbox")
    page = {"form": form, "rule": kept, "cancel_url": reverse("inbox")}
    return render(request, "records/rule_form.html", page)


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


def _changed(viewer: Person, kept: Rule, form: RuleForm) -> bool:
    """Change a rule; False, with the reason beside its field, where it cannot be."""
    told = form.cleaned_data
    try:
        new = keep_rule(
            viewer=viewer,
            field=RuleField(kept.field),
            value=told["value"],
            role=role_chosen(viewer, told["role"]),
            now=clock.now(),
        )
    except EmptyRule as error:
        form.add_error("value", refusal(error))
        return False
    if new.pk != kept.pk:
        drop_rule(viewer=viewer, rule=kept)
    return True
