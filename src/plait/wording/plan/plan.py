"""A plan in words: money, chances, demands, and what a mix brings beside the present."""

from collections.abc import Sequence
from dataclasses import dataclass

from plait.analysis.decisions.plan.demands import Demand, DemandKind
from plait.analysis.decisions.plan.options import NO_HOURS, Option, Weights
from plait.analysis.decisions.plan.outcome import Outcome
from plait.wording.words import Words

A_UNIT = 0.5
_ONE_IN_A_HUNDRED = 0.01
_A_TENTH = 0.1


@dataclass(frozen=True, eq=False, slots=True)
class PlanWords:
    """The words of one plan: its options with their names, its currency, its tail."""

    words: Words
    currency: str
    options: tuple[Option, ...]
    names: tuple[str, ...]
    weights: Weights

    @property
    def tail(self) -> str:
        """What counts as bad, to stand behind "in": the worst tenth of futures."""
        share = 1 - self.weights.level
        if abs(share - _A_TENTH) < NO_HOURS:
            return self.words.gettext("the worst tenth of futures")
        return self.words.gettext("the worst %(share)s of futures") % {
            "share": self.words.percent(share)
        }

    def money(self, amount: float) -> str:
        """Return an amount in whole units."""
        return self.words.money(amount, self.currency)

    def named(self, options: Sequence[int]) -> str:
        """Return the names of some options as a list in a sentence."""
        names = dict.fromkeys(self.names[index] for index in options)
        return self.words.listed(list(names))


def compared_text(plan: PlanWords, best: Outcome, present: Outcome) -> str:
    """Return what a mix brings beside the present one."""
    _ = plan.words.gettext
    more = best.income - present.income
    values = {
        "income": plan.money(best.income),
        "more": plan.money(abs(more)),
        "short": plan.money(best.short),
        "before": plan.money(present.short),
        "tail": plan.tail,
    }
    if more >= A_UNIT:
        brings = _("It brings %(income)s a month on average, %(more)s more than now.")
    elif more <= -A_UNIT:
        brings = _("It brings %(income)s a month on average, %(more)s less than now.")
    else:
        brings = _("It brings %(income)s a month on average, as much as now.")
    short = _("In %(tail)s a month is %(short)s short; now %(before)s.")
    return f"{brings % values} {short % values}"


def chance_text(plan: PlanWords, chance: float) -> str:
    """Return a chance; what was drawn rarely or never is no certainty."""
    words, _ = plan.words, plan.words.gettext
    if chance < _ONE_IN_A_HUNDRED:
        return _("less than %(share)s") % {"share": words.percent(_ONE_IN_A_HUNDRED)}
    return words.percent(chance)


def demand_text(plan: PlanWords, demand: Demand) -> str:
    """Return a demand, to stand in a list or behind a colon."""
    words, _ = plan.words, plan.words.gettext
    kind = DemandKind.LEAST if _is_held(plan, demand) else demand.kind
    text = {
        DemandKind.MOST: _("%(names)s takes at most %(hours)s, and only in its steps"),
        DemandKind.LEAST: _("%(names)s stays, with at least %(hours)s"),
        DemandKind.APART: _("%(names)s rule each other out"),
        DemandKind.ONCE: _("%(names)s is held once"),
        DemandKind.ROLES: _("no more than %(n)s roles at once"),
        DemandKind.LAW: _("the law allows %(hours)s a week"),
        DemandKind.TOGETHER_MOST: _("%(names)s take at most %(hours)s together"),
        DemandKind.TOGETHER_LEAST: _("%(names)s take at least %(hours)s together"),
        DemandKind.CAPACITY: _("you have %(hours)s a week"),
    }[kind]
    return text % {
        "names": plan.named(demand.options),
        "hours": words.hours(demand.figure),
        "n": words.number(demand.figure, 0),
    }


def _is_held(plan: PlanWords, demand: Demand) -> bool:
    """Return whether this is one role that has to be held, as it is or as agreed."""
    names = {plan.options[index].stream for index in demand.options}
    return demand.kind is DemandKind.TOGETHER_LEAST and len(names) == 1


def conflict_sentence(plan: PlanWords, conflict: Sequence[Demand]) -> str:
    """Return the one sentence where no mix meets every demand."""
    _ = plan.words.gettext
    if not conflict:
        return _("No mix was found before the search ended.")
    needed = sum(
        d.figure * min(plan.options[one].load for one in d.options)
        for d in conflict
        if d.kind is DemandKind.LEAST or _is_held(plan, d)
    )
    capacity = next((d for d in conflict if d.kind is DemandKind.CAPACITY), None)
    if capacity is not None and needed > capacity.figure:
        return _(
            "No mix meets all you ask: what has to stay takes %(needed)s a week, and"
            " you have %(most)s."
        ) % {
            "needed": plan.words.hours(needed),
            "most": plan.words.number(capacity.figure),
        }
    return _("No mix meets all you ask: %(n)d demands contradict each other.") % {
        "n": len(conflict)
    }


def give_up_text(words: Words, n_demands: int) -> str:
    """Return what can be done where demands contradict each other."""
    if n_demands:
        return words.gettext("Give up any one of these, and the others can be met.")
    return words.gettext("Try again with fewer options.")
