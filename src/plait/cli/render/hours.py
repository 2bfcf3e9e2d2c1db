"""Hours accounts as a page of text, from the same plain values as `--json`."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from rich.table import Table
from rich.text import Text

from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, dim, wrapped
from plait.wording.words import words_for

_FIGURES = ("Agreed", "Days off", "Due", "Given", "Balance")

Told = dict[str, Any]


def print_accounts(answer: Told) -> None:
    """Print the table, then what it does not show by itself."""
    if not answer["roles"]:
        console.print("No roles are held on this day. See: plait role list.")
        return
    console.print()
    console.print(dim(_heading(answer)))
    console.print()
    console.print(_by_role(answer) if answer["by"] == "role" else _by_row(answer))
    console.print()
    for note in _notes(answer):
        console.print(dim(wrapped(note)))
    console.print()


def _heading(answer: Told) -> str:
    roles = answer["roles"]
    whose = on_one_line(roles[0]["name"]) if len(roles) == 1 else "All roles"
    up_to = f"up to {_day(answer['on'])}"
    return (
        f"{whose}, since {_day(answer['since'])}, {up_to}"
        if answer["since"]
        else (f"{whose}, {up_to}")
    )


def _by_role(answer: Told) -> Table:
    table = _table("Role", "Since")
    for role in answer["roles"]:
        name = Text(on_one_line(role["name"]))
        table.add_row(name, role["start"], *_figures(role))
    return table


def _by_row(answer: Told) -> Table:
    table = _table("Week of" if answer["by"] == "week" else "Month")
    table.add_column("")
    for row in answer["roles"][0]["rows"] if _is_one(answer) else answer["rows"]:
        start = row["start"] if answer["by"] == "week" else row["start"][:7]
        table.add_row(start, *_figures(row), dim(", ".join(row["free"])))
    return table


def _is_one(answer: Told) -> bool:
    return len(answer["roles"]) == 1


def _table(*headings: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    for heading in headings:
        table.add_column(heading)
    for heading in _FIGURES:
        table.add_column(heading, justify="right")
    return table


def _figures(row: Told) -> tuple[str, ...]:
    free = sum(row["free"].values()) if row["agreed"] is not None else None
    shown = (row["agreed"], free, row["due"], row["given"])
    return (*map(_hours, shown), _balance(row["balance"]))


def _hours(hours: float | None) -> str:
    return "–" if hours is None else f"{hours:,.1f}"


def _balance(hours: float | None) -> str:
    """Return hours with their sign; what rounds to nought has none."""
    if hours is None:
        return "–"
    shown = f"{hours:+,.1f}"
    return "0.0" if shown in {"+0.0", "-0.0"} else shown


def _notes(answer: Told) -> Iterator[str]:
    yield "Balance: hours given less hours due; above 0 you gave more."
    if answer["since"] is None:
        yield (
            "Each role counts since its present hours were agreed, or for a year if"
            " that is shorter; --since takes another day."
        )
    if answer["by"] != "role" and not _is_one(answer):
        yield "An hour that serves two roles is in here for each of them."
    for role in answer["roles"]:
        yield from _role_notes(role)
    if answer["logged_until"] and answer["logged_until"] < answer["on"]:
        last = _day(answer["logged_until"])
        yield f"Hours are logged up to {last}; on later days they are due all the same."
    for place in answer["holidays"]["not_known"]:
        yield _holidays_note(place)


def _role_notes(role: Told) -> Iterator[str]:
    name = on_one_line(role["name"])
    if role["agreed"] is None:
        yield f"{name}: no hours are agreed, so nothing is due."
    elif role["unagreed"]:
        hours = _hours(role["unagreed"])
        yield f"{name}: {hours} hours were given while none were agreed; they are apart."
    if role["left"] is not None:
        left = _balance(role["left"]).removeprefix("+")
        yield f"{name}: {left} hours of the agreed total are left."


def _holidays_note(place: str) -> str:
    if not place:
        return "Public holidays are not counted: your settings name no country."
    return f"Public holidays of {on_one_line(place)} are not known in full."


def _day(told: str) -> str:
    return words_for("en").day(date.fromisoformat(told))
