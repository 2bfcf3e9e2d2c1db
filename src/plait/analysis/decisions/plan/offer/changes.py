"""What a mix changes of the present one, role by role, in hours and in money."""

from dataclasses import dataclass
from enum import StrEnum

from plait.analysis.decisions.plan.options import NO_HOURS, Question
from plait.analysis.floats import Floats


class ChangeKind(StrEnum):
    """What happens to a role."""

    STOP = "stop"
    FEWER = "fewer"
    AGREED = "back to what was agreed"
    MORE = "more"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Change:
    """One role (the index of its option) that changes.

    `before` and `after` are hours a week by agreement, `took` and `takes` those that
    it really takes. `income` is what the change adds a month, as a mean over scenarios
    and months: until its notice is over nothing changes. `is_back` says that from then
    on it takes no more hours than agreed.
    """

    role: int
    kind: ChangeKind
    before: float
    after: float
    took: float
    takes: float
    income: float
    is_back: bool


def changes_of(hours: Floats, question: Question) -> tuple[Change, ...]:
    """Return the roles that change, those that change most hours first."""
    found = (
        _change(question, place, hours)
        for place, option in enumerate(question.options)
        if not option.instead_of
    )
    changed = [one for one in found if one is not None]
    return tuple(sorted(changed, key=lambda one: -abs(one.takes - one.took)))


def _change(question: Question, place: int, hours: Floats) -> Change | None:
    option, rates = question.options[place], question.scenarios.per_hour.mean(axis=0)
    if abs(hours[place] - option.present) <= NO_HOURS:
        return None
    back = next(
        (
            other
            for other, one in enumerate(question.options)
            if one.instead_of == option.name and hours[other] > NO_HOURS
        ),
        None,
    )
    held = place if back is None else back
    after = float(hours[held])
    kept = rates[held] * after - rates[place] * option.present
    return Change(
        role=place,
        kind=_kind(option.present, after),
        before=option.present,
        after=after,
        took=option.present * option.load,
        takes=after * question.options[held].load,
        income=float(kept),
        is_back=back is not None,
    )


def _kind(before: float, after: float) -> ChangeKind:
    if after <= NO_HOURS:
        return ChangeKind.STOP
    if before <= NO_HOURS:
        return ChangeKind.NEW
    if abs(after - before) <= NO_HOURS:
        return ChangeKind.AGREED
    return ChangeKind.FEWER if after < before else ChangeKind.MORE
