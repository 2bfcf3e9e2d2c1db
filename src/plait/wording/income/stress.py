"""What a stress test says: what stops, how long the money lasts, what was assumed."""

from datetime import date

from plait.analysis.income.stress import HORIZON, N_PATHS, Case, Outcome, StressResult
from plait.domain import quiet
from plait.domain.period import add_months, month_of
from plait.domain.scenarios import Kind, Scenario
from plait.reference.sick_pay import ContinuedPay
from plait.reference.stress import Recession
from plait.wording.words import Words

_LEAST_LOSS = 0.005  # below, it would be written as 0 %


def scenario_text(scenario: Scenario, words: Words, role: str = "") -> str:
    """Return what happens, within a sentence; `role` is the name of a role that ends."""
    _ = words.gettext
    text = {
        Kind.NOTHING: _("everything stays as it is"),
        Kind.ROLE: _("%(name)s ends"),
        Kind.PAYER: _("%(name)s stops paying"),
        Kind.SECTOR: _("all work in %(name)s stops"),
        Kind.SKILL: _("demand for %(name)s dries up"),
        Kind.CAUSE: _("%(name)s falls away"),
        Kind.HEALTH: _("you cannot work for three months"),
        Kind.RECESSION: _("a recession"),
        Kind.RATES: _("your rates fall by a fifth"),
        Kind.LATE: _("all invoices are paid sixty days late"),
        Kind.OWN: "%(name)s",
    }
    return text[scenario.kind] % {"name": role or _name(scenario)}


def _name(scenario: Scenario) -> str:
    """Return what stops by its name; sector and skill are written in roles as typed."""
    kind = {Kind.SECTOR: quiet.Kind.SECTOR, Kind.SKILL: quiet.Kind.SKILL}.get(
        scenario.kind
    )
    return quiet.hidden(kind, scenario.name) if kind else scenario.name


def scenario_title(scenario: Scenario, words: Words, role: str = "") -> str:
    """Return what happens, by itself; a name keeps the letters its person gave it."""
    text = scenario_text(scenario, words, role)
    name = role or _name(scenario)
    begins_with_name = bool(name) and text.startswith(name)
    return text if begins_with_name else text[:1].upper() + text[1:]


def runway_text(outcome: Outcome, words: Words) -> str:
    """Return how long money lasts: 9 months; more than 60 months; less than a month."""
    if outcome.months is None:
        return words.gettext("more than %(n)d months") % {"n": HORIZON}
    if not outcome.months:
        return words.gettext("less than a month")
    return words.ngettext("%(n)d month", "%(n)d months", outcome.months) % {
        "n": outcome.months
    }


def first_short(outcome: Outcome, on: date) -> date | None:
    """Return the first month that is short, looked at from a date; None where none is."""
    if outcome.months is None:
        return None
    return add_months(month_of(on), outcome.months + 1)


def one_in_ten_text(outcome: Outcome, words: Words, on: date) -> str:
    """Return when money runs out in the future that one in ten is worse than."""
    _ = words.gettext
    first = first_short(outcome, on)
    if first is None:
        return _("In nine of ten simulated futures your money lasts %(runway)s.") % {
            "runway": runway_text(outcome, words)
        }
    return _(
        "In one of ten simulated futures money runs out in %(month)s or earlier."
    ) % {"month": words.month(first)}


def median_text(outcome: Outcome, words: Words, on: date) -> str:
    """Return when money runs out in the middle one of all futures."""
    _ = words.gettext
    first = first_short(outcome, on)
    if first is None:
        return _("In at least half of the futures your money lasts %(runway)s.") % {
            "runway": runway_text(outcome, words)
        }
    return _("In half of the futures money runs out in %(month)s or earlier.") % {
        "month": words.month(first)
    }


def chances_text(words: Words, found: StressResult) -> str:
    """Return how likely money is to run out within a year, and within two."""
    return words.gettext(
        "The chance that it runs out is %(year)s within a year, %(two)s within two."
    ) % {
        "year": words.percent(found.within_year),
        "two": words.percent(found.within_two_years),
    }


def lost_text(words: Words, lost: float) -> str:
    """Return what a scenario takes in its worst month; late money is not lost."""
    if lost < _LEAST_LOSS:
        return words.gettext("no income lost")
    share = {"share": words.percent(lost)}
    return words.gettext("%(share)s less income in the worst month") % share


def risk_text(words: Words, what: str, bad: Outcome) -> str:
    """Return the scenario that leaves the fewest months, as a headline."""
    _ = words.gettext
    if bad.months is None:
        return _(
            "Whatever stops, your money lasts more than five years in nine of ten"
            " simulated futures."
        )
    return _(
        "Your biggest risk: %(what)s. In one of ten simulated futures your money would"
        " then last %(runway)s or less."
    ) % {"what": what, "runway": runway_text(bad, words)}


def basis_text(words: Words, case: Case) -> str:
    """Return the money that there is, that is needed and that comes in."""

    def money(amount: float) -> str:
        return words.money(amount, case.currency)

    return words.gettext(
        "Savings %(savings)s; a month costs at least %(floor)s. A weak month brings in"
        " %(weak)s, an average one %(mean)s."
    ) % {
        "savings": money(case.savings),
        "floor": money(case.floor),
        "weak": money(case.weak_month),
        "mean": money(case.mean_month),
    }


def method_text(words: Words) -> str:
    """Return what the futures are, and how lost money is counted."""
    return words.gettext(
        "%(n)d simulated futures, in which months vary as they did and the level moves"
        " as far as your past says. A weak month is one that four months in five"
        " exceed; the average is of the last twelve. Income stops after its notice;"
        " unpaid invoices come in when due, other invoices as late as usual. What you"
        " do not spend is saved, and nothing replaces what is lost."
    ) % {"n": N_PATHS}


def no_savings_text(words: Words) -> str:
    """Return that savings count as nothing, and where to enter them."""
    return words.gettext(
        "Your savings are not known and count as nothing. Enter them under “What you"
        " could fall back on”, or add --savings 9000."
    )


def tax_text(words: Words, set_aside: float | None) -> str:
    """Return how much of the income goes to tax and is not lived on."""
    _ = words.gettext
    if set_aside is None:
        return _(
            "Nothing is set aside for tax on income other than salaries: enter the"
            " share under “What you could fall back on”."
        )
    return _("%(share)s of all income but salaries is set aside for tax.") % {
        "share": words.percent(set_aside)
    }


def illness_text(words: Words, law: ContinuedPay | None) -> str:
    """Return what of a salary is counted on in illness."""
    _ = words.gettext
    if law is None:
        return _(
            "If you are ill no salary is counted: what your country’s law asks of an"
            " employer then is not known here."
        )
    return _(
        "If you are ill your salary goes on as your country’s law asks at least:"
        " %(what)s"
    ) % {"what": words.text_of(law, "says")}


def recession_text(words: Words, hard: Recession) -> str:
    """Return what is assumed of a recession, and from whom."""
    return words.gettext(
        "A recession: for %(months)d months roles are %(times)s times as likely to end,"
        " counted as the share you can expect to lose, and invoices come %(days)d days"
        " later. Sources: bls.gov (JOLTS, table 5), nber.org."
    ) % {
        "times": words.number(float(hard.times)),
        "months": hard.months,
        "days": hard.late_days,
    }
