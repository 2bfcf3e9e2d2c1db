"""What the answer to a variant rests on."""

from plait.analysis.decisions.take_on.answer import TakeOn
from plait.analysis.decisions.take_on.present import Present
from plait.analysis.decisions.take_on.projected_hours import WEEKS_PROJECTED
from plait.analysis.hours.capacity.capacity import Basis
from plait.answers.context import AnswerContext
from plait.answers.findings.ahead import held_before
from plait.answers.findings.finding import Evidence
from plait.wording.hours.working_time import pack_text
from plait.wording.take_on.reasons import too_far_text


def evidence_of(context: AnswerContext, now: Present, found: TakeOn) -> Evidence:
    """Return the records, the method and the assumptions behind an answer."""
    _ = context.words.gettext
    return Evidence(
        data=_data(context),
        method=_(
            "The forecast of the weeks ahead, with what would be agreed added or taken"
            " off; a week is too full where that is more likely than not."
        ),
        assumptions=_assumptions(context, now),
        certainty=held_before(context) if found.weeks else too_far_text(context.words),
        source=source_text(context, now),
    )


def _data(context: AnswerContext) -> str:
    words = context.words
    if context.capacity.basis is not Basis.PAST:
        return words.gettext(
            "Agreements, leave and calendars; too few weeks of hours for more."
        )
    return words.ngettext(
        "%(n)d full week of hours, agreements, leave and calendars.",
        "%(n)d full weeks of hours, agreements, leave and calendars.",
        context.capacity.weeks_of_data,
    ) % {"n": context.capacity.weeks_of_data}


def _assumptions(context: AnswerContext, now: Present) -> str:
    _ = context.words.gettext
    text = _(
        "A new role takes what is agreed. A role that takes more than was agreed goes on"
        " doing so with fewer agreed hours, and with more of them those cover it first."
    )
    if now.pack is None:
        return text
    return f"{text} " + _(
        "For the law, %(n)d weeks are projected as agreed; hours without agreed days"
        " are spread evenly over Monday to Friday."
    ) % {"n": WEEKS_PROJECTED}


def source_text(context: AnswerContext, now: Present) -> str:
    """Return whose law was looked at, or that none was."""
    words, _ = context.words, context.words.gettext
    if now.pack is None:
        return _(
            "No working-time rules are known for your country, or your settings do not"
            " name one."
        )
    return _(
        "Working-time rules: %(name)s, as of %(day)s. This is information, not legal"
        " advice."
    ) % {"name": pack_text(now.pack, words), "day": words.day(now.pack.as_of)}
