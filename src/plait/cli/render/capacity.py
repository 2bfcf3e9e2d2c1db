"""The weeks ahead as a page of text, from the same plain values as `--json`."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from rich.table import Table
from rich.text import Text

from plait.analysis.hours.capacity.forecasts import NAIVE
from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, dim, wrapped

_BAR = 14
_SHOWN_CLASHES = 20
_LIKELY = (
    (0.9, "almost sure"),
    (0.65, "likely"),
    (0.35, "about even"),
    (0.1, "unlikely"),
    (0.0, "hardly"),
)

Told = dict[str, Any]


def print_capacity(answer: Told) -> None:
    """Print the weeks, what clashes in them, and how far they can be believed."""
    console.print()
    console.print(_weeks(answer["weeks"]))
    console.print()
    for note in _notes(answer):
        console.print(dim(wrapped(note)))
    console.print()
    console.print(Text("What clashes", style="bold"))
    for told in _clashes(answer):
        console.print(told)
    if not answer["clashes"]:
        console.print("Nothing that is known.")
    more = len(answer["clashes"]) - _SHOWN_CLASHES
    if more > 0:
        console.print(dim(f"… and {more:,} more; --json lists them all."))
    console.print()
    console.print(Text("How far this can be believed", style="bold"))
    for line in _record(answer):
        console.print(wrapped(line))
    console.print()


def _weeks(weeks: list[Told]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("Week of")
    for heading in ("To give", "Asked", "Range", "Free"):
        table.add_column(heading, justify="right")
    table.add_column("")
    table.add_column("Overfull")
    top = max(max(_ends(week)) for week in weeks) or 1
    for week in weeks:
        is_over = week["free"] is not None and week["free"] < 0
        style = "red" if is_over else ""
        table.add_row(
            week["monday"],
            _hours(week["supply"]),
            Text(_hours(week["load"]), style=style),
            dim(_range(week)),
            _hours(week["free"]),
            Text(_bar(week, top), style=style),
            _likely(week["p_overfull"]),
        )
    return table


def _ends(week: Told) -> list[float]:
    return [week[name] or 0.0 for name in ("supply", "load", "high")]


def _bar(week: Told, top: float) -> str:
    """Return the hours asked, light up to the range's end, a line where supply ends."""
    supply, load, high = (round(_BAR * end / top) for end in _ends(week))
    marks = ["█"] * load + ["░"] * (high - load) + [" "] * (_BAR - max(load, high))
    if week["supply"] is not None:
        marks[min(supply, _BAR - 1)] = "│"
    return "".join(marks)


def _range(week: Told) -> str:
    if week["low"] is None:
        return "–"
    return f"{week['low']:,.0f} to {week['high']:,.0f}"


def _likely(chance: float | None) -> str:
    if chance is None:
        return "–"
    word = next(word for least, word in _LIKELY if chance >= least)
    percent = min(99, max(1, round(100 * chance)))
    return f"{word}, {percent}%"


def _notes(answer: Told) -> Iterator[str]:
    weeks = answer["weeks"]
    if all(week["supply"] is None for week in weeks):
        yield (
            "Your settings do not say how many hours a week you have to give, so nothing"
            " is said of free hours and overfull weeks."
        )
    else:
        yield "The line in each bar is what you have to give."
    if any(week["load"] < week["agreed"] / 2 for week in weeks):
        yield (
            "A week far below what is agreed is one that you were away in a year ago."
            " Tell the days off ahead and it is sure."
        )
    for kind in weeks[0]["overheads"]:
        hours = sum(week["overheads"][kind] for week in weeks) / len(weeks)
        yield f"Asked holds {kind}: {_hours(hours)} hours a week on average."


def _record(answer: Told) -> Iterator[str]:
    """Yield how the forecast was made, and how such forecasts held before."""
    weeks = answer["weeks_of_data"]
    if answer["basis"] != "the past":
        yield (
            f"These are the agreed hours alone, without a range: {weeks} full weeks of"
            " hours are on file, and a forecast takes eight that are not long past."
        )
        return
    yield f"Forecast from {weeks} full weeks: {answer['method']}."
    test = answer["back_test"]
    if test is None:
        yield "No forecast of it has yet come true or not."
        return
    if test["coverage"] is not None:
        yield (
            f"Made week by week in the past, {test['n_ranges']:,} ranges were told;"
            f" {test['coverage']:.0%} held what came. They promise 80%."
        )
    yield f"The forecast was {_hours(test['error'])} hours a week off on average."
    for method in NAIVE:
        error = test["errors"][method.value]
        if error is not None:
            yield f"  {method.value}: {_hours(error)} hours off."


def _clashes(answer: Told) -> Iterator[Text]:
    """Yield two lines for each: when and why, then what."""
    zone = ZoneInfo(answer["timezone"])
    for one in answer["clashes"][:_SHOWN_CLASHES]:
        start, end, last = (
            datetime.fromisoformat(one[name]).astimezone(zone)
            for name in ("starts_at", "ends_at", "last_at")
        )
        again = f", {one['count']} times, last on {last:%Y-%m-%d}"
        yield Text(
            f"{start:%Y-%m-%d %H:%M}–{end:%H:%M}  {one['kind']},"
            f" {one['minutes']:,.0f} min{again if one['count'] > 1 else ''}"
        )
        yield dim(f"  {' · '.join(_whose(answer['roles'], one))}")


def _whose(names: dict[str, str], one: Told) -> Iterator[str]:
    """Yield what clashes: the title and the role, as far as there are any."""
    titles = one["titles"] or [""] * len(one["roles"])
    for key, title in zip(one["roles"], titles, strict=True):
        role = names[key] if key else "no role"
        yield on_one_line(f"{title} ({role})" if title else role)


def _hours(hours: float | None) -> str:
    if hours is None:
        return "–"
    shown = f"{hours:,.1f}"
    return "0.0" if shown == "-0.0" else shown
