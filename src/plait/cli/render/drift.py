"""Drift as a page of text, from the same plain values as `--json`."""

import textwrap
from typing import Any

from rich.table import Table
from rich.text import Text

from plait.analysis.hours.drift.drift import Verdict
from plait.cli.render.review import spark
from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, dim, wrapped
from plait.wording.words import words_for

_SHOWN_WEEKS = 52
_BESIDE = 44
_INDENT = 2

Told = dict[str, Any]


def print_drifts(answer: Told) -> None:
    """Print a line for each role; of one asked for also its weeks and the note."""
    if not answer["roles"]:
        console.print("No role is held on this day.")
        return
    console.print()
    console.print(_table(answer))
    for role in answer["roles"]:
        if "weeks" in role:
            _print_role(role)
    console.print()


def _table(answer: Told) -> Table:
    words = words_for(answer["language"])
    table = Table("Role", box=None, pad_edge=False, header_style="dim")
    table.add_column("Agreed", justify="right")
    table.add_column("Drift")
    table.add_column("Last four weeks")
    for role in answer["roles"]:
        is_over = role["verdict"] == Verdict.DRIFTING
        agreed = "–" if role["agreed"] is None else words.number(role["agreed"])
        table.add_row(
            on_one_line(role["name"]),
            agreed,
            Text(role["sentence"], style="red" if is_over else ""),
            dim(role["naive"]),
        )
    return table


def _print_role(role: Told) -> None:
    console.print()
    _print_lines(role["weeks"], role["threshold"])
    if not role["talk"]:
        return
    console.print()
    console.print(Text("A note to begin with, yours to change", style="bold"))
    for line in role["talk"].splitlines():
        told = textwrap.fill(
            line,
            max(40, console.width - 2 * _INDENT),
            initial_indent=" " * _INDENT,
            subsequent_indent=" " * (_INDENT + 2 * line.startswith("- ")),
            break_on_hyphens=False,
        )
        console.print(told)


def _print_lines(weeks: list[Told], threshold: float) -> None:
    """Print hours and statistic as two lines of bars, one above the other."""
    room = max(12, min(_SHOWN_WEEKS, console.width - _BESIDE))
    hours = [week["hours"] for week in weeks[-room:]]
    statistic = [week["statistic"] or 0.0 for week in weeks[-room:]]
    if not hours:
        return
    grid = Table.grid(padding=(0, 2))
    grid.add_row(dim("Hours"), spark(hours), dim(f"up to {max(hours):.1f}"))
    # A statistic that never comes near its threshold should look small.
    scaled = spark([*statistic, threshold])[:-1]
    told = f"now {statistic[-1]:.2f}; alarm above {threshold:.2f}"
    grid.add_row(dim("Statistic"), scaled, dim(told))
    console.print(grid)


def print_series(answer: Told) -> None:
    """Print what a bare series tells."""
    console.print()
    _print_lines(answer["weeks"], answer["threshold"])
    console.print()
    for line in _sentences(answer):
        console.print(wrapped(line))
    console.print()


def _sentences(answer: Told) -> list[str]:
    told = [
        f"Alarm in week {one['alarm']}: {one['over']:.1f} hours a week more than agreed"
        f" since week {one['since']}"
        + (f", up to week {one['until']}." if one["until"] else ".")
        for one in answer["episodes"]
    ]
    if not told:
        told = ["No alarm: the weeks keep to what was agreed."]
    if answer["verdict"] == Verdict.TOO_SHORT:
        told.append("There are fewer than eight weeks, too few for a verdict.")
    naive = answer["naive_alarm"]
    told.append(
        "The mean of four weeks never passes the agreed hours by a tenth."
        if naive is None
        else "The mean of four weeks is over the agreed hours by a tenth for the first"
        f" time in week {naive}."
    )
    return told
