"""The findings of one role, below the sentence that the first of them makes."""

from dataclasses import replace

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from plait.answers.findings.finding import Finding
from plait.answers.roles.role import RoleAnswer
from plait.web.pages.findings import FindingView, finding_view
from plait.web.pages.records.records import record_links
from plait.web.pages.steps import Link, link_of
from plait.wording.words import words_for

_KIND_UNSURE = "gap-kind-unsure"


def findings_view(answer: RoleAnswer) -> tuple[FindingView, ...]:
    """Return the findings without their charts: the whole of them stands below."""
    first, key = answer.findings[:1], answer.summary.role
    return tuple(
        _finding(finding, key, heads_page=finding in first)
        for finding in answer.findings
    )


def _finding(finding: Finding, key: str, *, heads_page: bool) -> FindingView:
    """Return a finding; its numbers take the place of the title that heads the page.

    A step that leads to this page gives way to the form that answers it, if any, or to
    the records that it rests on.
    """
    card = replace(
        finding_view(finding), drift=None, spark=None, action=_action(finding, key)
    )
    if not heads_page:
        return card
    if not finding.sentence:
        return replace(card, sentence=finding.why, matters="")
    return replace(card, sentence=finding.sentence, matters=finding.why)


def _action(finding: Finding, key: str) -> Link | None:
    """Return the step, where it does not lead to this page; its records then."""
    if finding.step.place == "agreement":
        return Link(finding.step.label, reverse("agreement", args=[key]))
    if finding.kind == _KIND_UNSURE:
        return Link(_("Choose its kind"), reverse("role_change", args=[key]))
    if finding.step.place != "role":
        return link_of(finding.step)
    words = words_for(get_language() or "en")
    return next(iter(record_links(finding.evidence.records, words)), None)
