"""Plans and simple rules in futures that none of them has seen, in words."""

from collections.abc import Sequence

from plait.analysis.decisions.plan.frontier import (
    BALANCED,
    RICHEST,
    SAFEST,
    Check,
    Frontier,
)
from plait.analysis.decisions.plan.naive import EQUAL, PRESENT, RATE
from plait.wording.plan.plan import A_UNIT
from plait.wording.words import Words


def plan_names(words: Words, frontier: Frontier) -> dict[str, str]:
    """Return what the three are called; the last is rich only if no other brings more.

    Where what roles give weighs, it may be the best without bringing most money.
    """
    _ = words.gettext
    most = max(plan.outcome.income for plan in frontier.plans)
    is_richest = frontier.plan(RICHEST).outcome.income >= most
    return {
        SAFEST: _("safest"),
        BALANCED: _("balanced"),
        RICHEST: _("richest") if is_richest else _("gives most"),
    }


def rule_names(words: Words) -> dict[str, str]:
    """Return what the simple rules are called."""
    _ = words.gettext
    return {
        PRESENT: _("the present mix"),
        EQUAL: _("equal hours"),
        RATE: _("the best rate first"),
    }


def labels_text(words: Words, frontier: Frontier) -> dict[int, str]:
    """Return the names of each plan on the frontier (by place) that has any."""
    names = plan_names(words, frontier)
    of_place: dict[int, list[str]] = {}
    for name, place in frontier.named.items():
        of_place.setdefault(place, []).append(names[name])
    return {place: words.listed(each) for place, each in of_place.items()}


def judgement_text(words: Words, checks: Sequence[Check]) -> str:
    """Return whether a simple rule does better than the best plan there."""
    _ = words.gettext
    rules = rule_names(words)
    best = max(c.unseen.score for c in checks if c.name not in rules)
    tried = {c.name: c.unseen.score for c in checks if c.name in rules}
    better = [rules[name] for name, score in tried.items() if score > best + A_UNIT]
    alike = [rules[name] for name, score in tried.items() if score > best - A_UNIT]
    if better:
        return _(
            "There %(rules)s did better than every plan: do not trust the plans too far."
        ) % {"rules": words.listed(better)}
    if alike:
        return _("There %(rules)s did as well as the best plan.") % {
            "rules": words.listed(alike)
        }
    return _("There, too, no simple rule does better than the best plan.")


def left_out_text(words: Words, checks: Sequence[Check]) -> str:
    """Return which simple rules break a limit, "" where none does."""
    tried = {check.name for check in checks}
    missing = [text for name, text in rule_names(words).items() if name not in tried]
    if not missing:
        return ""
    return words.gettext("Left out, since not all limits are kept: %(rules)s.") % {
        "rules": words.listed(missing)
    }


def few_text(words: Words, n_plans: int) -> str:
    """Return why there are fewer than three plans to choose from."""
    _ = words.gettext
    return {
        1: _("One mix is the safest and the richest at once."),
        2: _("There is no third plan between them."),
    }.get(n_plans, "")
