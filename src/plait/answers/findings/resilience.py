"""Findings about falling back: no plan B, one cause under much, money that runs out."""

from collections.abc import Iterator

from plait.analysis.income.concentration import By, Grouped, grouped
from plait.analysis.income.fallbacks import Weak, weakest
from plait.analysis.income.stress import StressResult
from plait.analysis.series.known import whole_months
from plait.answers.context import AnswerContext
from plait.answers.findings import ranking, records
from plait.answers.findings.finding import Evidence, Finding, Step
from plait.answers.findings.kinds import Kind
from plait.answers.findings.numbers import numbers
from plait.answers.stress import biggest_risk
from plait.answers.stress.scenarios import scenario_title
from plait.wording.income.stress import first_short, runway_text

# A role that brings in less of the income needs no plan B.
LEAST_SHARE = 0.2
LARGE_CAUSE = 0.5
# With money for a year there is time to find something.
ENOUGH_MONTHS = 12
MONTHS_NEEDED = 3


def findings(context: AnswerContext) -> Iterator[Finding]:
    """Yield the weakest role, the cause under much of it, and what would run short."""
    portfolio = context.portfolio
    if whole_months(portfolio).n < MONTHS_NEEDED:
        return
    weak = weakest(portfolio, context.stress_case)
    if weak and weak.share >= LEAST_SHARE:
        yield _no_fallback(context, weak)
    by_cause = grouped(portfolio, context.rates, By.CAUSE)
    if _is_one_cause(context, by_cause):
        yield _one_cause(context, by_cause)
    # Without a floor the case counts with 0, and how long money lasts means nothing.
    worst = None if portfolio.person.floor is None else biggest_risk(context.stress)
    if (
        worst
        and worst.one_in_ten.months is not None
        and worst.one_in_ten.months < ENOUGH_MONTHS
    ):
        yield _money_runs_out(context, worst)


def _no_fallback(context: AnswerContext, weak: Weak) -> Finding:
    words, _ = context.words, context.words.gettext
    role = context.role(weak.role)
    values = {
        "role": role.name,
        "share": words.percent(weak.share),
        "chance": words.percent(weak.chance),
    }
    return Finding(
        kind=Kind.NO_FALLBACK,
        weight=ranking.weight(Kind.NO_FALLBACK, weak.at_stake),
        role=role.key,
        colour=role.colour,
        title=_no_fallback_title(context, weak) % values,
        sentence=_(
            "It brings in %(share)s of your income after costs and the tax you set"
            " aside. The chance that it ends within a year is about %(chance)s, shared"
            " causes not counted; of the roles without a plan B, most is at stake here."
        )
        % values,
        why=_(
            "A plan B made in time pays months sooner than one you have to look for."
        ),
        step=Step(_("Note your plan B"), "safety", role.key),
        numbers=numbers(
            share=weak.share,
            chance=weak.chance,
            at_stake=weak.at_stake,
        ),
        evidence=Evidence(
            data=_("Income of the last twelve whole months after costs; terms."),
            method=_("Its share of an average month times the chance that it ends."),
            assumptions=_(
                "Without an estimate of yours, a role ends as often as jobs in its"
                " sector do in the United States; a client may leave more often."
            ),
            certainty=_(
                "Such a rate is about many others: your own estimate counts for more."
            ),
            source=_("US Bureau of Labor Statistics, JOLTS."),
            records=records.payments(context, role.key),
        ),
    )


def _no_fallback_title(context: AnswerContext, weak: Weak) -> str:
    """Return the title, which says so where it is the largest income of all."""
    _ = context.words.gettext
    largest = max(context.stress_case.streams, key=lambda one: one.stream.monthly)
    if largest.role == weak.role:
        return _("You have no plan B for %(role)s, your largest income")
    return _("You have no plan B for %(role)s")


