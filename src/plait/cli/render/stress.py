"""Months one would last, as a page of text from the same plain values as `--json`."""

import textwrap
from collections.abc import Iterator
from datetime import date
from typing import Any

from rich.table import Table
from rich.text import Text

from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, dim, wrapped
from plait.domain.period import add_months, month_of
from plait.wording.words import Words, words_for

_BAR = 14
_BAR_MONTHS = 24
_SHOWN_MONTHS = 18

Told = dict[str, Any]


def print_stress(answer: Told) -> None:
    """Print a line for each scenario; of one asked for also its months."""
    words = words_for(answer["language"])
    if not answer["income"]["streams"]:
        console.print(
            "No income of a role that runs is known yet: plait import --help."
        )
        return
    console.print()
    console.print(dim(_heading(answer, words)))
    console.print()
    console.print(_table(answer, words))
    if "income" in answer["scenarios"][-1]["weak"]:
        console.print()
        console.print(_months(answer, words))
    console.print()
    for note in _notes(answer):
        console.print(dim(wrapped(note)))
    console.print()


def _heading(answer: Told, words: Words) -> str:
    def money(amount: float) -> str:
        return words.money(amount, answer["currency"])

    income = answer["income"]
    return textwrap.fill(
        f"Savings {money(answer['savings'])}, floor {money(answer['floor'])} a month;"
        f" a weak month brings {money(income['weak_month'])},"
        f" a mean one {money(income['mean_month'])}",
        console.width,
    )


def _table(answer: Told, words: Words) -> Table:
    table = Table("What if", box=None, pad_edge=False, header_style="dim")
    table.add_column("Months", justify="right", no_wrap=True)
    table.add_column("you would last", no_wrap=True)
    table.add_column("Mean", justify="right", no_wrap=True)
    table.add_column("Short in", no_wrap=True)
    table.add_column("Then lacks", justify="right", no_wrap=True)
    for one in answer["scenarios"]:
        weak, most = one["weak"], answer["months_at_most"]
        gap = words.money(weak["gap"], answer["currency"]) if weak["gap"] else "–"
        table.add_row(
            Text(on_one_line(one["title"])),
            _count(weak["months"], most),
            _bar(weak["months"]),
            dim(_count(one["mean"]["months"], most)),
            weak["first_short"] or "–",
            gap,
        )
    return table


def _bar(months: int | None) -> Text:
    """Return a bar that is full from two years on, red below one."""
    size = _BAR_MONTHS if months is None else min(months, _BAR_MONTHS)
    drawn = "█" * max(round(size / _BAR_MONTHS * _BAR), 1 if size else 0)
    return Text(drawn, style="red" if size < _BAR_MONTHS / 2 else "")


def _count(months: int | None, most: int) -> str:
    return f"{most}+" if months is None else str(months)


def _months(answer: Told, words: Words) -> Table:
    """Return the first months of the scenario asked for, on weak months."""
    one = answer["scenarios"][-1]["weak"]
    table = Table("Month", box=None, pad_edge=False, header_style="dim")
    for heading in ("Comes in", "Left of the savings"):
        table.add_column(heading, justify="right")
    first = add_months(month_of(date.fromisoformat(answer["on"])), 1)
    shown = _SHOWN_MONTHS if one["months"] is None else one["months"] + 1
    rows = zip(one["income"], one["balance"], strict=True)
    for number, (income, balance) in enumerate(rows):
        if number >= min(shown, answer["months_at_most"]):
            break
        table.add_row(
            add_months(first, number).isoformat()[:7],
            words.money(income, answer["currency"]),
            Text(
                words.money(balance, answer["currency"]),
                style="red" if balance < 0 else "",
            ),
        )
    return table


def _notes(answer: Told) -> Iterator[str]:
    yield (
        "Judged on a weak month, which one month of five falls below; beside it"
        " on a mean one. What is lost is lost after its notice; unpaid invoices come when they are"
        " due, else as late as usual; what is left over the floor is saved; nothing"
        " replaces what is lost."
    )
    if not answer["savings"]:
        yield "No savings are told, so there are none: see the settings, or --savings."
    aside = answer["income"]["set_aside"]
    yield (
        "Nothing is put by for tax of what is no salary: see the settings."
        if aside is None
        else f"{aside:.0%} of all but salaries is put by for tax and not lived on."
    )
    if any(one["scenario"] == "recession" for one in answer["scenarios"]):
        told = answer["recession"]
        yield (
            f"A recession: chances of ending {told['times']:g} times as high for"
            f" {told['months']} months, as much lost as can be expected, and invoices"
            f" {told['late_days']} days later. {told['source']}."
        )
