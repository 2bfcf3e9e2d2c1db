"""The page on duties says what the packs say."""

from plait.analysis.obligations.obligation import Stand, What
from scripts import duties_reference
from scripts.duties_reference import PAGE

TEXT = PAGE.read_text("utf-8")


def test_the_tables_are_those_of_the_packs():
    assert not duties_reference.differs(), "run scripts/duties_reference.py"


def test_every_verdict_is_explained():
    table = TEXT.partition("## Verdicts")[2].partition("## ")[0]
    named = {
        name.strip()
        for line in table.splitlines()[4:]
        for name in line.split("|")[1:2]
        for name in name.split(",")
    }

    assert {stand.value for stand in Stand} <= named


def test_everything_that_may_be_due_is_named():
    assert all(what.value in TEXT for what in What)
