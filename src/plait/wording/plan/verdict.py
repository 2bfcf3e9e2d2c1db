"""Which mix of hours would be better, in words, and what there is besides."""

from collections.abc import Sequence

from plait.analysis.decisions.plan.demands import Demand, DemandKind
from plait.analysis.decisions.plan.options import NO_HOURS
from plait.analysis.decisions.plan.outcome import Outcome
from plait.wording.plan.plan import A_UNIT, PlanWords, demand_text


def sentence(
    plan: PlanWords, changes: Sequence[str], present: Outcome, breaks: Sequence[Demand]
) -> str:
    """Return the one sentence: which mix is better than the present one."""
    _ = plan.words.gettext
    listed = plan.words.listed(list(changes))
    if not listed:
        return _("Nothing better was found than your present mix.")
    capacity = next((d for d in breaks if d.kind is DemandKind.CAPACITY), None)
    if capacity is not None:
        return _(
            "Your roles take %(now)s a week and there is room for %(most)s. A mix that fits:"
            " %(changes)s."
        ) % {
            "now": plan.words.hours(present.taken),
            "most": plan.words.number(capacity.figure),
            "changes": listed,
        }
    if breaks:
        return _(
            "Your present mix does not keep to this: %(wish)s. A mix that does:"
            " %(changes)s."
        ) % {"wish": demand_text(plan, breaks[0]), "changes": listed}
    return _("A better mix: %(changes)s.") % {"changes": listed}


def nothing_text(plan: PlanWords, n_others: int) -> str:
    """Return that nothing is better, and what the other plans are then."""
    _ = plan.words.gettext
    found = _(
        "No change that your terms, your hours and the law allow is worth %(step)s a"
        " month, all weighed."
    ) % {"step": plan.money(max(1.0, plan.weights.change))}
    if not n_others:
        return found
    return (
        f"{found} {_('The plans below are better in one thing and worse in another.')}"
    )


def step_text(plan: PlanWords, least_hours: float) -> str:
    """Return what is too small to be felt, and is no change."""
    _ = plan.words.gettext
    if plan.weights.change < A_UNIT:
        return _(
            "A change of less than %(hours)s a week in a role is too small to be felt"
            " and left out."
        ) % {"hours": plan.words.hours(least_hours)}
    return _(
        "A change of less than %(hours)s a week in a role, or one that is worth less"
        " than %(money)s a month, is too small to be felt and left out."
    ) % {
        "hours": plan.words.hours(least_hours),
        "money": plan.money(plan.weights.change),
    }


def agreed_text(plan: PlanWords, now: Outcome, then: Outcome) -> str:
    """Return what it would bring if all roles went back to the hours agreed."""
    _ = plan.words.gettext
    less = now.income - then.income
    values = {
        "hours": plan.words.hours(now.taken - then.taken),
        "money": plan.money(abs(less)),
    }
    if less >= A_UNIT:
        text = _(
            "Going back to the hours agreed, by itself, frees %(hours)s a week and costs"
            " %(money)s a month."
        )
    else:
        text = _(
            "Going back to the hours agreed, by itself, frees %(hours)s a week and costs"
            " no money."
        )
    return text % values


def without_text(
    plan: PlanWords, role: int, changes: Sequence[str], more: float | None
) -> str:
    """Return the best plan that leaves a role as it is, beside the best of all."""
    words, _ = plan.words, plan.words.gettext
    is_new = plan.options[role].present <= NO_HOURS
    if_not = (
        _("If %(role)s does not come about")
        if is_new
        else _("If %(role)s has to stay as it is")
    )
    values = {
        "if_not": if_not % {"role": plan.names[role]},
        "changes": words.listed(list(changes), most=4) or _("nothing else changes"),
        "money": plan.money(abs(more or 0.0)),
    }
    if more is None:
        text = _("%(if_not)s: no mix fits.")
    elif abs(more) < A_UNIT:
        text = _("%(if_not)s: %(changes)s; the same money.")
    elif more < 0:
        text = _("%(if_not)s: %(changes)s; %(money)s a month less than the best mix.")
    else:
        text = _("%(if_not)s: %(changes)s; %(money)s a month more than the best mix.")
    return text % values
