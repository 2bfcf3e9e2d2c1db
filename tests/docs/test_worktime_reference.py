"""The page of working-time rules says what the packs and the code say."""

import re

from plait.analysis.working_time.readings import Because
from plait.analysis.working_time.verdicts import Verdict
from plait.formats.tables.work_segments import COLUMNS
from scripts.references import working_time
from scripts.references.working_time import PAGE


def page() -> str:
    return PAGE.read_text("utf-8")


def test_the_page_says_what_the_packs_say():
    assert all(
        page.read_text("utf-8") == text for page, text in working_time.pages().items()
    ), "run python -m scripts.references"


def test_every_verdict_has_its_line_and_nothing_else_has_one():
    told, _, _ = page().partition("`because` says")

    shown = set(re.findall(r"^\| ([a-z ]+) \|", told, re.MULTILINE)) - {"verdict"}
    assert shown == set(Verdict)


def test_every_reason_is_named():
    assert {one for one in Because if f"`{one}`" not in page()} == set()


def test_every_column_of_a_table_of_work_has_its_line_and_nothing_else_has_one():
    _, _, told = page().partition("## A table of work")

    shown = re.findall(r"^\| ([a-z_]+) \|", told, re.MULTILINE)
    assert [one for one in shown if one != "column"] == list(COLUMNS)
