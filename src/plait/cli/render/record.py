"""One record as a page of text, with its history."""

from rich.text import Text

from plait.answers.records.record import RecordAnswer
from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, dim, table
from plait.wording.records import record_lists
from plait.wording.words import Words


def print_record(answer: RecordAnswer, words: Words) -> None:
    """Print what a record holds, where it came from and what was done to it."""
    one = answer.record
    _ = words.gettext
    console.print()
    when = " ".join(filter(None, (words.day(one.on), record_lists.time_text(one))))
    figure = record_lists.figure_text(words, one)
    console.print(Text(f"{one.id}  {when}  {figure}", style="bold"))
    role = one.role_name or record_lists.state_text(words, one.state)
    console.print(Text(on_one_line(", ".join((role, *answer.also_for)))))
    rows = table("", "")
    rows.show_header = False
    for field in answer.fields:
        rows.add_row(dim(field.title), Text(on_one_line(field.text)))
    if answer.fields:
        console.print()
        console.print(rows)
    console.print()
    for sentence in filter(None, (answer.origin, answer.edited_text)):
        console.print(dim(sentence))
    if answer.changes:
        console.print()
    for change in answer.changes:
        undone = f" ({_('undone')})" if change.undone_at else ""
        line = f"{change.number}  {change.made_at:%Y-%m-%d %H:%M}  {change.text}"
        console.print(dim(f"{line}{undone}"))
