"""Writes the rule packs into docs/reference/working-time.md.

What stands between the two marks is written here; the rest of the page by people.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "src"))

from plait.reference.working_time.packs import HEALTH, codes, pack  # noqa: E402  # after the path
from plait.reference.working_time.rules import Pack, Rule, Scope  # noqa: E402  # the same

PAGE = ROOT / "docs" / "reference" / "working-time.md"
BEGIN = "<!-- From here on scripts/references writes: edit the packs. -->"
END = "<!-- Up to here. -->"
HEADINGS = (
    *("Rule", "What it asks", "Limit", "Whose hours"),
    *("Since", "Article", "Source"),
)


def _written() -> str:
    """Return the page as it should stand."""
    above, begin, rest = PAGE.read_text("utf-8").partition(BEGIN)
    _, end, below = rest.partition(END)
    if not (begin and end):
        raise SystemExit(f"{PAGE.name} lacks one of its marks: {BEGIN} {END}")
    parts = "\n".join(
        line for code in (*codes(), HEALTH) for line in section(pack(code))
    )
    return f"{above}{BEGIN}\n\n{parts}\n{END}{below}"


def section(rules: Pack) -> Iterator[str]:
    """Yield the lines of a pack: its rules in a table, their notes, what it lacks."""
    yield f"## {rules.name}: `{rules.code}`\n"
    yield (
        f"As known on {rules.as_of.isoformat()}, to be looked at again on"
        f" {rules.look_again_on}. Times without a zone are read as in"
        f" {rules.timezone}; a rest of {rules.shift_ends_after:g} hours ends a shift.\n"
    )
    yield row(HEADINGS)
    yield row(["---"] * len(HEADINGS))
    yield from (row(cells(rule)) for rule in rules.rules)
    yield ""
    notes = [f"- **{r.id}**: {r.exception} {r.note}" for r in rules.rules]
    yield from (" ".join(n.split()) for n in notes if not n.endswith(":  "))
    yield "\nNot covered:\n"
    yield from (f"- {line}" for line in rules.not_covered)
    yield ""


def row(texts: Iterator[str] | list[str] | tuple[str, ...]) -> str:
    """Return the cells as a line of a table."""
    return f"| {' | '.join(texts)} |"


def cells(rule: Rule) -> tuple[str, ...]:
    """Return what the table says of a rule."""
    counts = ", ".join(sorted(rule.counts))
    alone = rule.scope is Scope.PER_EMPLOYER
    scope = f"each employer alone; together: {rule.across}" if alone else "all together"
    return (
        rule.id,
        rule.title,
        limit(rule),
        "–" if rule.is_info_only else f"{counts}; {scope}{ages(rule)}",
        rule.valid_from.isoformat() if rule.valid_from else "–",
        rule.article,
        f"{rule.source} ({rule.status})",
    )


def limit(rule: Rule) -> str:
    """Return the limit with its unit, or what a rule without one is."""
    if rule.is_info_only:
        return "a duty" if rule.kind == "duty" else "how it counts"
    sign = "≥" if rule.how.is_least else "≤"
    if getattr(rule.how, "is_broken_at_limit", False):
        sign = "<"
    return f"{sign} {rule.how.limit:g} {rule.how.unit}"


def ages(rule: Rule) -> str:
    """Return for which ages a rule holds, where it is not for adults."""
    if rule.below_age is not None:
        return f"; from {rule.from_age} and below {rule.below_age}"
    return "" if rule.from_age == 18 else "; any age"


def pages() -> dict[Path, str]:
    """Return the page as it should stand."""
    return {PAGE: _written()}
