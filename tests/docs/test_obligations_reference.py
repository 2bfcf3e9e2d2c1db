"""The page on tax obligations says what the packs say."""

from plait.analysis.obligations.obligation import LimitStatus, ObligationKind
from scripts.references import obligations
from scripts.references.obligations import PAGE

TEXT = PAGE.read_text("utf-8")


def test_the_tables_are_those_of_the_packs():
    assert all(
        page.read_text("utf-8") == text for page, text in obligations.pages().items()
    ), "run python -m scripts.references"


def test_every_status_is_explained():
    table = TEXT.partition("## Status of a limit")[2].partition("## ")[0]
    named = {
        name.strip()
        for line in table.splitlines()[4:]
        for name in line.split("|")[1:2]
        for name in name.split(",")
    }

    assert {stand.value for stand in LimitStatus} <= named


def test_everything_that_may_be_due_is_named():
    assert all(what.value in TEXT for what in ObligationKind)
