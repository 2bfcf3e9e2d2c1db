"""Verdicts on working time as a page of text, from the same plain values as `--json`."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from rich.table import Table
from rich.text import Text

from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, dim, wrapped
from plait.wording.words import words_for

Told = dict[str, Any]

_WORDS = words_for("en")
_STYLES = {"over": "red", "notice": "red", "near": "yellow"}
_ORDER = ("over", "open", "advisory", "near", "within", "not covered")
_NAMED = {"over", "open", "advisory", "near", "notice"}
_ACROSS = {
    "advisory": "each employer keeps it, all together do not: advice only",
    "open": "each employer keeps it, all together do not: not decided",
}
# How often these were broken can be counted; windows of the others overlap.
_APART = {
    *("most_per_week", "most_per_day", "most_per_shift", "most_unbroken", "break"),
    *("daily_rest", "night_shift", "night_rest"),
}
# Rules of another age, and of another time, say nothing to this person.
_UNSHOWN = {"age", "not in force"}
_NOT_ARISEN = "does not arise"
_WHY = {
    "no hours": "no hours are known",
    "not counted": "none of the hours count for it",
    "age": "it holds for another age",
    "not in force": "it is not in force on that day",
    "no clock times": "needs times of day; only durations are known",
    "some hours have no clock times": "some hours have no times of day",
    "breaks are not told": "breaks are not told",
    "too few weeks": "too few weeks are known",
    "opted out": "opted out",
    "does not arise": "does not arise",
    "unless the exception is claimed": "unless the exception is claimed",
}


def print_worktime(answer: Told, *, is_verbose: bool) -> None:
    """Print a line for each rule, the guardrail, and where all of it comes from."""
    console.print()
    console.print(Text(_heading(answer), style="bold"))
    console.print()
    console.print(_table(_shown(answer["verdicts"], is_verbose=is_verbose)))
    console.print()
    console.print(Text("Beside the law", style="bold"))
    console.print(_table([answer["guardrail"]]))
    console.print()
    for note in _notes(answer, is_verbose=is_verbose):
        _print_paragraph(note)
    console.print()
    _print_told_only(answer["verdicts"], is_verbose=is_verbose)
    if is_verbose:
        _print_sources(answer)
    _print_paragraph(answer["no_legal_advice"])
    if not is_verbose:
        _print_paragraph("Sources and how each rule counts: --verbose.")
    console.print()


def print_ignored(columns: list[str]) -> None:
    """Print which columns of a table said nothing to anybody."""
    if columns:
        named = ", ".join(map(on_one_line, columns))
        _print_paragraph(f"These columns were not read: {named}.")


def _heading(answer: Told) -> str:
    until = _WORDS.day(date.fromisoformat(answer["on"]))
    heading = f"Working time, {answer['name']}: up to {until}"
    person = on_one_line(answer.get("person", ""))
    return f"{person}: {heading}" if person else heading


def _shown(verdicts: list[Told], *, is_verbose: bool) -> list[Told]:
    judged = [one for one in verdicts if one["verdict"] != "information"]
    unshown = set() if is_verbose else {*_UNSHOWN, _NOT_ARISEN}
    kept = [one for one in judged if one["because"] not in unshown]
    return sorted(kept, key=lambda one: _ORDER.index(one["verdict"]))


def _table(verdicts: list[Told]) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for one in verdicts:
        verdict = Text(one["verdict"], style=_STYLES.get(one["verdict"], ""))
        table.add_row(one["id"], verdict, _line(one))
    return table


def _line(one: Told) -> Text:
    line = Text(f"{one['title']}. ")
    said = "; ".join(_parts(one))
    return line.append(f"{said[:1].upper()}{said[1:]}.", style="dim") if said else line


def _parts(one: Told) -> Iterator[str]:
    """Yield the figure against its limit, when, for whom, and what it hangs on."""
    if one["figure"] is not None:
        figure, limit = (_WORDS.number(one[name], 2) for name in ("figure", "limit"))
        least = "at least" if one["is_least"] else "at most"
        yield f"{figure} {one['unit']}, {least} {limit}"
        yield _days(one["period"])
    if one["verdict"] in _NAMED:
        yield _WORDS.listed([on_one_line(name) for name in one["organisations"]])
    if one["times_over"] > 1 and one["kind"] in _APART:
        yield f"{one['times_over']:,} times"
    if one["because"]:
        yield _WHY[one["because"]]
    if one["verdict"] in _ACROSS:
        yield _ACROSS[one["verdict"]]
    if one["is_provisional"]:
        yield "may still rise: days that count are to come"


def _days(period: Told) -> str:
    """Return a period as its first and last day: 2 to 8 November 2026."""
    first = date.fromisoformat(period["from"])
    last = date.fromisoformat(period["to"]) - timedelta(days=1)
    if last <= first:
        return _WORDS.day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {_WORDS.day(last)}"
    return f"{_WORDS.day(first)} to {_WORDS.day(last)}"


def _notes(answer: Told, *, is_verbose: bool) -> Iterator[str]:
    idle = [v["id"] for v in answer["verdicts"] if v["because"] == _NOT_ARISEN]
    if idle and not is_verbose:
        yield f"Kept, because nothing was worked that they are about: {', '.join(idle)}."
    if not answer["is_age_known"]:
        yield "No day of birth is known: taken for an adult."
    if answer["open_hours"]:
        hours = _WORDS.hours(answer["open_hours"])
        yield f"{hours} have no role yet and count for no law: plait inbox."


def _print_told_only(verdicts: list[Told], *, is_verbose: bool) -> None:
    kinds = {"duty", "counting"} if is_verbose else {"duty"}
    told = [one for one in verdicts if one["kind"] in kinds]
    if not told:
        return
    console.print(Text("Good to know", style="bold"))
    for one in told:
        _print_paragraph(f"{one['id']}  {one['title']}.")
    console.print()


def _print_sources(answer: Told) -> None:
    console.print(Text("Sources", style="bold"))
    for one in [*answer["verdicts"], answer["guardrail"]]:
        since = f", since {one['valid_from']}" if one["valid_from"] else ""
        said = f"{one['id']}  {one['source']} ({one['status']}{since})."
        _print_paragraph(f"{said} {one['note']}".strip())
    _print_paragraph(f"As known on {answer['as_of']}. Not covered:")
    for line in answer["not_covered"]:
        _print_paragraph(f"- {line}")
    console.print()


def _print_paragraph(text: str) -> None:
    console.print(dim(wrapped(text)))
