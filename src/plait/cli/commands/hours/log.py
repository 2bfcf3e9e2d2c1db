"""plait log: time given, in one line."""

from datetime import datetime
from typing import TYPE_CHECKING

import click

from plait.cli import run
from plait.domain.errors import PlaitError

if TYPE_CHECKING:
    from plait.accounts.models import Person


class NothingLogged(PlaitError):
    """There is nothing that was logged by hand."""


@click.command(epilog='Example: plait log "2h atlas budget review yesterday"')
@click.argument("line", nargs=-1)
@run.day_option("--on", 'What "today" is in the line; today if left out.')
@click.option("--on-call", is_flag=True, help="You stood by and did not work.")
@click.option("--zone", default="", help="Where: a city or zone such as New York.")
@click.option("--undo", is_flag=True, help="Remove what was logged by hand last.")
@run.as_command
def command(
    line: tuple[str, ...],
    on: datetime | None,
    *,
    on_call: bool,
    zone: str,
    undo: bool,
    as_json: bool,
) -> None:
    """Log time that you gave to a role: how long, which role, what for, which day.

    In English or Dutch, in any order: "13:00-14:30 board, chair call", "anderhalf
    uur praktijk teamoverleg gisteren", "2h atlas + board strategy 20/11". What could
    be read in two ways is asked back, not guessed. Time on call, also where the line
    says so, is kept apart from time worked.
    """
    if undo == bool(line):
        raise click.UsageError('Say what you did, as in: plait log "2h atlas"')
    viewer = run.viewer()
    if undo:
        _undo(viewer, as_json=as_json)
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
    from plait.book.operations.lines import log_line, zone_named
    from plait.cli.render.hours.logged import entry_text, entry_values, outside_texts

    today = run.today(viewer)
    is_on_call, zone = more
    there = run.now().astimezone(zone_named(zone)).date() if zone else today
    entry = log_line(
        viewer=viewer,
        text=text,
        today=on.date() if on else there,
        is_on_call=is_on_call,
        zone=zone,
    )
    if as_json:
        run.print_json(entry_values(entry, viewer))
    else:
        words = run.words()
        run.say(entry_text(entry, viewer, today, words))
        for sentence in outside_texts(entry, words):
            run.say(sentence)
        run.say(words.gettext("Undo it with: plait log --undo"))


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
