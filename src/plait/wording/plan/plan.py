"""Which mix of hours would be better, in words: the sentence, changes, demands."""

from collections.abc import Iterator, Sequence
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

    def total(self, mix: Sequence[float]) -> float:
        """Return the hours a week that a mix really takes."""
        return sum(o.load * h for o, h in zip(self.options, mix, strict=True))

    def named(self, options: Sequence[int]) -> str:
        """Return the names of some options as a list in a sentence."""
        return self.words.listed([self.names[index] for index in options])


def changes_text(plan: PlanWords, mix: Sequence[float]) -> list[str]:
    """Return what a mix changes of the present one, the most hours first."""
    now = [option.present for option in plan.options]
    changed = [i for i in range(len(now)) if abs(mix[i] - now[i]) > NO_HOURS]
    changed.sort(key=lambda i: -abs(mix[i] - now[i]))
    return [_change(plan, i, mix[i]) for i in changed]


def _change(plan: PlanWords, index: int, after: float) -> str:
    words, _ = plan.words, plan.words.gettext
    before = plan.options[index].present
    name = plan.names[index]
    if after <= NO_HOURS:
        return _("no %(role)s") % {"role": name}
    if before <= NO_HOURS:
        return _("%(role)s as something new, with %(hours)s") % {
            "role": name,
            "hours": words.hours(after),
        }
    return _("%(role)s with %(hours)s instead of %(before)s") % {
        "role": name,
        "hours": words.hours(after),
        "before": words.number(before),
    }


def sentence(
    plan: PlanWords, best: Outcome, present: Outcome, breaks: Sequence[Demand]
) -> str:
    """Return the one sentence: which mix is better than the present one."""
    _ = plan.words.gettext
    changes = plan.words.listed(changes_text(plan, best.hours))
    if not changes:
        return _("Your present mix is as good as any found.")
    capacity = next((d for d in breaks if d.kind is DemandKind.CAPACITY), None)
    if capacity is not None:
        return _(
            "Your roles take %(now)s a week and there is room for %(most)s. A mix that fits:"
            " %(changes)s."
        ) % {
            "now": plan.words.hours(plan.total(present.hours)),
            "most": plan.words.number(capacity.figure),
            "changes": changes,
        }
    if breaks:
        return _(
            "Your present mix does not keep to this: %(wish)s. A mix that does:"
            " %(changes)s."
        ) % {"wish": demand_text(plan, breaks[0]), "changes": changes}
    return _("A better mix: %(changes)s.") % {"changes": changes}


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
    text = {
        DemandKind.MOST: _("%(names)s takes at most %(hours)s, and only in its steps"),
        DemandKind.LEAST: _("%(names)s stays, with at least %(hours)s"),
        DemandKind.APART: _("%(names)s rule each other out"),
        DemandKind.ROLES: _("no more than %(n)s roles at once"),
        DemandKind.LAW: _("the law allows %(hours)s a week"),
        DemandKind.TOGETHER_MOST: _("%(names)s take at most %(hours)s together"),
        DemandKind.TOGETHER_LEAST: _("%(names)s take at least %(hours)s together"),
        DemandKind.CAPACITY: _("you have %(hours)s a week"),
    }[demand.kind]
    return text % {
        "names": plan.named(demand.options),
        "hours": words.hours(demand.figure),
        "n": words.number(demand.figure, 0),
    }


def conflict_sentence(plan: PlanWords, conflict: Sequence[Demand]) -> str:
    """Return the one sentence where no mix meets every demand."""
    _ = plan.words.gettext
    if not conflict:
        return _("No mix was found before the search ended.")
    needed = sum(
        d.figure * plan.options[d.options[0]].load
        for d in conflict
        if d.kind is DemandKind.LEAST
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


def consents_text(
    plan: PlanWords, mix: Sequence[float], consent_of: Sequence[Sequence[str]]
) -> Iterator[str]:
    """Yield who has to agree first; `consent_of` are names by option."""
    _ = plan.words.gettext
    for index, names in enumerate(consent_of):
        option = plan.options[index]
        is_new = option.present <= NO_HOURS < mix[index]
        if names and is_new:
            yield _("%(role)s needs consent first, by the terms of %(names)s.") % {
                "role": plan.names[index],
                "names": plan.words.listed(list(names)),
            }
        elif option.needs_consent and is_new:
            yield _("%(role)s needs consent first.") % {"role": plan.names[index]}
