"""Which mix of hours would be better, in words: the sentence, changes, what is wished."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plait.analysis.decisions.plan.demands import Demand, Kind
from plait.analysis.decisions.plan.options import NO_HOURS, Option
from plait.analysis.decisions.plan.outcome import Outcome
from plait.wording.words import Words

_A_UNIT = 0.5
_ONE_IN_A_HUNDRED = 0.01


@dataclass(frozen=True, eq=False, slots=True)
class Spoken:
    """The options of a plan with the names of their roles, and how to speak of money."""

    words: Words
    currency: str
    options: tuple[Option, ...]
    names: tuple[str, ...]

    def money(self, amount: float) -> str:
        """Return an amount in whole units."""
        return self.words.money(amount, self.currency)

    def takes(self, mix: Sequence[float]) -> float:
        """Return the hours a week that a mix really takes."""
        return sum(o.load * h for o, h in zip(self.options, mix, strict=True))

    def named(self, options: Sequence[int]) -> str:
        """Return the names of some options as a list in a sentence."""
        return self.words.listed([self.names[index] for index in options])


def changes_text(told: Spoken, mix: Sequence[float]) -> list[str]:
    """Return what a mix changes of the present one, the most hours first."""
    now = [option.present for option in told.options]
    places = [i for i in range(len(now)) if abs(mix[i] - now[i]) > NO_HOURS]
    places.sort(key=lambda i: -abs(mix[i] - now[i]))
    return [_change(told, i, mix[i]) for i in places]


def _change(told: Spoken, index: int, after: float) -> str:
    words, _ = told.words, told.words.gettext
    before = told.options[index].present
    name = told.names[index]
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
    told: Spoken, best: Outcome, present: Outcome, breaks: Sequence[Demand]
) -> str:
    """Return the one sentence: which mix is better than the present one."""
    _ = told.words.gettext
    changes = told.words.listed(changes_text(told, best.hours))
    if not changes:
        return _("Your present mix is as good as any found.")
    capacity = next((d for d in breaks if d.kind is Kind.CAPACITY), None)
    if capacity is not None:
        return _(
            "You give %(now)s a week and have %(most)s. A mix that fits: %(changes)s."
        ) % {
            "now": told.words.hours(told.takes(present.hours)),
            "most": told.words.number(capacity.figure),
            "changes": changes,
        }
    if breaks:
        return _(
            "Your present mix does not keep to this: %(wish)s. A mix that does: %(changes)s."
        ) % {"wish": demand_text(told, breaks[0]), "changes": changes}
    return _("A better mix: %(changes)s.") % {"changes": changes}


def compared_text(told: Spoken, best: Outcome, present: Outcome) -> str:
    """Return what a mix brings beside the present one."""
    _ = told.words.gettext
    more = best.income - present.income
    figures = {
        "income": told.money(best.income),
        "more": told.money(abs(more)),
        "short": told.money(best.short),
        "before": told.money(present.short),
    }
    if more >= _A_UNIT:
        brings = _("It brings %(income)s a month on average, %(more)s more than now.")
    elif more <= -_A_UNIT:
        brings = _("It brings %(income)s a month on average, %(more)s less than now.")
    else:
        brings = _("It brings %(income)s a month on average, as much as now.")
    lacks = _(
        "In the worst tenth of futures a month lacks %(short)s; now it is %(before)s."
    )
    return f"{brings % figures} {lacks % figures}"


def chance_text(told: Spoken, chance: float) -> str:
    """Return a chance; what was drawn rarely or never is no certainty."""
    words, _ = told.words, told.words.gettext
    if chance < _ONE_IN_A_HUNDRED:
        return _("less than %(share)s") % {"share": words.percent(_ONE_IN_A_HUNDRED)}
    return words.percent(chance)


def demand_text(told: Spoken, demand: Demand) -> str:
    """Return a wish or a limit, to stand in a list or behind a colon."""
    words, _ = told.words, told.words.gettext
    said = {
        Kind.MOST: _("%(names)s takes %(hours)s at most, and only its own amounts"),
        Kind.LEAST: _("%(names)s is kept, with %(hours)s at least"),
        Kind.APART: _("%(names)s rule each other out"),
        Kind.ROLES: _("no more than %(n)s roles at once"),
        Kind.LAW: _("the law allows %(hours)s a week"),
        Kind.TOGETHER_MOST: _("%(names)s take %(hours)s together at most"),
        Kind.TOGETHER_LEAST: _("%(names)s take %(hours)s together at least"),
        Kind.CAPACITY: _("you have %(hours)s a week to give"),
    }[demand.kind]
    return said % {
        "names": told.named(demand.options),
        "hours": words.hours(demand.figure),
        "n": words.number(demand.figure, 0),
    }


def conflict_sentence(told: Spoken, conflict: Sequence[Demand]) -> str:
    """Return the one sentence where no mix keeps every wish."""
    _ = told.words.gettext
    if not conflict:
        return _("No mix was found before the search ended.")
    needed = sum(
        d.figure * told.options[d.options[0]].load
        for d in conflict
        if d.kind is Kind.LEAST
    )
    capacity = next((d for d in conflict if d.kind is Kind.CAPACITY), None)
    if capacity is not None and needed > capacity.figure:
        return _(
            "No mix keeps all you ask: what has to stay takes %(needed)s a week, and you"
            " have %(most)s."
        ) % {
            "needed": told.words.hours(needed),
            "most": told.words.number(capacity.figure),
        }
    return _("No mix keeps all you ask: %(n)d wishes contradict each other.") % {
        "n": len(conflict)
    }


def consents_text(
    told: Spoken, mix: Sequence[float], asking: Sequence[Sequence[str]]
) -> Iterator[str]:
    """Yield who has to agree first; `asking` are names by option."""
    _ = told.words.gettext
    for index, names in enumerate(asking):
        is_new = told.options[index].present <= NO_HOURS < mix[index]
        if names and is_new:
            yield _("%(role)s needs a yes first, by the terms of %(names)s.") % {
                "role": told.names[index],
                "names": told.words.listed(list(names)),
            }
