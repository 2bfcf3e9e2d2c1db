"""The page on tax obligations says what the packs say."""

from plait.analysis.obligations.obligation import LimitStatus, ObligationKind
from scripts import obligations_reference
from scripts.obligations_reference import PAGE

TEXT = PAGE.read_text("utf-8")


def test_the_tables_are_those_of_the_packs():
    assert not obligations_reference.differs(), "run scripts/obligations_reference.py"


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
