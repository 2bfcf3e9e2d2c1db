"""The months of a mix in words."""

from plait.analysis.decisions.plan.offer.months import MonthsJudged
from plait.wording.plan.plan import PlanWords

_FEW = 0.05


def months_text(
    plan: PlanWords, months: MonthsJudged, floor: float, n_months: int
) -> str:
    """Return how weak the weakest month is, and how many are below the floor."""
    words, _ = plan.words, plan.words.gettext
    weakest = _("Weakest month: about %(weakest)s, in one of ten futures %(bad)s.") % {
        "weakest": plan.money(months.weakest),
        "bad": plan.money(months.weakest_bad),
    }
    if not floor:
        return weakest
    if months.n_short < _FEW:
        below = _("Hardly any month is below %(floor)s.") % {"floor": plan.money(floor)}
    else:
        below = _(
            "Months below %(floor)s: %(n)s of %(months)d on average; the chance of at"
            " least one is %(chance)s."
        ) % {
            "months": n_months,
            "n": words.number(months.n_short),
            "floor": plan.money(floor),
            "chance": words.percent(months.chance_any),
        }
    return f"{weakest} {below}"
