"""The one sentence above everything: what is so today."""

from collections.abc import Sequence

from plait.analysis.hours.balance import LEAST_HOURS, Verdict
from plait.answers.context import AnswerContext
from plait.answers.findings.finding import Finding
from plait.answers.findings.income import LARGE_SHARE
from plait.wording import review as wording

# Findings below this weight ask for a look, not for a decision.
_LIGHT = 30


def headline(context: AnswerContext, findings: Sequence[Finding]) -> str:
    """Return the sentence: at most two things, the heaviest first."""
    _ = context.words.gettext
    if not context.portfolio.roles:
        return _without_roles(context)
    parts = [part for part in (_hours(context), _income(context)) if part]
    if not parts:
        return _nothing_known(context, findings)
    if len(parts) == 1:
        return _sentence(_("%(one)s.") % {"one": parts[0]})
    return _sentence(_("%(one)s, and %(two)s.") % {"one": parts[0], "two": parts[1]})


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _without_roles(context: AnswerContext) -> str:
    _ = context.words.gettext
    portfolio = context.portfolio
    if portfolio.waiting or len(portfolio.hours) or len(portfolio.payments):
        return _("Your files are in. Next, add the roles you hold.")
    return _("Nothing here yet. Start with the files you have.")


def _nothing_known(context: AnswerContext, findings: Sequence[Finding]) -> str:
    _ = context.words.gettext
    if not len(context.portfolio.hours) and not len(context.portfolio.payments):
        return _("Your roles are here. Your hours and your income are still missing.")
    if any(finding.weight >= _LIGHT for finding in findings):
        return _("Too little is known yet to say where you stand.")
    return _("As far as your records show, nothing needs you today.")


def _hours(context: AnswerContext) -> str:
    words, _ = context.words, context.words.gettext
    found, free = context.balance, context.balance.free
    if found.actual is None and found.agreed and free is not None:
        return wording.agreed_alone_text(words, free)
    if len(context.portfolio.hours) and found.is_too_short:
        return _("it is too early to judge your hours")
    if free is not None and free <= -LEAST_HOURS and found.actual is not None:
        return _("you work %(hours)s a week more than you have room for") % {
            "hours": words.hours(-free)
        }
    return _agreements(context)


def _agreements(context: AnswerContext) -> str:
    """Return how the roles keep to what was agreed, "" where nothing can be said."""
    words, _ = context.words, context.words.gettext
    roles, free = context.balance.roles, context.balance.free
    over = [role for role in roles if role.verdict is Verdict.OVER]
    if over:
        worst = max(over, key=lambda role: role.over)
        return _("%(role)s takes %(hours)s a week more than was agreed") % {
            "role": context.role(worst.role).name,
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


def _income(context: AnswerContext) -> str:
    words, _ = context.words, context.words.gettext
    largest = context.payers.largest
    if largest is None or context.payers.is_too_short:
        return ""
    share = {"share": words.percent(largest[1])}
    if largest[1] >= LARGE_SHARE:
        return _("one payer accounts for %(share)s of your income") % share
    return _("no one pays more than %(share)s of your income") % share
