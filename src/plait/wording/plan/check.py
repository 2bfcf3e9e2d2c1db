"""Plans and simple rules in futures that none of them has seen, in words."""

from collections.abc import Sequence

from plait.analysis.decisions.plan.naive import EQUAL, PRESENT, RATE
from plait.analysis.decisions.plan.offer.frontier import (
    AGREED,
    BALANCED,
    LESS,
    RICHEST,
    SAFEST,
    Check,
    Frontier,
)
from plait.wording.plan.plan import A_UNIT
from plait.wording.words import Words


def plan_names(words: Words) -> dict[str, str]:
    """Return what the plans are called that are best in something."""
    _ = words.gettext
    return {
        SAFEST: _("safest"),
        BALANCED: _("balanced"),
        RICHEST: _("richest"),
        AGREED: _("back to what was agreed"),
        LESS: _("a shorter week"),
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
    """Return the label of each plan (by place) that is one to choose.

    Two names of one mix are one label; other ways are counted where there are several.
    """
    _ = words.gettext
    names = plan_names(words)
    of_place: dict[int, list[str]] = {}
    for name, place in frontier.named.items():
        of_place.setdefault(place, []).append(names[name])
    found = {place: words.listed(each, most=5) for place, each in of_place.items()}
    several = len(frontier.others) > 1
    for number, place in enumerate(frontier.others, start=1):
        text = _("another way %(number)d") if several else _("another way")
        found[place] = text % {"number": number} if several else text
    return dict(sorted(found.items()))


def as_it_is_text(words: Words, label: str) -> str:
    """Return what the present mix is the best in, "" where it is no such plan."""
    if not label:
        return ""
    return words.gettext("What you have now is already the best here: %(label)s.") % {
        "label": label
    }


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


def few_text(words: Words, frontier: Frontier) -> str:
    """Return why there are so few plans to choose from."""
    _ = words.gettext
    if len(frontier.offered) > 1:
        return ""
    return _(
        "One mix is the best in all: no other brings more, is safer or takes less."
    )
