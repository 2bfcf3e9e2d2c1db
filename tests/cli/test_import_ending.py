"""The line that ends `plait import`."""

import pytest

from plait.book.imports.report import FileReport, ImportReport
from plait.cli.commands.records.bring_in import _ending
from plait.wording.words import words_for


@pytest.mark.parametrize(
    ("n_new", "told"),
    [(0, "0 new lines"), (1, "1 new line"), (1234, "1,234 new lines")],
)
def test_one_line_is_one_line(n_new, told):
    file = FileReport(path="a.csv", format="monzo", label="Monzo")
    file.n_new = n_new
    report = ImportReport(batch=3, files=[file])

    assert _ending(report, words_for("en"), dry_run=False).strip() == (
        f"Import 3: {told}. Undo it with: plait undo 3"
    )
    assert _ending(report, words_for("en"), dry_run=True).strip() == (
        f"Preview only, nothing is saved: {told}."
    )
