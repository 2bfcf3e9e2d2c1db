"""Leave, seasons and overheads as a page of text."""

from rich.table import Table

from plait.answers.hours.time_off import Stretch, TimeOffAnswer
from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, dim, wrapped
from plait.wording.words import Words


def print_time_off(answer: TimeOffAnswer, words: Words) -> None:
    """Print what there is to give, and a line for each stretch with its number."""
    _ = words.gettext
    console.print(wrapped(answer.sentence))
    if answer.stretches:
        console.print(wrapped(answer.next_leave))
        console.print()
        console.print(_table(answer.stretches, words))
    else:
        console.print(_("Nothing is saved yet: see plait time-off --help."))
    notes = [answer.holidays, _proposals(answer, words)]
    for note in filter(None, notes):
        console.print()
        console.print(dim(wrapped(note)))


def _table(stretches: tuple[Stretch, ...], words: Words) -> Table:
    _ = words.gettext
    headings = ("N", _("What"), _("Days"), _("Role"), _("Note"))
    table = Table(*headings, box=None, pad_edge=False, header_style="dim")
    for one in stretches:
        cells = (str(one.number), one.text, one.days, one.role or "", one.note or "")
        table.add_row(*map(on_one_line, cells))
    return table


def _proposals(answer: TimeOffAnswer, words: Words) -> str:
    n = len(answer.proposed)
    if not n:
        return ""
    return words.ngettext(
        "Your calendar suggests %(n)d more stretch of leave: see it on the page.",
        "Your calendar suggests %(n)d more stretches of leave: see them on the page.",
        n,
    ) % {"n": n}
