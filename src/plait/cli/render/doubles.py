"""Pairs that look like doubles as a page of text."""

from rich.text import Text

from plait.answers.records.doubles import DoublesAnswer
from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, print_notes
from plait.wording.words import Words


def print_doubles(answer: DoublesAnswer, words: Words, *, is_done: bool) -> None:
    """Print each pair, the one that stays below the other."""
    _ = words.gettext
    console.print()
    console.print(Text(answer.heading, style="bold"))
    for one in answer.doubles:
        console.print()
        for number, text in (
            (one.double.one, one.text),
            (one.double.into, one.into_text),
        ):
            console.print(Text(on_one_line(f"{number}  {text}")))
    if is_done and answer.doubles:
        print_notes(_("Done."), _("Undo it with: plait undo"))
    elif answer.doubles:
        print_notes(
            _("Merge them with: plait doubles --merge"),
            _("Keep two apart with: plait doubles --apart NUMBER NUMBER"),
        )
