"""What the review says of falling back: the weakest role, one cause, months one lasts."""

from collections.abc import Iterator
from decimal import Decimal

from plait.analysis.income.case_from_portfolio import case_of
from plait.analysis.income.concentration import By, Grouped, grouped
from plait.analysis.income.fallbacks import Weak, weakest
from plait.analysis.income.stress import Case, Stressed, stressed
from plait.analysis.income.stress.ready_scenarios import usual_scenarios
from plait.analysis.series.months import whole_months
from plait.answers.context import AnswerContext
from plait.answers.findings import ranking, records
from plait.answers.findings.finding import Evidence, Finding, Step
from plait.answers.findings.kinds import Kind
from plait.answers.findings.numbers import numbers
from plait.domain.scenarios import Kind as ScenarioKind
from plait.wording.stress import first_short, months_text, scenario_text

# A role that carries less of the income needs no fallback to be told of.
LEAST_SHARE = 0.2
LARGE_CAUSE = 0.5
# Whoever lasts a year has the time to find something.
ENOUGH_MONTHS = 12
MONTHS_NEEDED = 3
_LOSSES = (
    ScenarioKind.ROLE,
    ScenarioKind.PAYER,
    ScenarioKind.CAUSE,
    ScenarioKind.HEALTH,
)


def findings(context: AnswerContext) -> Iterator[Finding]:
    """Yield the weakest role, the cause under much of it, and what would run short."""
    portfolio = context.portfolio
    if whole_months(portfolio).n < MONTHS_NEEDED:
        return
    knows_floor = portfolio.person.floor is not None
    floor = None if knows_floor else Decimal(0)
    case = case_of(portfolio, context.income, context.rates, floor=floor)
    weak = weakest(portfolio, case)
    if weak and weak.share >= LEAST_SHARE:
        yield _no_fallback(context, weak)
    by_cause = grouped(portfolio, context.rates, By.CAUSE)
    if _is_one_cause(context, by_cause):
        yield _one_cause(context, by_cause)
    shortest = _shortest(case) if knows_floor else None
    if shortest:
        yield _would_last(context, case, shortest)


def _no_fallback(context: AnswerContext, weak: Weak) -> Finding:
    words, _ = context.words, context.words.gettext
    role = context.role(weak.role)
    shown = {
        "role": role.name,
        "share": words.percent(weak.share),
        "chance": words.percent(weak.chance),
    }
    return Finding(
        kind=Kind.NO_FALLBACK,
        weight=ranking.weight(Kind.NO_FALLBACK, weak.at_stake),
        role=role.key,
        colour=role.colour,
        title=_("Nothing would replace %(role)s yet") % shown,
        sentence=_(
            "It brings %(share)s of your income, and ends within a year with a chance"
            " of about %(chance)s; of the roles without a fallback most is at stake"
            " here."
        )
        % shown,
        why=_("A fallback thought of in time is months shorter than one looked for."),
        step=Step(_("Say what would replace it"), "safety", role.key),
        numbers=numbers(
            share=weak.share,
            chance=weak.chance,
            at_stake=weak.at_stake,
        ),
        evidence=Evidence(
            data=_("Income of the last twelve whole months, net of costs; terms."),
            method=_("The share of a mean month times the chance of ending in a year."),
            assumptions=_(
                "Where you have said nothing of it, a role ends as often as jobs of"
                " its sector do in the United States; a client may end more often."
            ),
            certainty=_(
                "Such a rate is of many others: your own word, told as a belief, counts"
                " for more."
            ),
            source=_("US Bureau of Labor Statistics, JOLTS."),
            records=records.payments(context, role.key),
        ),
    )


def _is_one_cause(context: AnswerContext, by_cause: Grouped) -> bool:
    """Return whether a cause that the person named carries much, over several roles."""
    largest = by_cause.of.largest
    named = {index for cause in context.portfolio.causes for index in cause.roles}
    if largest is None or largest[1] < LARGE_CAUSE:
        return False
    return len(by_cause.roles[0]) > 1 and bool(named & set(by_cause.roles[0]))


