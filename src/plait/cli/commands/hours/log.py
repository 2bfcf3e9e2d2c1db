"""plait log: time, money or days away, in one line."""

from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from plait.cli import run
from plait.domain.errors import PlaitError
from plait.domain.schemas.schema import gettext_noop as _

if TYPE_CHECKING:
    from plait.accounts.models import Person
    from plait.answers.records.line import LineAnswer
    from plait.book.models import TimeEntry


class NothingLogged(PlaitError):
    """There is nothing that was logged by hand."""


@click.command(epilog='Example: plait log "2h atlas budget review yesterday"')
@click.argument("line", nargs=-1)
@run.day_option("--on", 'What "today" is in the line; today if left out.')
@click.option("--on-call", is_flag=True, help="You stood by and did not work.")
@click.option("--zone", default="", help="Where: a city or zone such as New York.")
@click.option("--check", is_flag=True, help="Say what would be kept; keep nothing.")
@click.option("--undo", is_flag=True, help="Remove the hours logged by hand last.")
@run.as_command
def command(
    line: tuple[str, ...],
    on: datetime | None,
    *,
    on_call: bool,
    zone: str,
    check: bool,
    undo: bool,
    as_json: bool,
) -> None:
    """Log time that you gave to a role: how long, which role, what for, which day.

    Or money, "got 950 from training yesterday", "paid 41.80 train for board on 24
    Nov"; or days away, "holiday 24 dec - 2 jan", "ziek gisteren".

    In English or Dutch, in any order: "13:00-14:30 board, chair call", "anderhalf
    uur praktijk teamoverleg gisteren", "2h atlas + board strategy 20/11". What could
    be read in two ways is asked back, not guessed. Time on call, also where the line
    says so, is kept apart from time worked.
    """
    if undo == bool(line):
        raise click.UsageError(_('Say what you did, as in: plait log "2h atlas"'))
    viewer = run.viewer()
    if undo:
        _undo(viewer, as_json=as_json)
    elif check:
        _check(viewer, " ".join(line), on, as_json=as_json)
    else:
        _log(viewer, " ".join(line), on, (on_call, zone), as_json=as_json)


def _log(
    viewer: "Person",
    text: str,
    on: datetime | None,
    more: tuple[bool, str],
    *,
    as_json: bool,
) -> None:
    from plait.book.models import TimeEntry
    from plait.book.operations.any_line import keep_line
    from plait.book.operations.lines import zone_named

    today = run.today(viewer)
    is_on_call, zone = more
    there = run.now().astimezone(zone_named(zone)).date() if zone else today
    day = on.date() if on else there
    answer = None if zone else _answer(viewer, text, day)
    kept = keep_line(
        viewer=viewer, text=text, today=day, is_on_call=is_on_call, zone=zone
    )
    if isinstance(kept, TimeEntry):
        _say_time(viewer, kept, today, as_json=as_json)
    elif answer is not None and as_json:
        run.print_json({answer.kind: kept.pk, "text": answer.text})
    elif answer is not None:
        run.say(answer.text)
        run.say(run.words().gettext("Undo it with: plait undo"))


def _say_time(
    viewer: "Person", entry: "TimeEntry", today: date, *, as_json: bool
) -> None:
    from plait.cli.render.hours.logged import entry_text, entry_values, outside_texts

    if as_json:
        run.print_json(entry_values(entry, viewer))
        return
    words = run.words()
    run.say(entry_text(entry, viewer, today, words))
    for sentence in outside_texts(entry, words):
        run.say(sentence)
    run.say(words.gettext("Undo it with: plait log --undo"))


def _check(viewer: "Person", text: str, on: datetime | None, *, as_json: bool) -> None:
    answer = _answer(viewer, text, run.day_of(on, viewer))
    if as_json:
        run.print_answer(answer)
        return
    for typed in (answer.text, *answer.granted, answer.asked):
        if typed:
            run.say(typed)


def _answer(viewer: "Person", text: str, today: date) -> "LineAnswer":
    from plait.answers.records.line import line_answer
    from plait.book.operations.any_line import read_line
    from plait.book.queries import roles
    from plait.formats.quick_entry.one_line import names_a_day

    typed = read_line(viewer=viewer, text=text, today=today)
    names = {role.key: role.name for role in roles(viewer=viewer)}
    return line_answer(typed, run.words(), names, today, has_day=names_a_day(text))


def _undo(viewer: "Person", *, as_json: bool) -> None:
    from plait.book.operations.records import remove_time
    from plait.book.queries import last_logged
    from plait.cli.render.hours.logged import entry_text, entry_values
    from plait.wording.hours.logged import removed_text

    entry = last_logged(viewer=viewer)
    if entry is None:
        raise NothingLogged(
            "Nothing was logged by hand",
            value="--undo",
            fix="Undo an import with: plait undo N.",
        )
    values = entry_values(entry, viewer)
    sentence = entry_text(entry, viewer, run.today(viewer), run.words())
    remove_time(viewer=viewer, entry=entry)
    if as_json:
        run.print_json({"removed": values})
    else:
        run.say(removed_text(run.words(), sentence))
