"""The one sentence above everything: what is so today."""

from plait.analysis.hours.balance import LEAST_HOURS, Verdict
from plait.review.income import LARGE_SHARE
from plait.review.subject import Subject


def headline(subject: Subject) -> str:
    """Return the sentence: at most two things, the heaviest first."""
    _ = subject.words.gettext
    if not subject.portfolio.roles:
        return _("Nothing here yet: begin with the files you have.")
    said = [part for part in (_hours(subject), _income(subject)) if part]
    if not said:
        return _("As far as the files tell, nothing needs you today.")
    if len(said) == 1:
        return _sentence(_("%(one)s.") % {"one": said[0]})
    return _sentence(_("%(one)s, and %(two)s.") % {"one": said[0], "two": said[1]})


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _hours(subject: Subject) -> str:
    words, _ = subject.words, subject.words.gettext
    free = subject.balance.free
    over = [r for r in subject.balance.roles if r.verdict is Verdict.OVER]
    if free is not None and free <= -LEAST_HOURS and subject.balance.actual:
        return words.ngettext(
            "You give %(hours)s hour a week more than you have",
            "You give %(hours)s hours a week more than you have",
            round(-free),
        ) % {"hours": words.number(-free)}
    if over:
        worst = max(over, key=lambda r: r.over)
        return _("%(role)s takes %(hours)s hours a week more than agreed") % {
            "role": subject.role(worst.role).name,
            "hours": words.number(worst.over),
        }
    if subject.balance.actual is None:
        return ""
    judged = [r for r in subject.balance.roles if r.verdict is Verdict.WITHIN]
    if free is not None and judged:
        return _(
            "Your roles keep to what was agreed and leave %(hours)s hours a week"
        ) % {"hours": words.number(max(free, 0.0))}
    return ""


def _income(subject: Subject) -> str:
    words, _ = subject.words, subject.words.gettext
    largest = subject.payers.largest
    if largest is None:
        return ""
    if largest[1] >= LARGE_SHARE:
        return _("one payer carries %(share)s of your income") % {
            "share": words.percent(largest[1])
        }
    return _("no payer carries more than %(share)s of your income") % {
        "share": words.percent(largest[1])
    }