def _is_one_cause(context: AnswerContext, by_cause: Grouped) -> bool:
    """Return whether a cause that the person named is behind much of the income, over several roles."""
    largest = by_cause.of.largest
    named = {index for cause in context.portfolio.causes for index in cause.roles}
    if largest is None or largest[1] < LARGE_CAUSE:
        return False
    return len(by_cause.roles[0]) > 1 and bool(named & set(by_cause.roles[0]))


def _one_cause(context: AnswerContext, by_cause: Grouped) -> Finding:
    words, _ = context.words, context.words.gettext
    name, share = by_cause.of.largest or ("", 0.0)
    values = {
        "cause": name,
        "share": words.percent(share),
        "roles": context.names(by_cause.roles[0]),
        "payers": words.number(context.payers.effective),
        "effective": words.number(by_cause.of.effective),
    }
    return Finding(
        kind=Kind.ONE_CAUSE,
        weight=ranking.weight(Kind.ONE_CAUSE, share),
        title=_("%(share)s of your income depends on one cause") % values,
        sentence=_(
            "%(roles)s depend on %(cause)s. By payer, your income is spread as if"
            " about %(payers)s clients paid you equally; by cause, as if about"
            " %(effective)s did."
        )
        % values,
        why=_("Roles that depend on the same thing stop together."),
        step=Step(_("See how long your money lasts"), "safety"),
        numbers=numbers(
            cause=name,
            share=share,
            effective=by_cause.of.effective,
            herfindahl=by_cause.of.herfindahl,
        ),
        evidence=Evidence(
            data=_(
                "Income of the last twelve whole months, after costs and before tax,"
                " and the causes you named."
            ),
            method=_(
                "Payments from one payer count as one, and so do roles that depend on"
                " one cause; the number of equal clients is one divided by the sum of"
                " the squared shares."
            ),
            assumptions=_("If a cause fails, all income that depends on it is lost."),
            certainty=_(
                "This counts what was paid; nobody knows whether the cause will fail."
            ),
            records=records.payments(context),
        ),
    )


def _money_runs_out(context: AnswerContext, found: StressResult) -> Finding:
    words, _ = context.words, context.words.gettext
    case, months = context.stress_case, found.one_in_ten.months or 0
    first = first_short(found.one_in_ten, context.portfolio.on)
    values = {
        "what": scenario_title(context, found.scenario),
        "runway": runway_text(found.one_in_ten, words),
        "middle": runway_text(found.median, words),
        "first": words.month(first) if first else "",
        "short": words.money(found.one_in_ten.short_by, case.currency),
        "savings": words.money(case.savings, case.currency),
        "floor": words.money(case.floor, case.currency),
    }
    return Finding(
        kind=Kind.WOULD_LAST,
        weight=ranking.weight(Kind.WOULD_LAST, ENOUGH_MONTHS - months),
        title=_("%(what)s: your money may last only %(runway)s") % values,
        sentence=_(
            "In one of ten simulated futures money runs out in %(first)s or earlier: you"
            " would be %(short)s short that month. In the middle one it would last"
            " %(middle)s."
        )
        % values,
        why=_("Savings have to last until something new pays."),
        step=Step(_("See how long your money lasts"), "safety"),
        numbers=numbers(
            scenario=found.scenario.kind.value,
            months=found.one_in_ten.months,
            months_in_the_middle=found.median.months,
            short_by=found.one_in_ten.short_by,
            gap=found.one_in_ten.gap,
        ),
        evidence=Evidence(
            data=_(
                "Income of two years, terms, unpaid invoices, savings and the least a"
                " month costs."
            ),
            method=_(
                "Month by month from savings of %(savings)s, at %(floor)s a month:"
                " income stops after its notice and comes as late as usual, in simulated"
                " futures whose months vary as yours did."
            )
            % values,
            assumptions=_(
                "Money left over is saved, and nothing replaces what is lost; no"
                " benefits."
            ),
            certainty=_("Not a forecast: it shows what happens if it stopped now."),
            records=records.payments(context, months=24),
        ),
    )
