"""Until when the records are known, as a page of text."""

from plait.answers.records.known import KnownAnswer
from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, print_notes, table
from plait.wording.records.known import nothing_known_text
from plait.wording.words import Words


def print_known(answer: KnownAnswer, words: Words) -> None:
    """Print accounts, trackers and calendars with their days, then what does not fit."""
    _ = words.gettext
    if not answer.each:
        console.print(nothing_known_text(words))
        return
    rows = table(_("What"), _("Name"), _("From"), _("Known until"), "")
    for one in answer.each:
        rows.add_row(
            one.kind_text,
            on_one_line(one.label),
            one.since.isoformat(),
            one.until.isoformat(),
            on_one_line(one.checked),
        )
    console.print(rows)
    jumps = [f"{one.label}: {jump.text}" for one in answer.each for jump in one.jumps]
    print_notes(*map(on_one_line, (*jumps, *answer.notes, answer.method)))
