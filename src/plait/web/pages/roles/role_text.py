"""What is said of a role: its heaviest finding, or simply what is so."""

from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.translation import gettext as _

from plait.analysis.hours.balance import RoleHours
from plait.answers.context import AnswerContext
from plait.answers.findings import missing
from plait.answers.findings.finding import Finding
from plait.answers.review import Review
from plait.domain.roles import Role, RoleKind
from plait.web.pages.findings import FindingView, shown
from plait.web.pages.roles import terms
from plait.web.pages.steps import OF_A_ROLE, Link

_KIND_UNSURE = "gap-kind-unsure"


@dataclass(frozen=True, slots=True)
class Said:
    """The sentence that heads the page, and the findings below it."""

    sentence: str
    findings: tuple[FindingView, ...]


def said_of(review: Review, index: int) -> Said:
    """Return what is to be said of the role."""
    context, found = review.context, _findings(review, index)
    key = context.role(index).key
    return Said(
        found[0].title if found else _sentence(context, index),
        tuple(_finding(f, key, is_said=f is found[0]) for f in found),
    )


def _findings(review: Review, index: int) -> list[Finding]:
    """Return what is found of this role alone, heaviest first.

    What is missing for several roles is told of all of them at once elsewhere; here
    it is told of this one.
    """
    context = review.context
    mine = tuple(
        replace(gap, roles=(index,)) for gap in context.missing if index in gap.roles
    )
    gaps = list(missing.findings(replace(context, missing=mine)))
    told = {gap.kind for gap in gaps}
    others = [finding for finding in review.findings if finding.kind not in told]
    found = [
        finding
        for finding in [*others, *gaps]
        if finding.role == context.role(index).key and finding.step.place in OF_A_ROLE
    ]
    return sorted(found, key=lambda finding: -finding.weight)


def _finding(finding: Finding, key: str, *, is_said: bool) -> FindingView:
    """Return a finding without its picture: the whole of it stands below.

    The title that the page is headed by gives way to its numbers, and a step that
    leads to this page to the form that settles it, if there is one.
    """
    card = replace(shown(finding), drift=None, spark=None, action=_action(finding, key))
    if not is_said:
        return card
    if not finding.sentence:
        return replace(card, sentence=finding.why, matters="")
    return replace(card, sentence=finding.sentence, matters=finding.why)


def _action(finding: Finding, key: str) -> Link | None:
    if finding.step.place == "agreement":
        return Link(finding.step.label, reverse("agreement", args=[key]))
    if finding.kind == _KIND_UNSURE:
        return Link(_("Say what kind it is"), reverse("role_change", args=[key]))
    return None


def _sentence(context: AnswerContext, index: int) -> str:
    """Return what is so of a role that nothing needs to be said of."""
    role = context.role(index)
    hours = next((h for h in context.balance.roles if h.role == index), None)
    if role.kind is RoleKind.OPPORTUNITY or hours is None:
        return _not_held(context, role)
    return _hours(context, hours)


def _not_held(context: AnswerContext, role: Role) -> str:
    last = terms.last_day(role.period)
    if last and last < context.portfolio.on:
        return _("Over since %(month)s.") % {"month": context.words.month(last)}
    if role.kind is RoleKind.OPPORTUNITY:
        return _("An opportunity: nothing is agreed yet.")
    return _("This role is yet to begin.")


def _hours(context: AnswerContext, hours: RoleHours) -> str:
    told = {
        "actual": context.words.number(hours.actual or 0.0),
        "agreed": context.words.number(hours.agreed or 0.0),
    }
    if hours.actual is None and hours.agreed is None:
        return _("Nothing is known of its hours yet.")
    if hours.actual is None:
        return _("%(agreed)s hours a week agreed, none known yet.") % told
    if hours.agreed is None:
        return _("%(actual)s hours a week, none agreed.") % told
    return _("%(actual)s hours a week, %(agreed)s agreed.") % told
