"""What a stress test says: what stops, and how long one would last."""

from datetime import date

from plait.analysis.income.stress import HORIZON, Outcome
from plait.domain.period import add_months, month_of
from plait.domain.scenarios import Kind, Scenario
from plait.wording.words import Words


def scenario_text(scenario: Scenario, words: Words, role: str = "") -> str:
    """Return what happens in a scenario; `role` is the name of a role that ends."""
    _ = words.gettext
    told = {
        Kind.NOTHING: _("Nothing stops"),
        Kind.ROLE: _("%(name)s ends"),
        Kind.PAYER: _("%(name)s pays nothing any more"),
        Kind.SECTOR: _("All of %(name)s stops"),
        Kind.SKILL: _("Nobody asks for %(name)s any more"),
        Kind.CAUSE: _("%(name)s falls away"),
        Kind.HEALTH: _("You cannot work for three months"),
        Kind.RECESSION: _("A recession"),
        Kind.RATES: _("Your rates fall by a fifth"),
        Kind.LATE: _("All invoices are paid sixty days late"),
        Kind.OWN: "%(name)s",
    }
    return told[scenario.kind] % {"name": role or scenario.name}


def months_text(outcome: Outcome, words: Words) -> str:
    """Return how long one would last: 9 months; more than 60 months; not at all."""
    if outcome.months is None:
        return words.gettext("more than %(n)d months") % {"n": HORIZON}
    if not outcome.months:
        return words.gettext("not one month")
    return words.ngettext("%(n)d month", "%(n)d months", outcome.months) % {
        "n": outcome.months
    }


def first_short(outcome: Outcome, on: date) -> date | None:
    """Return the first month that is short, looked at from a date; None where none is."""
    if outcome.months is None:
        return None
    return add_months(month_of(on), outcome.months + 1)
