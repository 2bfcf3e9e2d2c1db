"""The plans and the simple rules in futures that none of them has seen."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from plait.analysis.decisions.plan.frontier import Frontier
from plait.analysis.decisions.plan.naive import EQUAL, PRESENT, RATE
from plait.web.pages.plan.found import Found
from plait.wording.plan import chance_text
from plait.wording.words import Words

_A_UNIT = 0.5


@dataclass(frozen=True, slots=True)
class TriedView:
    """A mix in futures not seen before; `worth` is what the plans are chosen by."""

    name: str
    is_plan: bool
    income: str
    lacks: str
    chance: str
    worth: str


@dataclass(frozen=True, slots=True)
class CheckView:
    """The rows, those that did best first, and what they say."""

    said: str
    left_out: str
    rows: tuple[TriedView, ...]


def check_view(found: Found, frontier: Frontier, names: dict[str, str]) -> CheckView:
    """Return how the plans and the rules did."""
    told = found.told
    rules = {
        PRESENT: _("the present mix"),
        EQUAL: _("equal hours"),
        RATE: _("the best rate first"),
    }
    every = _once(told.words, frontier, names) | {
        check.name: rules[check.name] for check in found.checks if check.name in rules
    }
    tried = [check for check in found.checks if check.name in every]
    tried.sort(key=lambda check: -check.unseen.score)
    missing = [rules[name] for name in rules if name not in every]
    return CheckView(
        said=_judged(found, rules),
        left_out=_("Left out, since not all limits are kept: %(rules)s.")
        % {"rules": told.words.listed(missing)}
        if missing
        else "",
        rows=tuple(
            TriedView(
                name=every[check.name][:1].upper() + every[check.name][1:],
                is_plan=check.name not in rules,
                income=told.money(check.unseen.income),
                lacks=told.money(check.unseen.short),
                chance=chance_text(told, check.unseen.chance_short),
                worth=told.money(check.unseen.score),
            )
            for check in tried
        ),
    )


def _once(words: Words, frontier: Frontier, names: dict[str, str]) -> dict[str, str]:
    """Return the names of plans by the first name of each different one."""
    of_place: dict[int, list[str]] = {}
    for name, place in frontier.named.items():
        of_place.setdefault(place, []).append(name)
    return {
        several[0]: words.listed([names[name] for name in several])
        for several in of_place.values()
    }


def _judged(found: Found, rules: dict[str, str]) -> str:
    """Return whether a simple rule does better than the best plan there."""
    plans = [c.unseen.score for c in found.checks if c.name not in rules]
    best = max(plans)
    tried = {c.name: c.unseen.score for c in found.checks if c.name in rules}
    better = [rules[name] for name, score in tried.items() if score > best + _A_UNIT]
    alike = [rules[name] for name, score in tried.items() if score > best - _A_UNIT]
    if better:
        return _(
            "There %(rules)s did better than every plan: do not trust the plans too far."
        ) % {"rules": found.told.words.listed(better)}
    if alike:
        return _("There %(rules)s did as well as the best plan.") % {
            "rules": found.told.words.listed(alike)
        }
    return _("There, too, no simple rule does better than the best plan.")