def _one_cause(context: AnswerContext, by_cause: Grouped) -> Finding:
    words, _ = context.words, context.words.gettext
    name, share = by_cause.of.largest or ("", 0.0)
    shown = {
        "cause": name,
        "share": words.percent(share),
        "roles": context.names(by_cause.roles[0]),
        "payers": words.number(context.payers.effective),
        "effective": words.number(by_cause.of.effective),
    }
    return Finding(
        kind=Kind.ONE_CAUSE,
        weight=ranking.weight(Kind.ONE_CAUSE, share),
        title=_("%(share)s of your income hangs on one cause") % shown,
        sentence=_(
            "%(roles)s hang together on %(cause)s. By payer your income is as if"
            " %(payers)s equal ones paid it, by what it hangs on as if %(effective)s"
            " did."
        )
        % shown,
        why=_("What hangs together falls together."),
        step=Step(_("See what you would last"), "safety"),
        numbers=numbers(
            cause=name,
            share=share,
            effective=by_cause.of.effective,
            herfindahl=by_cause.of.herfindahl,
        ),
        evidence=Evidence(
            data=_(
                "Income of the last twelve whole months, net of costs and before tax,"
                " and the causes you named."
            ),
            method=_(
                "Payments of one payer, and roles that hang on one cause, count as one,"
                " and on through both; the number of equals is one divided by the sum"
                " of the squared shares."
            ),
            assumptions=_("What hangs on a cause is lost with it whole."),
            certainty=_("A count of what was paid; whether it falls, nobody knows."),
            records=records.payments(context),
        ),
    )


def _shortest(case: Case) -> Stressed | None:
    """Return the loss that leaves the fewest months, None where all leave a year."""
    losses = [one for one in usual_scenarios(case) if one.kind in _LOSSES]
    short = [
        one
        for one in stressed(case, losses)
        if one.weak.months is not None and one.weak.months < ENOUGH_MONTHS
    ]
    return min(short, key=lambda one: one.weak.months or 0, default=None)


def _would_last(context: AnswerContext, case: Case, found: Stressed) -> Finding:
    words, _ = context.words, context.words.gettext
    months = found.weak.months or 0
    first = first_short(found.weak, context.portfolio.on)
    name = context.role(found.roles[0]).name if found.roles else ""
    is_role = found.scenario.kind is ScenarioKind.ROLE
    shown = {
        "what": scenario_text(found.scenario, words, name if is_role else ""),
        "months": months_text(found.weak, words),
        "mean": months_text(found.mean, words),
        "first": words.month(first) if first else "",
        "short": words.money(found.weak.short_by, case.currency),
        "savings": words.money(case.savings, case.currency),
        "floor": words.money(case.floor, case.currency),
    }
    return Finding(
        kind=Kind.WOULD_LAST,
        weight=ranking.weight(Kind.WOULD_LAST, ENOUGH_MONTHS - months),
        title=_("%(what)s: you would last %(months)s") % shown,
        sentence=_(
            "In weak months %(first)s would be the first that is short, by %(short)s;"
            " in mean ones you would last %(mean)s."
        )
        % shown,
        why=_("Savings bridge the months until something new pays."),
        step=Step(_("See what you would last"), "safety"),
        numbers=numbers(
            scenario=found.scenario.kind.value,
            months=found.weak.months,
            months_of_mean_ones=found.mean.months,
            short_by=found.weak.short_by,
            gap=found.weak.gap,
        ),
        evidence=Evidence(
            data=_("Income of two years, terms, unpaid invoices, savings and floor."),
            method=_(
                "Month by month from savings of %(savings)s at %(floor)s a month: lost"
                " after notice, money as late as usual; judged on a month that one of"
                " five falls below."
            )
            % shown,
            assumptions=_(
                "What is left over the floor is saved, and nothing replaces what is"
                " lost; no benefits."
            ),
            certainty=_("No forecast: what would be if it happened now."),
            records=records.payments(context, months=24),
        ),
    )
