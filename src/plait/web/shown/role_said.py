"""What is said of a role: its heaviest finding, or simply what is so."""

from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.translation import gettext as _

from plait.analysis.hours.balance import RoleHours
from plait.domain.roles import Role, RoleKind
from plait.review import missing
from plait.review.finding import Finding
from plait.review.review import Review
from plait.review.subject import Subject
from plait.web.shown import terms
from plait.web.shown.findings import FindingShown, shown
from plait.web.shown.steps import OF_A_ROLE, Link

_KIND_UNSURE = "gap-kind-unsure"


@dataclass(frozen=True, slots=True)
class Said:
    """The sentence that heads the page, and the findings below it."""

    sentence: str
    findings: tuple[FindingShown, ...]


def said_of(review: Review, index: int) -> Said:
    """Return what is to be said of the role."""
    subject, found = review.subject, _findings(review, index)
    key = subject.role(index).key
    return Said(
        found[0].title if found else _sentence(subject, index),
        tuple(_finding(f, key, is_said=f is found[0]) for f in found),
    )


def _findings(review: Review, index: int) -> list[Finding]:
    """Return what is found of this role alone, heaviest first.

    What is missing for several roles is told of all of them at once elsewhere; here
    it is told of this one.
    """
    subject = review.subject
    mine = tuple(
        replace(gap, roles=(index,)) for gap in subject.missing if index in gap.roles
    )
    gaps = list(missing.findings(replace(subject, missing=mine)))
    told = {gap.kind for gap in gaps}
    others = [finding for finding in review.findings if finding.kind not in told]
    found = [
        finding
        for finding in [*others, *gaps]
        if finding.role == subject.role(index).key and finding.step.place in OF_A_ROLE
    ]
    return sorted(found, key=lambda finding: -finding.weight)


def _finding(finding: Finding, key: str, *, is_said: bool) -> FindingShown:
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


def _sentence(subject: Subject, index: int) -> str:
    """Return what is so of a role that nothing needs to be said of."""
    role = subject.role(index)
    hours = next((h for h in subject.balance.roles if h.role == index), None)
    if role.kind is RoleKind.OPPORTUNITY or hours is None:
        return _not_held(subject, role)
    return _hours(subject, hours)


def _not_held(subject: Subject, role: Role) -> str:
    last = terms.last_day(role.period)
    if last and last < subject.portfolio.on:
        return _("Over since %(month)s.") % {"month": subject.words.month(last)}
    if role.kind is RoleKind.OPPORTUNITY:
        return _("An opportunity: nothing is agreed yet.")
    return _("This role is yet to begin.")


def _hours(subject: Subject, hours: RoleHours) -> str:
    told = {
        "actual": subject.words.number(hours.actual or 0.0),
        "agreed": subject.words.number(hours.agreed or 0.0),
    }
    if hours.actual is None and hours.agreed is None:
        return _("Nothing is known of its hours yet.")
    if hours.actual is None:
        return _("%(agreed)s hours a week agreed, none known yet.") % told
    if hours.agreed is None:
        return _("%(actual)s hours a week, none agreed.") % told
    return _("%(actual)s hours a week, %(agreed)s agreed.") % told
