"""The rules that say where things belong: changed, or removed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from plait.accounts.models import Person
from plait.answers.records.rules import RulesAnswer, rules_answer
from plait.book.models import Rule
from plait.book.operations.sorting import EmptyRule, change_rule, drop_rule
from plait.book.queries import roles, rule_of
from plait.book.queries.rule_list import rule_list
from plait.web import clock
from plait.web.access import or_404, role_chosen, viewer_of
from plait.web.forms.inbox import RuleForm
from plait.web.pages.errors import refusal
from plait.web.pages.records.rules import forget_question, rules_view
from plait.wording.words import words_for

_LONGEST = 200


@require_GET
def rules(request: HttpRequest) -> HttpResponse:
    """List the rules, or those with the words that are looked for."""
    viewer = viewer_of(request)
    answer = _answer(viewer, request.GET.get("text", "").strip()[:_LONGEST])
    page = {"answer": answer, "rules": rules_view(answer.rules)}
    return render(request, "records/rules.html", page)


@require_http_methods(["GET", "POST"])
@or_404
def rule(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what a rule looks for, or where it leads."""
    viewer = viewer_of(request)
    saved = rule_of(viewer=viewer, pk=pk)
    first = {"value": saved.value, "role": saved.role.key if saved.role else "private"}
    moved = request.GET.get("moved", "")
    if moved:
        first["role"] = moved
    sent = request.POST if request.method == "POST" else None
    form = RuleForm(sent, initial=first, roles=roles(viewer=viewer))
    if form.is_valid() and _changed(viewer, saved, form):
        messages.success(request, _("The rule is changed, and all is sorted again."))
        return redirect("rules")
    page = {"form": form, "rule": saved, "cancel_url": reverse("rules")}
    page["is_asked"] = bool(moved)
    return render(request, "records/rule_form.html", page)


@require_http_methods(["GET", "POST"])
@or_404
def rule_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then remove a rule; what it had sorted waits again."""
    viewer = viewer_of(request)
    saved = rule_of(viewer=viewer, pk=pk)
    if request.method == "POST":
        drop_rule(viewer=viewer, rule=saved)
        messages.success(
            request, _("The rule is removed; what it sorted is back in the inbox.")
        )
        return redirect("rules")
    [line] = [one for one in _answer(viewer).rules if one.rule == saved.pk]
    return render(request, "confirm.html", forget_question(line))


def _answer(viewer: Person, search: str = "") -> RulesAnswer:
    listed = rule_list(viewer=viewer, search=search)
    return rules_answer(listed, words_for(viewer.language), search)


def _changed(viewer: Person, saved: Rule, form: RuleForm) -> bool:
    """Change a rule; False, with the reason beside its field, where it cannot be."""
    values = form.cleaned_data
    try:
        change_rule(
            viewer=viewer,
            rule=saved,
            value=values["value"],
            role=role_chosen(viewer, values["role"]),
            now=clock.now(),
        )
    except EmptyRule as error:
        form.add_error("value", refusal(error))
        return False
    return True
