"""Concentration as a page of text, from the same plain values as `--json`."""

from collections.abc import Iterator
from typing import Any

from rich.table import Table
from rich.text import Text

from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, dim, wrapped
from plait.wording.words import Words, words_for

_BAR = 24
_WHY_NOT = {
    "one stream": "One stream swings with no other.",
    "few months": "Whether streams swing together takes 24 months of most of the"
    " income; go by what they hang on: plait concentration --by cause.",
    "constant": "Most of the income never swings, so nothing swings together; go by"
    " what streams hang on: plait concentration --by cause.",
}

Told = dict[str, Any]


def print_concentrations(answer: Told) -> None:
    """Print a line for each way to count, or the groups of the one asked for."""
    words = words_for(answer["language"])
    if not answer["total"]:
        console.print("No income is known yet: see plait import --help.")
        return
    total = words.money(answer["total"], answer["currency"])
    months = f"the last {answer['n_months']} whole months"
    console.print()
    console.print(dim(f"{total} of {months}, net of costs, before tax"))
    console.print()
    several = answer["by"]
    if len(several) == 1:
        console.print(_groups(several[0], words))
    else:
        console.print(_summary(several, words))
    console.print()
    for note in _notes(answer, words):
        console.print(dim(wrapped(note)))
    console.print()


def _summary(several: list[Told], words: Words) -> Table:
    table = Table("By", "Largest", box=None, pad_edge=False, header_style="dim")
    table.add_column("Share", justify="right")
    table.add_column("")
    table.add_column("As if equal", justify="right")
    for one in several:
        if _is_silent(one):
            continue
        first = one["groups"][0]
        table.add_row(
            one["by"],
            Text(_name(first)),
            words.percent(first["share"]),
            bar(first["share"]),
            words.number(one["effective"]),
        )
    return table


def _is_silent(one: Told) -> bool:
    """Return whether no role says the thing that is counted by."""
    return len(one["untold"]) == len(one["groups"])


def _groups(one: Told, words: Words) -> Table:
    table = Table(f"By {one['by']}", box=None, pad_edge=False, header_style="dim")
    table.add_column("Share", justify="right")
    table.add_column("")
    table.add_column("Roles")
    for group in one["groups"]:
        table.add_row(
            Text(_name(group)),
            words.percent(group["share"]),
            bar(group["share"]),
            dim(", ".join(group["roles"])),
        )
    return table


def _name(group: Told) -> str:
    """Return the name of a group, with the title of what is told by a code."""
    return on_one_line(" ".join(filter(None, (group["name"], group.get("title")))))


def bar(share: float, width: int = _BAR) -> str:
    """Return a share of 1 as a bar; what is not nothing is to be seen."""
    return "█" * max(round(share * width), 1 if share > 0 else 0)


def _notes(answer: Told, words: Words) -> Iterator[str]:
    for one in answer["by"]:
        if len(answer["by"]) == 1:
            yield (
                f"As concentrated as {words.number(one['effective'])} equal ones"
                f" (Herfindahl {words.number(one['herfindahl'], 3)}; by entropy"
                f" {words.number(one['effective_by_entropy'])})."
            )
        if _is_silent(one):
            yield f"No role says its {one['by']} yet."
        elif one["untold"]:
            told = ", ".join(one["untold"])
            yield f"No {one['by']} is told of {told}: each counts by itself."
    for role in answer["refused"]:
        lost = words.money(-role["net"], answer["currency"])
        yield (
            f"{role['role']} cost {lost} more than it brought and has no share;"
            " shares are of the other roles."
        )
    if answer["is_too_short"]:
        yield "Fewer than three months say little: many pay by the quarter."
    yield _swings(answer["together"], words)


def _swings(together: Told, words: Words) -> str:
    if "why_not" in together:
        return _WHY_NOT[together["why_not"]]
    one, other = together["closest"]
    low, high = words.number(together["low"], 2), words.number(together["high"], 2)
    return (
        f"Month by month {len(together['roles'])} streams swing as"
        f" {words.number(together['effective'])} that have nothing to do with each"
        f" other would (diversification ratio"
        f" {words.number(together['diversification_ratio'], 2)}, {low} to {high} with"
        f" its standard error, over {together['n_months']} months); {one} and {other}"
        f" go together most ({words.number(together['correlation'], 2)})."
    )


def print_shares(answer: Told) -> None:
    """Print what bare shares come to."""
    words = words_for("en")
    table = Table.grid(padding=(0, 3))
    rows = (
        ("Largest share", "largest_share", "largest of all parts"),
        ("Herfindahl index", "herfindahl", "sum of the squared shares"),
        ("Effective number", "effective", "1 / Herfindahl"),
        ("Simpson", "simpson", "1 - Herfindahl"),
        ("Entropy", "entropy", "sum of -s ln s"),
        ("Number by entropy", "effective_by_entropy", "e to the entropy"),
    )
    for label, name, how in rows:
        value = answer[name]
        shown = "–" if value is None else words.number(value, 4)
        table.add_row(label, shown, dim(how))
    console.print()
    console.print(table)
    console.print()
