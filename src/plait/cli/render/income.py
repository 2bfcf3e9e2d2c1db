"""Income as a page of text, from the same plain values as `--json`."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from rich.table import Table
from rich.text import Text

from plait.analysis.series.streams import Trend
from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, dim, wrapped
from plait.wording.words import Words, words_for

_NO_FIGURE = "–"
# Swings that differ by less are shown once.
_AS_MUCH = 0.01
_ARTEFACTS = {
    "weekly pay": "weekly pay (months with five paydays)",
    "two-weekly pay": "pay every two weeks (months with three paydays)",
    "four-weekly pay": "pay every four weeks (a month with two paydays)",
    "holiday allowance": "holiday allowance",
    "thirteenth month": "pay at the end of the year",
    "yearly extra": "an extra every year",
    "paid for several months": "money for several months at once",
    "early or late": "pay that came in another month",
}

Told = dict[str, Any]


def print_income(answer: Told, by: str) -> None:
    """Print a line for each role, month or payer, and what is to be said of them."""
    words = words_for(answer["language"])
    if not answer["streams"]:
        console.print("No income is known yet: see plait import --help.")
        return
    tables = {"role": _by_role, "month": _by_month, "payer": _by_payer}
    console.print()
    console.print(tables[by](answer, words))
    console.print()
    for note in _notes(answer, words, by):
        told = wrapped(note)
        console.print(dim(told))
    for one in answer["unexpected"]:
        _print_unexpected(one)
    console.print()


def _by_role(answer: Told, words: Words) -> Table:
    table = Table("Stream", box=None, pad_edge=False, header_style="dim")
    for heading in ("A usual month", "Last 12 months", "Costs", "Net", "Swings"):
        table.add_column(heading, justify="right")
    table.add_column("As it came", justify="right", style="dim")
    rows = [(one["name"], one) for one in answer["streams"]]
    if answer.get("total") and len(rows) > 1:
        rows.append(("Together", answer["total"]))
    for name, one in rows:
        figures = ("usual_month", "last_year", "last_year_costs", "last_year_net")
        table.add_row(
            Text(on_one_line(name)),
            *(_money(one[figure], answer, words) for figure in figures),
            *_swings(one, words),
        )
    return table


def _swings(one: Told, words: Words) -> tuple[str, str]:
    before, after = one["swing_as_it_came"], one["swing"]
    if before is None or after is None:
        return _NO_FIGURE, ""
    shown = words.percent(after["deviation"])
    is_same = abs(before["deviation"] - after["deviation"]) < _AS_MUCH
    return shown, "" if is_same else words.percent(before["deviation"])


def _by_month(answer: Told, words: Words) -> Table:
    table = Table("Month", box=None, pad_edge=False, header_style="dim")
    for heading in ("Came", "Spread", "Costs", "Net"):
        table.add_column(heading, justify="right")
    one = answer.get("total") or answer["streams"][0]
    series = (one[name] for name in ("raw", "spread", "costs", "net"))
    for month, *figures in zip(answer["months"], *series, strict=True):
        shown = (_money(figure, answer, words) for figure in figures)
        table.add_row(words.month(date.fromisoformat(f"{month}-01")), *shown)
    return table


def _by_payer(answer: Told, words: Words) -> Table:
    table = Table("Payer", box=None, pad_edge=False, header_style="dim")
    for heading in ("Last 12 months", "Share"):
        table.add_column(heading, justify="right")
    for heading in ("Pays every", "Last", "Roles"):
        table.add_column(heading)
    total = sum(one["last_year"] for one in answer["payers"]) or 1.0
    for one in answer["payers"]:
        table.add_row(
            Text(on_one_line(one["payer"]) or _NO_FIGURE),
            _money(one["last_year"], answer, words),
            words.percent(one["last_year"] / total),
            one["every"] or _NO_FIGURE,
            words.day(date.fromisoformat(one["last_on"])),
            dim(", ".join(one["roles"])),
        )
    return table


def _money(amount: float, answer: Told, words: Words) -> str:
    return words.money(amount, answer["currency"]) if amount else _NO_FIGURE


def _notes(answer: Told, words: Words, by: str) -> Iterator[str]:
    if by == "payer":
        yield "Before costs and tax, over the last twelve whole months."
        return
    yield (
        "Before tax. A usual month is the middle of the last twelve, and how months"
        " swing their standard deviation as a share of the mean: both once money is"
        " spread over the months it is for."
    )
    for one in answer["streams"]:
        kinds = list(dict.fromkeys(found["artefact"] for found in one["artefacts"]))
        if kinds:
            listed = words_for("en").listed([_ARTEFACTS[kind] for kind in kinds])
            yield f"{one['name']}: {listed} spread over the months it is for."
        if one["trend"] == Trend.DRY and one["last_on"]:
            last = words.day(date.fromisoformat(one["last_on"]))
            yield f"{one['name']}: nothing has come since {last}."


def _print_unexpected(one: Told) -> None:
    console.print()
    what = f"{one['name']}: {one['kind']}"
    console.print(Text(on_one_line(what), style="bold"))
    told = f"{one['said']} {on_one_line(one['payer'])}".strip()
    console.print(wrapped(told))
