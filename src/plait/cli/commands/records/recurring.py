"""plait recurring: money and time that come again and again."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

import click

from plait.cli import run
from plait.cli.commands.options.corrections import (
    refuse_unplaced,
    role_or_none,
    to_role,
)
from plait.cli.csv_option import with_csv
from plait.domain.money import Money
from plait.domain.recurring import MOST_EVERY, Recurrence, Rhythm

if TYPE_CHECKING:
    from plait.accounts.models import Person
    from plait.answers.records.recurring import RecurringLine
    from plait.book.models import Recurring


class _When(TypedDict):
    role: str | None
    private: bool
    since: datetime
    until: datetime | None
    rhythm: str
    every: int
    payer: str
    what_for: str


def _day(function: Callable[..., Any]) -> Callable[..., Any]:
    days = click.DateTime(["%Y-%m-%d"])
    return click.argument("day", type=days)(function)


def _when(function: Callable[..., Any]) -> Callable[..., Any]:
    days = click.DateTime(["%Y-%m-%d"])
    for option in (
        click.option("--for", "what_for", default="", help="What it is for."),
        click.option("--payer", default="", help="Who pays, or is paid."),
        click.option(
            "--every",
            type=click.IntRange(1, MOST_EVERY),
            default=1,
            help="Every so many weeks or months.",
        ),
        click.option(
            "--rhythm",
            type=click.Choice([one.value for one in Rhythm]),
            default=Rhythm.MONTHS.value,
            help="Months on their day, months on their weekday, or weeks.",
        ),
        click.option("--until", type=days, help="Its last day, if it has one."),
        click.option(
            "--from", "since", type=days, required=True, help="Its first day."
        ),
        to_role,
    ):
        function = option(function)
    return function


@click.group(name="recurring", epilog="Example: plait recurring list")
def command() -> None:
    """Let money or time come again and again; it counts up to today, never beyond."""


@command.command(name="list", epilog="Example: plait recurring list --json")
@with_csv
@run.as_command
def listed(*, as_json: bool) -> None:
    """List what recurs: how often, since when, how many times so far."""
    viewer = run.viewer()
    from plait.answers.records.recurring import recurring_answer
    from plait.book.queries.recurring import held_recurring, recurring

    held = [held_recurring(row) for row in recurring(viewer=viewer)]
    answer = recurring_answer(held, run.words(), run.today(viewer))
    if as_json:
        run.print_answer(answer)
        return
    for line in answer.lines:
        _say(line)
    if not answer.lines:
        run.say(run.words().gettext("Nothing yet."))


@command.command(
    epilog="Example: plait recurring money 1100 --out --role atlas"
    " --from 2026-03-01 --for rent"
)
@click.argument("amount")
@click.option("--out", is_flag=True, help="It goes out; else it comes in.")
@_when
@run.as_command
def money(amount: str, *, out: bool, as_json: bool, **when: Unpack[_When]) -> None:
    """Let AMOUNT come in, or go out, from a day on: a rent, a salary."""
    refuse_unplaced(when["role"], private=when["private"])
    viewer = run.viewer()
    from plait.formats.quick_entry.amounts import amount_of

    paid = amount_of(amount, viewer.currency)
    _add(viewer, when, -paid if out else paid, None, as_json=as_json)


@command.command(
    epilog="Example: plait recurring hours 3h --role atlas --from 2026-03-02"
    " --rhythm weekdays --for board"
)
@click.argument("length")
@_when
@run.as_command
def hours(length: str, *, as_json: bool, **when: Unpack[_When]) -> None:
    """Let LENGTH of time be given again and again: a standing meeting."""
    refuse_unplaced(when["role"], private=when["private"])
    viewer = run.viewer()
    from plait.formats.quick_entry.length import seconds_of

    _add(viewer, when, None, seconds_of(length), as_json=as_json)


@command.command(epilog="Example: plait recurring end 1 2026-06-30")
@click.argument("number", type=int)
@_day
@run.as_command
def end(number: int, day: datetime, *, as_json: bool) -> None:
    """Let it come for the last time on or before DAY; what was stays."""
    viewer = run.viewer()
    from plait.book.operations.recurring import end_recurring

    row = _row(viewer, number)
    end_recurring(viewer=viewer, held=row, last_on=day.date())
    _print(viewer, row, as_json=as_json)


@command.command(epilog="Example: plait recurring skip 1 2026-06-01")
@click.argument("number", type=int)
@_day
@run.as_command
def skip(number: int, day: datetime, *, as_json: bool) -> None:
    """Say that it did not come on DAY."""
    viewer = run.viewer()
    from plait.book.operations.recurring import skip_day

    row = _row(viewer, number)
    skip_day(viewer=viewer, held=row, on=day.date())
    _print(viewer, row, as_json=as_json)


@command.command(epilog="Example: plait recurring own 1 2026-05-01")
@click.argument("number", type=int)
@_day
@run.as_command
def own(number: int, day: datetime, *, as_json: bool) -> None:
    """Make DAY a record of its own, to be corrected like any other."""
    viewer = run.viewer()
    from plait.book.operations.recurring import own_day

    row = _row(viewer, number)
    kept = own_day(viewer=viewer, held=row, on=day.date())
    if as_json:
        run.print_json({"recurring": row.pk, "record": kept.pk})
    else:
        text = run.words().gettext("It is record %(n)d now.") % {"n": kept.pk}
        run.say(text)


@command.command(epilog="Example: plait recurring delete 1")
@click.argument("number", type=int)
@run.as_command
def delete(number: int, *, as_json: bool) -> None:
    """Remove it with all its days; those of their own stay."""
    viewer = run.viewer()
    from plait.book.operations.recurring import remove_recurring

    remove_recurring(viewer=viewer, held=_row(viewer, number))
    if as_json:
        run.print_json({"removed": number})
    else:
        words = run.words()
        run.say(
            f"{words.gettext('Removed.')} {words.gettext('Undo it with: plait undo')}"
        )


def _add(
    viewer: "Person",
    when: _When,
    amount: Money | None,
    seconds: int | None,
    *,
    as_json: bool,
) -> None:
    from plait.book.operations.recurring import RecurringEntry, add_recurring

    until = when["until"]
    entry = RecurringEntry(
        when=Recurrence(
            when["since"].date(),
            Rhythm(when["rhythm"]),
            when["every"],
            until.date() + timedelta(days=1) if until else None,
        ),
        role=role_or_none(viewer, when["role"]),
        amount=amount,
        seconds=seconds,
        payer=when["payer"],
        text=when["what_for"],
    )
    row = add_recurring(viewer=viewer, entry=entry)
    _print(viewer, row, as_json=as_json)


def _row(viewer: "Person", number: int) -> "Recurring":
    from plait.book.queries.recurring import recurring_row

    return recurring_row(viewer=viewer, pk=number)


def _print(viewer: "Person", row: "Recurring", *, as_json: bool) -> None:
    from plait.answers.records.recurring import line_of
    from plait.book.queries.recurring import held_recurring

    line = line_of(held_recurring(row), run.words(), run.today(viewer))
    if as_json:
        from dataclasses import asdict

        run.print_json(asdict(line))
        return
    _say(line)
    run.say(run.words().gettext("Undo it with: plait undo"))


def _say(line: "RecurringLine") -> None:
    parts = (
        line.figure,
        line.role_name,
        line.title,
        line.rhythm,
        line.span,
        line.count,
    )
    run.say(f"{line.id}  {' · '.join(filter(None, parts))}")
