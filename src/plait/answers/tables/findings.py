"""Tables of findings: those of a review, and what became of them."""

from collections.abc import Iterable

from plait.answers.findings.finding import Finding
from plait.answers.overview.answer import ReviewAnswer
from plait.answers.settled import FindingsAnswer
from plait.answers.tables.table import Column, Table, table
from plait.domain.settled_findings import SettledAs
from plait.wording.words import Words


def review_table(answer: ReviewAnswer, words: Words) -> Table:
    """Return a row for each finding, the heaviest first."""
    return _open(answer.findings, words)


def findings_table(answer: FindingsAnswer, words: Words) -> Table:
    """Return a row for each open finding, then for each that was settled or put off."""
    _ = words.gettext
    found = _open(answer.open, words)
    columns: list[Column] = [
        (_("Why"), "reason"),
        (_("When"), "on"),
        (_("Comes back"), "returns"),
    ]
    empty = ("",) * (len(columns))
    rows = [(_("Open"), *row, *empty) for row in found.rows]
    for one in answer.settled:
        is_put_off = one.settled_as is SettledAs.PUT_OFF
        state = _("Put off") if is_put_off else _("Settled")
        [decided] = table(words, columns, (one,)).rows
        rows.append((state, one.title, "", "", one.role, one.key, *decided))
    decided_headings = (heading for heading, _path in columns)
    return Table((_("State"), *found.headings, *decided_headings), tuple(rows))


def _open(found: Iterable[Finding], words: Words) -> Table:
    _ = words.gettext
    columns = [
        (_("Finding"), "title"),
        (_("Explanation"), "sentence"),
        (_("Next step"), "step.label"),
        (_("Key of the role"), "role"),
        (_("Key"), "key"),
    ]
    return table(words, columns, found)
