"""What holds a plan back, and what one hour more would be worth, in words."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plait.analysis.decisions.plan.constraints import Bind
from plait.analysis.decisions.plan.demands import Demand, Kind
from plait.analysis.decisions.plan.options import NO_HOURS
from plait.wording.plan import Spoken

_A_UNIT = 0.5
_MOST_SAID = 3


class More(NamedTuple):
    """What so many more hours to give would change, all chosen anew, a month.

    `income` is the mean, `lacks` what is lacking in the worst tenth of futures.
    """

    hours: float
    income: float
    lacks: float

    @property
    def helps(self) -> bool:
        """Whether it changes anything for the better."""
        return self.income >= _A_UNIT or self.lacks <= -_A_UNIT


def holds_text(
    told: Spoken,
    binds: Sequence[Bind],
    more: Sequence[More],
    capacity: float,
    *,
    is_priced: bool,
) -> list[str]:
    """Return what holds a plan back, hours to give first, else the dearest first.

    Roles that can take only one amount are left out: an hour more or less of them is
    not to be had. Prices are by the weights of the plan, so they are told only where
    those are the person's own.
    """
    tight = [bind for bind in binds if bind.is_tight and bind.price >= _A_UNIT]
    said = [
        *_with_more(told, more, capacity),
        *(
            _bind(told, bind, is_priced=is_priced)
            for bind in tight
            if _can_ease(told, bind.demand)
        ),
    ]
    return said[:_MOST_SAID] or [
        told.words.gettext("Nothing: there is room in every limit.")
    ]


def _with_more(told: Spoken, more: Sequence[More], capacity: float) -> list[str]:
    """Return what the fewest hours that help would change."""
    found = next((one for one in more if one.helps), None)
    if found is None:
        return []
    words, _ = told.words, told.words.gettext
    return [
        _("Your %(most)s a week; with %(more)s more: %(gains)s.")
        % {
            "most": words.hours(capacity),
            "more": words.hours(found.hours),
            "gains": words.listed(list(_gains(told, found))),
        }
    ]


def _gains(told: Spoken, more: More) -> Iterator[str]:
    _ = told.words.gettext
    if abs(more.income) >= _A_UNIT:
        said = _("%(money)s more a month") if more.income > 0 else _("%(money)s less")
        yield said % {"money": told.money(abs(more.income))}
    if abs(more.lacks) >= _A_UNIT:
        said = (
            _("%(money)s more lacking in the worst tenth")
            if more.lacks > 0
            else _("%(money)s less lacking in the worst tenth")
        )
        yield said % {"money": told.money(abs(more.lacks))}


def _can_ease(told: Spoken, demand: Demand) -> bool:
    if demand.kind in {Kind.LAW, Kind.TOGETHER_MOST, Kind.TOGETHER_LEAST}:
        return True
    if demand.kind not in {Kind.MOST, Kind.LEAST}:
        return False  # hours to give are told by `_with_more`
    pieces = told.options[demand.options[0]].pieces()
    held = pieces[pieces[:, 1] > NO_HOURS]
    return bool(len(held) > 1 or held[0, 0] < held[0, 1])


def _bind(told: Spoken, bind: Bind, *, is_priced: bool) -> str:
    words, _ = told.words, told.words.gettext
    said = {
        Kind.MOST: _("%(names)s takes no more than %(hours)s"),
        Kind.LEAST: _("%(names)s takes no fewer than %(hours)s"),
        Kind.LAW: _("The law's %(hours)s a week"),
        Kind.TOGETHER_MOST: _("%(names)s take %(hours)s together at most"),
        Kind.TOGETHER_LEAST: _("%(names)s take %(hours)s together at least"),
    }[bind.demand.kind] % {
        "names": told.named(bind.demand.options),
        "hours": words.hours(bind.demand.figure),
    }
    if not is_priced:
        return f"{said}."
    is_least = bind.demand.kind in {Kind.LEAST, Kind.TOGETHER_LEAST}
    price = (
        _("%(limit)s: one fewer would be worth about %(worth)s a month.")
        if is_least
        else _("%(limit)s: one more would be worth about %(worth)s a month.")
    )
    return price % {"limit": said, "worth": told.money(bind.price)}
