"""Rules as rows, and the question before one is removed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plait.answers.records.rules import RuleLine
from plait.domain.rules import RuleField
from plait.domain.selection import RecordKind, Selection
from plait.web.pages.records.records import records_url


@dataclass(frozen=True)
class RuleView:
    """A rule as the list shows it."""

    line: RuleLine
    text: str
    role: str
    colour: int
    uses: str
    uses_url: str
    edit_url: str
    remove_url: str


_KINDS = {
    RuleField.PROJECT: RecordKind.TIME,
    RuleField.CLIENT: RecordKind.TIME,
    RuleField.TITLE: RecordKind.EVENTS,
    RuleField.CALENDAR: RecordKind.EVENTS,
}


def rules_view(lines: Iterable[RuleLine]) -> list[RuleView]:
    """Return the rules with the addresses of their lists and pages."""
    return [_rule(line) for line in lines]


def _rule(line: RuleLine) -> RuleView:
    return RuleView(
        line=line,
        text=line.text,
        role=line.role_name,
        colour=line.colour,
        uses=line.used,
        uses_url=_uses_url(line) if line.n_records else "",
        edit_url=reverse("rule", args=[line.rule]),
        remove_url=reverse("rule_remove", args=[line.rule]),
    )


def rule_question(rule: int, role: str) -> str:
    """Return the page that asks whether a rule should lead to that role as well."""
    return f"{reverse('rule', args=[rule])}?{urlencode({'moved': role})}"


def _uses_url(line: RuleLine) -> str:
    """Return the list of what a rule has sorted."""
    kind = _KINDS.get(line.field, RecordKind.PAYMENTS)
    return records_url(Selection(kind, rule=line.rule))


def forget_question(line: RuleLine) -> dict[str, Any]:
    """Return what the page asks before a rule is removed."""
    waits = ngettext(
        "%(n)d record returns to the inbox.",
        "%(n)d records return to the inbox.",
        line.n_records,
    )
    return {
        "title": _("Remove a rule"),
        "question": _("Remove this rule for %(role)s: %(what)s?")
        % {"role": line.role_name, "what": line.text},
        "consequences": [waits % {"n": line.n_records}],
        "button": _("Remove the rule"),
        "cancel_url": reverse("rules"),
        "is_harmful": True,
    }
