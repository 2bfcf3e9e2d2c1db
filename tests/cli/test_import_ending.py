"""The line that ends `plait import`."""

import pytest

from plait.book.imports.report import FileReport, ImportReport
from plait.cli.commands.records.bring_in import _ending


@pytest.mark.parametrize(
    ("n_new", "told"),
    [(0, "0 new lines"), (1, "1 new line"), (1234, "1,234 new lines")],
)
def test_one_line_is_one_line(n_new, told):
    file = FileReport(path="a.csv", format="monzo", label="Monzo")
    file.n_new = n_new
    report = ImportReport(batch=3, files=[file])

    assert _ending(report, report.files, dry_run=False).strip() == (
        f"Import 3: {told}. Take it back with: plait undo 3"
    )
    assert _ending(report, report.files, dry_run=True).strip() == (
        f"Nothing was kept: this was a preview. {told} would come in."
    )
