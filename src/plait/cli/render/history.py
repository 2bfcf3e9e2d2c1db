"""The changes of a book as a page of text."""

from rich.text import Text

from plait.answers.records.history import ChangeAnswer, HistoryAnswer
from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, dim, print_notes, table
from plait.wording.words import Words


def print_history(answer: HistoryAnswer, words: Words) -> None:
    """Print a line for each change: its number, when, what was done to what."""
    _ = words.gettext
    console.print()
    console.print(Text(answer.heading, style="bold"))
    if not answer.changes:
        return
    rows = table(_("Number"), _("When"), _("What"))
    rows.add_column("")
    for one in answer.changes:
        rows.add_row(*_cells(one, words))
    console.print()
    console.print(rows)
    print_notes(_("Undo one with: plait undo --change NUMBER"), _page(answer, words))


def _cells(one: ChangeAnswer, words: Words) -> tuple[Text, ...]:
    what = ": ".join(filter(None, (one.text, one.detail)))
    return (
        Text(str(one.number)),
        dim(f"{one.made_at:%Y-%m-%d %H:%M}"),
        Text(on_one_line(what), overflow="ellipsis", no_wrap=True),
        dim(words.gettext("undone") if one.undone_at else ""),
    )


def _page(answer: HistoryAnswer, words: Words) -> str:
    if answer.page == answer.n_pages:
        return ""
    return words.gettext("Page %(page)d of %(n)d; older ones: --page %(next)d") % {
        "page": answer.page,
        "n": answer.n_pages,
        "next": answer.page + 1,
    }
