"""A list of records as a page of text."""

from rich.text import Text

from plait.answers.records.records import RecordsAnswer
from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, dim, print_notes, table
from plait.domain.record_list import ListedRecord
from plait.wording.records import record_lists as wording
from plait.wording.words import Words


def print_records(answer: RecordsAnswer, words: Words) -> None:
    """Print how many there are, a line for each, and what all come to."""
    _ = words.gettext
    console.print()
    console.print(Text(answer.sentence, style="bold"))
    what = [answer.heading] if answer.n_records else []
    about = " · ".join([*what, *answer.filters])
    if about:
        console.print(dim(on_one_line(about)))
    if answer.earlier:
        console.print(dim(on_one_line(answer.earlier.sentence)))
    if answer.records:
        rows = table("", _("Day"), _("What"), _("Role"))
        rows.add_column("", justify="right")
        for one in answer.records:
            rows.add_row(*_cells(one, words))
        console.print()
        console.print(rows)
    print_notes(*answer.total_texts, _page(answer, words))


def _cells(one: ListedRecord, words: Words) -> tuple[Text, ...]:
    day = " ".join(filter(None, (one.on.isoformat(), wording.time_text(one))))
    what = " · ".join(filter(None, (one.title, one.detail))) or "–"
    role = one.role or wording.state_text(words, one.state)
    return (
        dim(str(one.id)),
        dim(day),
        Text(on_one_line(what), overflow="ellipsis", no_wrap=True),
        dim(role),
        Text(wording.figure_text(words, one), no_wrap=True),
    )


def _page(answer: RecordsAnswer, words: Words) -> str:
    if answer.n_pages == 1:
        return ""
    return words.gettext("Page %(page)d of %(n)d; the next: --page %(next)d") % {
        "page": answer.page,
        "n": answer.n_pages,
        "next": min(answer.page + 1, answer.n_pages),
    }
