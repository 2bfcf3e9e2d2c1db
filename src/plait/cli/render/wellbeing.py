"""The map of roles as a table of text, from the same plain values as `--json`."""

from typing import Any

from rich.table import Table
from rich.text import Text

from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, dim
from plait.wording.words import Words

Told = dict[str, Any]


def print_map(told: Told, words: Words) -> None:
    """Print what each role gives and takes, and what follows."""
    _ = words.gettext
    if not told["roles"]:
        console.print(_("Nothing was answered yet."))
        return
    has_pay = any(role["pay_an_hour"] is not None for role in told["roles"])
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column(_("Role"))
    for heading in (_("Gives"), _("Takes"), *([_("An hour")] if has_pay else [])):
        table.add_column(heading, justify="right")
    table.add_column(_("Suggests"))
    table.add_column(_("Answers"), justify="right")
    for role in told["roles"]:
        pay = [_pay(role, told, words)] if has_pay else []
        table.add_row(
            on_one_line(role["name"]),
            _level(role, "gives", words),
            _level(role, "takes", words),
            *pay,
            role["said"],
            str(role["n_answers"]),
        )
    console.print(table)
    console.print(
        dim(
            _(
                "From 1 to 5, in brackets the range that holds it four times of five."
                " Your middle: gives %(gives)s, takes %(takes)s."
            )
            % {
                "gives": words.number(told["middle"]["gives"]),
                "takes": words.number(told["middle"]["takes"]),
            }
        )
    )


def _level(role: Told, name: str, words: Words) -> Text:
    level = role[name]
    if level["plain"] is None:
        return Text("–")
    low, high = words.number(level["low"]), words.number(level["high"])
    shown = Text(words.number(level["value"]))
    return shown.append(f" ({low}–{high})", style="dim")


def _pay(role: Told, told: Told, words: Words) -> str:
    pay = role["pay_an_hour"]
    return "–" if pay is None else words.money(pay, told["currency"])
