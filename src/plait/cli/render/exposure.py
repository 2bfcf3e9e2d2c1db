"""Exposure as a page of text, from the same plain values as `--json`."""

from typing import Any

from rich.table import Table

from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, dim, wrapped

Told = dict[str, Any]


def print_exposure(answer: Told) -> None:
    """Print the mixes, the roles, and what the figures are not."""
    known = [one for one in answer["roles"] if one["exposure"]]
    untold = [one for one in answer["roles"] if not one["exposure"]]
    console.print()
    if known:
        console.print(_table(answer, known))
        console.print()
    for note in _notes(answer, untold):
        console.print(dim(wrapped(note)))
    console.print()


def _table(answer: Told, known: list[Told]) -> Table:
    table = Table("", "Occupation", box=None, pad_edge=False, header_style="dim")
    table.add_column("Exposure, 0 to 1")
    for name, mix in (("By hours", "by_hours"), ("By income", "by_income")):
        if answer[mix]:
            table.add_row(name, "", answer[mix]["said"])
    for one in known:
        occupation = f"{one['occupation']} ({one['isco08']})"
        table.add_row(on_one_line(one["name"]), occupation, one["said"])
    return table


def _notes(answer: Told, untold: list[Told]) -> list[str]:
    notes = [answer["not_loss"]]
    if not answer["roles"]:
        notes.append("No role runs on that day.")
    if untold:
        names = ", ".join(on_one_line(one["name"]) for one in untold)
        notes.append(f"No occupation is known of: {names}. Tell it in the role's form.")
    if answer["uses_own_table"]:
        notes.append("Figures of your own table count in a mix without a range.")
    notes.append(f"Source: {answer['source']}.")
    return notes
