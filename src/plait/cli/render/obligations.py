"""Duties as a page of text, from the same plain values as `--json`."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from rich.table import Table
from rich.text import Text

from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, dim, wrapped
from plait.wording.words import Words, words_for

Told = dict[str, Any]


def print_obligations(answer: Told, *, is_verbose: bool) -> None:
    """Print what is due, how one stands, what to put by, and where it comes from."""
    words = words_for(answer["language"])
    _ = words.gettext
    console.print()
    console.print(Text(_heading(answer, words), style="bold"))
    console.print()
    if answer["due"]:
        console.print(_due(answer["due"], words))
    else:
        _paragraph(_nothing(answer, words))
    _section(_("Where you stand"), _stands(answer["stands"]))
    if answer["set_aside"]:
        _section(_("To put by"), [_set_aside(answer, words)])
    _section(_("Paid late"), [Text(_set(one["said"])) for one in answer["late"]])
    _section(_("Why"), _why(answer, words, is_verbose=is_verbose))
    if is_verbose:
        _section(_("Good to know"), _good_to_know(answer, words))
        _section(_("Not covered"), [dim(_set(one)) for one in answer["not_covered"]])
    console.print()
    _paragraph(answer["no_tax_advice"])
    if not is_verbose:
        _paragraph("Sources, and what is assumed: --verbose.")
    console.print()


def _heading(answer: Told, words: Words) -> str:
    return words.gettext("What is due until %(day)s, %(country)s") % {
        "day": words.day(date.fromisoformat(answer["until"])),
        "country": answer["name"],
    }


def _nothing(answer: Told, words: Words) -> str:
    if answer["own_account"]:
        return words.gettext("Nothing is due in these days.")
    return words.gettext(
        "None of your roles is on your own account, so nothing is due by these rules."
    )


def _due(due: list[Told], words: Words) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_column(no_wrap=True, justify="right")
    for one in due:
        is_told = one["amount"] is not None
        beside = [on_one_line(one["said_for"]), one["said_or"].rstrip(".")]
        beside += ["" if is_told else one["said_amount"], one["rule"]]
        what = Text(f"{one['said']}\n")
        what.append(" · ".join(filter(None, beside)), style="dim")
        day = words.day(date.fromisoformat(one["due_on"]))
        table.add_row(day, what, one["said_amount"] if is_told else "")
    return table


def _stands(stands: list[Told]) -> list[Any]:
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for one in stands:
        stand = Text(one["said_stand"], style="yellow" if one["asks_for_care"] else "")
        table.add_row(dim(one["rule"]), stand, one["said"])
    return [table] if stands else []


def _set_aside(answer: Told, words: Words) -> Table:
    _, found = words.gettext, answer["set_aside"]
    table = Table(box=None, pad_edge=False, header_style="dim")
    rate = words.percent(float(found["rate"]))
    table.add_column(_("%(rate)s of what came in") % {"rate": rate})
    table.add_column(_("This quarter"), justify="right")
    table.add_column(_("This tax year"), justify="right")
    if found["deadline"]:
        since = words.day(date.fromisoformat(found["deadline"]))
        heading = _("Since %(day)s") % {"day": since}
        table.add_column(heading, justify="right")
    spans = ["quarter", "year", *(["since_deadline"] if found["deadline"] else [])]
    for one in [*found["streams"], found["together"]]:
        cells = [_put_by(answer, one[span], words) for span in spans]
        table.add_row(on_one_line(one["name"] or _("Together")), *cells)
    return table


def _put_by(answer: Told, one: Told, words: Words) -> str:
    aside, came = (_sum(answer, one[name], words) for name in ("aside", "came"))
    return words.gettext("%(aside)s of %(came)s") % {"aside": aside, "came": came}


def _sum(answer: Told, amount: str, words: Words) -> str:
    exact = Decimal(amount)
    digits = 0 if exact == exact.to_integral_value() else 2
    return words.money(float(exact), answer["currency"], digits)


def _why(answer: Told, words: Words, *, is_verbose: bool) -> Iterator[Text]:
    """Yield each rule that anything above rests on, once."""
    used = [*answer["due"], *answer["stands"], *answer["late"]]
    for one in {told["rule"]: told for told in used}.values():
        yield Text(_set(f"{one['rule']}  {one['why']}."))
        if is_verbose:
            yield dim(_set(f"{one['assumption']} {_source(one)}".strip()))
    if answer["left_out"]:
        named = words.listed(answer["left_out"])
        text = words.gettext("Payments in %(currencies)s are left out of every sum")
        yield Text(_set(f"{text % {'currencies': named}}."))


def _source(one: Told) -> str:
    return f"{one['source']} ({one['status']})."


def _good_to_know(answer: Told, words: Words) -> Iterator[Text]:
    for one in answer["good_to_know"]:
        said = f"{one['rule']}  {one['why']}"
        if one["amount"] is not None:
            said += f": {_sum(answer, one['amount'], words)}"
        yield Text(_set(f"{said}."))
        yield dim(_set(_source(one)))


def _section(heading: str, lines: Any) -> None:
    lines = list(lines)
    if not lines:
        return
    console.print()
    console.print(Text(heading, style="bold"))
    for line in lines:
        console.print(line)


def _paragraph(text: str) -> None:
    console.print(dim(_set(text)))


def _set(text: str) -> str:
    return wrapped(text)
