"""What holds a plan back, and what one hour more would be worth, in words."""

from collections.abc import Iterator, Sequence

from plait.analysis.decisions.plan.constraints import Constraint, MoreHours
from plait.analysis.decisions.plan.demands import Demand, DemandKind
from plait.analysis.decisions.plan.options import NO_HOURS
from plait.wording.plan.plan import A_UNIT, PlanWords

_MOST_NAMED = 3


def holds_text(
    plan: PlanWords,
    constraints: Sequence[Constraint],
    more: Sequence[MoreHours],
    capacity: float,
) -> list[str]:
    """Return what holds a plan back, hours to give first, else the dearest first.

    Roles that can take only one amount are left out: an hour more or less of them is
    not to be had. Prices are by the person's own weights.
    """
    tight = [one for one in constraints if one.is_tight and one.price >= A_UNIT]
    lines = [
        *_with_more(plan, more, capacity),
        *(_constraint(plan, one) for one in tight if _can_ease(plan, one.demand)),
    ]
    return lines[:_MOST_NAMED] or [plan.words.gettext("Nothing: no limit is reached.")]


def _with_more(
    plan: PlanWords, more: Sequence[MoreHours], capacity: float
) -> Iterator[str]:
    """Yield what the fewest hours that help would change."""
    found = next((one for one in more if _helps(one)), None)
    if found is not None:
        words, _ = plan.words, plan.words.gettext
        yield _("Your %(most)s a week; with %(more)s more: %(gains)s.") % {
            "most": words.hours(capacity),
            "more": words.hours(found.hours),
            "gains": words.listed(list(_gains(plan, found))),
        }


def _helps(more: MoreHours) -> bool:
    """Return whether the hours change anything for the better, in plain money."""
    return more.income >= A_UNIT or more.short <= -A_UNIT


def _gains(plan: PlanWords, more: MoreHours) -> Iterator[str]:
    _ = plan.words.gettext
    if abs(more.income) >= A_UNIT:
        text = _("%(money)s more a month") if more.income > 0 else _("%(money)s less")
        yield text % {"money": plan.money(abs(more.income))}
    if abs(more.short) >= A_UNIT:
        text = (
            _("%(money)s more short in %(tail)s")
            if more.short > 0
            else _("%(money)s less short in %(tail)s")
        )
        yield text % {"money": plan.money(abs(more.short)), "tail": plan.tail}


def _can_ease(plan: PlanWords, demand: Demand) -> bool:
    if demand.kind in {
        DemandKind.LAW,
        DemandKind.TOGETHER_MOST,
        DemandKind.TOGETHER_LEAST,
    }:
        return True
    if demand.kind not in {DemandKind.MOST, DemandKind.LEAST}:
        return False  # hours to give are named by `_with_more`
    pieces = plan.options[demand.options[0]].pieces()
    held = pieces[pieces[:, 1] > NO_HOURS]
    return bool(len(held) > 1 or held[0, 0] < held[0, 1])


def _constraint(plan: PlanWords, one: Constraint) -> str:
    words, _ = plan.words, plan.words.gettext
    limit = {
        DemandKind.MOST: _("%(names)s takes no more than %(hours)s"),
        DemandKind.LEAST: _("%(names)s takes no fewer than %(hours)s"),
        DemandKind.LAW: _("The law's %(hours)s a week"),
        DemandKind.TOGETHER_MOST: _("%(names)s take at most %(hours)s together"),
        DemandKind.TOGETHER_LEAST: _("%(names)s take at least %(hours)s together"),
    }[one.demand.kind] % {
        "names": plan.named(one.demand.options),
        "hours": words.hours(one.demand.figure),
    }
    is_least = one.demand.kind in {DemandKind.LEAST, DemandKind.TOGETHER_LEAST}
    price = (
        _("%(limit)s: one fewer would be worth about %(worth)s a month, all weighed.")
        if is_least
        else _(
            "%(limit)s: one more would be worth about %(worth)s a month, all weighed."
        )
    )
    return price % {"limit": limit, "worth": plan.money(one.price)}
