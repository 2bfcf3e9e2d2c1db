"""Measure Plait from files to the review, beside hledger, beancount, fava and others.

scripts/bench makes what this needs and runs it. With QUICK=1 a quarter of the lines
is enough, and docs/ stays as it is.
"""

import os
import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from bench import report
from bench.calendars.calendars import Calendars
from bench.every_page import EveryList, EveryPage
from bench.hours.hours import Hours
from bench.income.income import Income
from bench.plan.plan import Plans
from bench.programs import PEERS, ROOT, asked, forget_begun_book
from bench.small import Commands, Pages, TenYears
from bench.whole import Whole

PAGE = ROOT / "docs" / "explanation" / "speed.md"


class Part(Protocol):
    """Something that was measured: its targets, and its tables."""

    def targets(self) -> Iterator[report.Target]:
        """Yield what it is to reach."""

    def lines(self) -> Iterator[str]:
        """Yield its tables."""


def main() -> None:
    """Measure everything, print it, and write it into the page on speed."""
    quick = bool(os.environ.get("QUICK"))
    whole = Whole(25_000 if quick else 100_000)
    rounds = 2 if quick else 5
    commands, ten_years, calendars = Commands(), TenYears(), Calendars()
    hours = Hours(ten_years.book)
    income = Income(20_000 if quick else 100_000)
    plans = Plans()
    pages = Pages(whole.top.book, whole.ledger)
    every = (
        EveryPage("the sample", commands.book, 300, rounds),
        EveryPage("the ten-year book", ten_years.book, 500, rounds),
        EveryList("lists of 100,000", whole.top.book, 150, rounds),
    )
    parts = (whole, commands, ten_years, hours, income, plans, pages, *every, calendars)
    forget_begun_book()
    _say("Writing the files")
    whole.write_files()
    _say("Whole commands, beside the other programs")
    whole.measure(rounds)
    _say("Small commands, the ten-year book and its hours, pages")
    commands.measure(rounds)
    ten_years.measure()
    hours.measure()
    pages.measure()
    for book in every:
        book.measure()
    _say("An income simulated, beside drawing alone and a plain loop")
    income.measure(rounds)
    _say("Plans, beside cvxpy and skfolio")
    plans.measure(rounds)
    _say("A calendar worked out, beside the library alone")
    calendars.measure(rounds)
    lines = list(_lines(parts))
    print("\n".join(lines))
    if not quick:
        report.write(PAGE, lines)
        print(f"Written into {PAGE.relative_to(ROOT)}.")


def _lines(parts: Sequence[Part]) -> Iterator[str]:
    others = {
        "hledger": "hledger",
        "beancount": str(PEERS / "bean-check"),
        "fava": str(PEERS / "fava"),
    }
    yield report.machine([_version(*other) for other in others.items()])
    yield ""
    yield from report.targets(target for part in parts for target in part.targets())
    for part in parts:
        yield from part.lines()


def _version(name: str, program: str) -> str:
    """Return a program's name and its number; empty where it is missing."""
    found = re.search(r"\d+(\.\d+)+", asked(program, "--version"))
    return f"{name} {found[0]}" if found else ""


def _say(what: str) -> None:
    print(f"{what} …", flush=True)


if __name__ == "__main__":
    main()
