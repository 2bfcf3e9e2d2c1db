"""What holds a plan back, and what one hour more would be worth, in words."""

from collections.abc import Sequence

from plait.analysis.income.plan.binds import Bind, WithMore
from plait.analysis.income.plan.demands import Demand, Kind
from plait.analysis.income.plan.options import NO_HOURS
from plait.review.plan_said import Spoken

_A_UNIT = 0.5
_MOST_SAID = 3


def holds_said(
    told: Spoken, binds: Sequence[Bind], more: Sequence[WithMore], capacity: float
) -> list[str]:
    """Return what holds a plan back, hours to give first, else the dearest first.

    Roles that can take only one amount are left out: an hour more or less of them is
    not to be had.
    """
    tight = [bind for bind in binds if bind.is_tight and bind.price >= _A_UNIT]
    said = [
        *_with_more(told, more, capacity),
        *(_bind(told, bind) for bind in tight if _can_ease(told, bind.demand)),
    ]
    return said[:_MOST_SAID] or [
        told.words.gettext("Nothing: there is room in every limit.")
    ]


def _with_more(told: Spoken, more: Sequence[WithMore], capacity: float) -> list[str]:
    """Return what the fewest hours that help would be worth, all chosen anew."""
    words = told.words
    found = next((one for one in more if one.worth >= _A_UNIT), None)
    if found is None:
        return []
    one_more = words.ngettext(
        "Your %(most)s a week: one more would be worth %(worth)s a month.",
        "Your %(most)s a week: %(n)s more would be worth %(worth)s a month.",
        1 if abs(found.hours - 1) <= NO_HOURS else 2,
    )
    return [
        one_more
        % {
            "most": words.hours(capacity),
            "n": words.number(found.hours),
            "worth": told.money(found.worth),
        }
    ]


def _can_ease(told: Spoken, demand: Demand) -> bool:
    if demand.kind in {Kind.LAW, Kind.TOGETHER_MOST, Kind.TOGETHER_LEAST}:
        return True
    if demand.kind not in {Kind.MOST, Kind.LEAST}:
        return False  # hours to give are told by `_with_more`
    pieces = told.options[demand.options[0]].pieces()
    held = pieces[pieces[:, 1] > NO_HOURS]
    return bool(len(held) > 1 or held[0, 0] < held[0, 1])


def _bind(told: Spoken, bind: Bind) -> str:
    words, _ = told.words, told.words.gettext
    said = {
        Kind.MOST: _(
            "%(names)s takes no more than %(hours)s: one more would be worth about"
            " %(worth)s a month."
        ),
        Kind.LEAST: _(
            "%(names)s takes no fewer than %(hours)s: one fewer would be worth about"
            " %(worth)s a month."
        ),
        Kind.LAW: _(
            "The law's %(hours)s a week: one more would be worth about %(worth)s a month."
        ),
        Kind.TOGETHER_MOST: _(
            "%(names)s take %(hours)s together at most: one more would be worth about"
            " %(worth)s a month."
        ),
        Kind.TOGETHER_LEAST: _(
            "%(names)s take %(hours)s together at least: one fewer would be worth about"
            " %(worth)s a month."
        ),
    }[bind.demand.kind]
    return said % {
        "names": told.named(bind.demand.options),
        "hours": words.hours(bind.demand.figure),
        "worth": told.money(bind.price),
    }
