"""The three figures on top of a review, in words."""

from plait.answers.context import AnswerContext
from plait.answers.hours.latest_weeks import latest_weeks
from plait.answers.income.last_year import payments_of_year
from plait.answers.overview.answer import KeyFigure
from plait.domain.roles import PayBasis
from plait.wording import review as wording
from plait.wording.income.payers import payers_text

_YEAR = 12
_NOTHING = "–"
_A_MONTH = {PayBasis.SALARY, PayBasis.MONTHLY}


def key_figures(context: AnswerContext) -> tuple[KeyFigure, ...]:
    """Return hours a week, income a month, and the largest payer."""
    return (_hours(context), _income(context), _payers(context))


def _hours(context: AnswerContext) -> KeyFigure:
    found, words, _ = context.balance, context.words, context.words.gettext
    title = _("Hours a week")
    if found.actual is None:
        agreed = [role for role in found.roles if role.agreed]
        if not agreed:
            note = _("No hours are known yet")
            return KeyFigure("hours", title, _NOTHING, "", note)
        return KeyFigure(
            name="hours",
            title=title,
            value=words.number(found.agreed),
            unit=wording.of_capacity_text(words, found.capacity),
            note=wording.agreed_without_hours_text(words, len(agreed)),
        )
    return KeyFigure(
        name="hours",
        title=title,
        value=words.number(found.actual),
        unit=wording.of_capacity_text(words, found.capacity),
        note=wording.agreed_text(
            words, found.agreed, n_roles=len(found.roles), n_weeks=found.n_weeks
        ),
        records=tuple(filter(None, (latest_weeks(context),))),
    )


def _income(context: AnswerContext) -> KeyFigure:
    income, words, _ = context.income, context.words, context.words.gettext
    year = income.known_total[-_YEAR:].tolist()
    if not any(year):
        return _agreed_pay(context)
    return KeyFigure(
        name="income",
        title=_("Income in a usual month"),
        value=words.money(context.artefacts.usual_month, income.currency),
        unit="",
        note=wording.range_text(words, year, income.currency),
        records=(payments_of_year(context.portfolio.on),),
    )


def _agreed_pay(context: AnswerContext) -> KeyFigure:
    """Return what the terms bring in a month, before anything came in.

    Pay by the month alone, in the home currency: of an hour or a day nobody knows how
    many there will be, and a rate would be an estimate on top.
    """
    words, _ = context.words, context.words.gettext
    portfolio, title = context.portfolio, context.words.gettext("Income a month")
    agreed = [role.agreement_on(portfolio.on) for _i, role in portfolio.roles_held()]
    home = portfolio.person.currency
    pay = sum(
        float(one.pay.number)
        for one in agreed
        if one and one.pay and one.pay_basis in _A_MONTH and one.pay.currency == home
    )
    came = _came_in(context)
    so_far = _("%(amount)s came in so far; one month is too short for a range") % {
        "amount": words.money(came, home)
    }
    if not pay:
        note = so_far if came else _("No income is known yet")
        return KeyFigure("income", title, _NOTHING, "", note)
    note = _("pay by the month, as agreed · %(so_far)s") % {
        "so_far": so_far if came else _("nothing has come in yet")
    }
    return KeyFigure("income", title, words.money(pay, home), "", note)


def _came_in(context: AnswerContext) -> float:
    """Return what came in for roles so far, in the home currency."""
    from plait.analysis.floats import in_home_currency
    from plait.domain.columns import NO_ROLE

    payments = context.portfolio.payments
    home = context.portfolio.person.currency
    amounts = in_home_currency(payments, home, context.rates)
    return float(amounts[(payments.role != NO_ROLE) & (amounts > 0)].sum())


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
        records=(payments_of_year(context.portfolio.on, payer=name),),
    )
