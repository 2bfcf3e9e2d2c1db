"""The one sentence above everything: what is so today."""

from collections.abc import Sequence

from plait.analysis.hours.balance import LEAST_HOURS, Verdict
from plait.review.finding import Finding
from plait.review.income import LARGE_SHARE
from plait.review.subject import Subject

# Findings below this weight ask for a look, not for a decision.
_LIGHT = 30


def headline(subject: Subject, findings: Sequence[Finding]) -> str:
    """Return the sentence: at most two things, the heaviest first."""
    _ = subject.words.gettext
    if not subject.portfolio.roles:
        return _without_roles(subject)
    said = [part for part in (_hours(subject), _income(subject)) if part]
    if not said:
        return _nothing_known(subject, findings)
    if len(said) == 1:
        return _sentence(_("%(one)s.") % {"one": said[0]})
    return _sentence(_("%(one)s, and %(two)s.") % {"one": said[0], "two": said[1]})


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _without_roles(subject: Subject) -> str:
    _ = subject.words.gettext
    picture = subject.portfolio
    if picture.waiting or len(picture.hours) or len(picture.payments):
        return _("Your files are in; the next step is to say which roles you hold.")
    return _("Nothing here yet: begin with the files you have.")


def _nothing_known(subject: Subject, findings: Sequence[Finding]) -> str:
    _ = subject.words.gettext
    if not len(subject.portfolio.hours) and not len(subject.portfolio.payments):
        return _("Your roles are here; your hours and your income are still missing.")
    if any(finding.weight >= _LIGHT for finding in findings):
        return _("Too little is known yet to say where you stand.")
    return _("As far as the files tell, nothing needs you today.")


def _hours(subject: Subject) -> str:
    words, _ = subject.words, subject.words.gettext
    found, free = subject.balance, subject.balance.free
    if len(subject.portfolio.hours) and found.is_too_short:
        return _("it is too early to judge your hours")
    if free is not None and free <= -LEAST_HOURS and found.actual is not None:
        return _("you give %(hours)s a week more than you have") % {
            "hours": words.hours(-free)
        }
    return _agreements(subject)


def _agreements(subject: Subject) -> str:
    """Return how the roles keep to what was agreed, "" where nothing can be said."""
    words, _ = subject.words, subject.words.gettext
    roles, free = subject.balance.roles, subject.balance.free
    over = [role for role in roles if role.verdict is Verdict.OVER]
    if over:
        worst = max(over, key=lambda role: role.over)
        return _("%(role)s takes %(hours)s a week more than was agreed") % {
            "role": subject.role(worst.role).name,
            "hours": words.hours(worst.over),
        }
    if not any(role.verdict in {Verdict.WITHIN, Verdict.UNDER} for role in roles):
        return ""
    if free is None:
        return _("your roles take no more than was agreed")
    if free < LEAST_HOURS:
        return _("your roles take no more than was agreed and fill your week")
    return _(
        "your roles take no more than was agreed and leave you %(hours)s a week"
    ) % {"hours": words.hours(free)}


def _income(subject: Subject) -> str:
    words, _ = subject.words, subject.words.gettext
    largest = subject.payers.largest
    if largest is None or subject.payers.is_too_short:
        return ""
    share = {"share": words.percent(largest[1])}
    if largest[1] >= LARGE_SHARE:
        return _("one payer carries %(share)s of your income") % share
    return _("no payer carries more than %(share)s of your income") % share
