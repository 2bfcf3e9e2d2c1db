"""Open and settled findings as lists of text."""

from plait.answers.settled import FindingsAnswer
from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, dim, table, wrapped
from plait.wording import returns as wording
from plait.wording.words import Words


def print_findings(answer: FindingsAnswer, words: Words) -> None:
    """Print keys and titles, then what was settled, why, and when it comes back."""
    _ = words.gettext
    if answer.open:
        rows = table(_("Finding"), _("What it says"))
        for one in answer.open:
            rows.add_row(on_one_line(one.key), on_one_line(one.title))
        console.print(rows)
        console.print()
    console.print(answer.sentence)
    for item in answer.settled:
        decided = wording.settled_as_text(words, item.settled_as)
        console.print()
        console.print(on_one_line(f"{item.key}  {item.title}"), style="bold")
        console.print(wrapped(f"{decided} · {words.day(item.on)} · {item.reason}"))
        console.print(dim(wrapped(wording.state_text(words, item.state, item.returns))))
