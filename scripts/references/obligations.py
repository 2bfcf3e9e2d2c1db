"""Writes the packs on tax obligations into docs/reference/obligations.md.

What stands between the two marks is written here; the rest of the page by people.
"""

import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "src"))

from plait.reference.obligations.kinds import LateInterest, MonthDay  # noqa: E402  # after the path
from plait.reference.obligations.packs import codes, pack  # noqa: E402  # the same
from plait.reference.obligations.rules import Pack, Rule  # noqa: E402  # the same

PAGE = ROOT / "docs" / "reference" / "obligations.md"
BEGIN = "<!-- From here on scripts/references writes: edit the packs. -->"
END = "<!-- Up to here. -->"
HEADINGS = ("Rule", "What it says", "Numbers", "In force", "Article", "Source")


def _written() -> str:
    """Return the page as it should stand."""
    above, begin, rest = PAGE.read_text("utf-8").partition(BEGIN)
    _, end, below = rest.partition(END)
    if not (begin and end):
        raise SystemExit(f"{PAGE.name} lacks one of its marks: {BEGIN} {END}")
    parts = "\n".join(line for code in codes() for line in section(pack(code)))
    return f"{above}{BEGIN}\n\n{parts}\n{END}{below}"


def section(rules: Pack) -> Iterator[str]:
    """Yield the lines of a pack: its rules, what they assume, what it lacks."""
    yield f"## {rules.name}: `{rules.code}`\n"
    yield (
        f"As known on {rules.as_of.isoformat()}, to be looked at again on"
        f" {rules.look_again_on}; sums in {rules.currency}. A tax year"
        f" begins on {value_text(rules.year_starts)}.\n"
    )
    yield row(HEADINGS)
    yield row(["---"] * len(HEADINGS))
    yield from (row(cells(rule)) for rule in rules.rules)
    yield ""
    notes = (f"{r.assumes} {r.note}".strip() for r in rules.rules)
    for rule, note in zip(rules.rules, notes, strict=True):
        if note:
            yield f"- **{rule.id}**: {note}"
    for rule, how in rules.of_kind(LateInterest):
        yield f"\nReference rates of {rule.id}, in percent, by the half-year:\n"
        yield from rates(how)
    yield "\nNot covered:\n"
    yield from (f"- {line}" for line in rules.not_covered)
    yield ""


def rates(how: LateInterest) -> Iterator[str]:
    """Yield the table of reference rates."""
    yield row(["Since", "Rate", "Known"])
    yield row(["---"] * 3)
    for one in how.references:
        known = "looked up" if one.is_confirmed else "own knowledge, to be confirmed"
        yield row([one.since.isoformat(), f"{one.percent}", known])


def row(texts: Iterator[str] | list[str] | tuple[str, ...]) -> str:
    """Return the cells as a line of a table."""
    return f"| {' | '.join(texts)} |"


def cells(rule: Rule) -> tuple[str, ...]:
    """Return what the table says of a rule."""
    names = [f.name for f in fields(rule.how) if f.name != "references"]
    numbers = (f"{name} {value_text(getattr(rule.how, name))}" for name in names)
    since = f"from {rule.valid_from}" if rule.valid_from else ""
    until = f"before {rule.valid_to}" if rule.valid_to else ""
    return (
        rule.id,
        rule.title,
        "; ".join(numbers) or "–",
        f"{since} {until}".strip() or "–",
        rule.article,
        f"{rule.source} ({rule.status})",
    )


def value_text(value: Any) -> str:  # noqa: ANN401  # any number of a rule
    """Return a number of a rule as a person reads it."""
    if isinstance(value, MonthDay):
        return f"{value.day} {date(2024, value.month, 1):%B}"
    if isinstance(value, tuple):
        return ", ".join(value_text(one) for one in value)
    if is_dataclass(value):
        parts = (value_text(getattr(value, f.name)) for f in fields(value))
        return f"({' / '.join(parts)})"
    if isinstance(value, Decimal):
        return f"{value:,f}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return {None: "–", "": "all"}.get(value, f"{value}")


def pages() -> dict[Path, str]:
    """Return the page as it should stand."""
    return {PAGE: _written()}
