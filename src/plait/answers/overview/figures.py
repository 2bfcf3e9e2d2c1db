"""The three figures on top of a review, in words."""

from plait.answers.context import AnswerContext
from plait.answers.overview.answer import KeyFigure
from plait.wording import review as wording
from plait.wording.income.payers import payers_text

_YEAR = 12
_NOTHING = "–"


def key_figures(context: AnswerContext) -> tuple[KeyFigure, ...]:
    """Return hours a week, income a month, and the largest payer."""
    return (_hours(context), _income(context), _payers(context))


def _hours(context: AnswerContext) -> KeyFigure:
    found, words, _ = context.balance, context.words, context.words.gettext
    title = _("Hours a week")
    if found.actual is None:
        note = wording.agreed_without_hours_text(words, found.agreed)
        return KeyFigure("hours", title, _NOTHING, "", note)
    return KeyFigure(
        name="hours",
        title=title,
        value=words.number(found.actual),
        unit=wording.of_capacity_text(words, found.capacity),
        note=wording.agreed_text(
            words, found.agreed, n_roles=len(found.roles), n_weeks=found.n_weeks
        ),
    )


def _income(context: AnswerContext) -> KeyFigure:
    income, words, _ = context.income, context.words, context.words.gettext
    year = income.known_total[-_YEAR:].tolist()
    if not any(year):
        note = _("No income is known yet")
        return KeyFigure("income", _("Income a month"), _NOTHING, "", note)
    return KeyFigure(
        name="income",
        title=_("Income in a usual month"),
        value=words.money(context.artefacts.usual_month, income.currency),
        unit="",
        note=wording.range_text(words, year, income.currency),
    )


def _payers(context: AnswerContext) -> KeyFigure:
    payers, words, _ = context.payers, context.words, context.words.gettext
    if payers.largest is None:
        note = _("No income is known yet")
        return KeyFigure("payers", _("Largest payer"), _NOTHING, "", note)
    name, share = payers.largest
    others = payers_text(words, len(payers.names), payers.effective)
    return KeyFigure(
        name="payers",
        title=_("From your largest payer"),
        value=words.percent(share),
        unit=_("of your income, after costs"),
        note=f"{name} · {others}",
    )
