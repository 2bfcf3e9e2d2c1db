"""`plait mapping`: what columns mean, and the lines they make."""

import json

import pytest

pytestmark = pytest.mark.usefixtures("nora")

MONEY = (
    "Date;Text;In/Out;Sum\n"
    "2026-02-02;Shop;\u2212100,00;900.00\n2026-02-03;Client;500,00;1400.00\n"
    "2026-02-04;Shop;-1,00;1399.00\n"
)


@pytest.fixture
def a_table(tmp_path):
    def write(text):
        path = tmp_path / "table.csv"
        path.write_text(text, "utf-8")
        return str(path)

    return write


def test_the_first_lines_are_shown_as_they_would_come_in(plait, a_table):
    answer = plait("mapping", a_table(MONEY))

    assert "How it comes in" in answer.output
    assert "2 February 2026  -€100.00  Shop" in answer.output
    assert "3 February 2026  +€500.00  Client" in answer.output


def test_another_column_is_read_by_its_own_mark(plait, a_table):
    answer = plait("mapping", a_table(MONEY), "--column", "amount=Sum", "--json")

    mapping = json.loads(answer.output)["mapping"]
    assert (mapping["columns"]["amount"], mapping["decimal"]) == (3, ".")


def test_what_a_card_spent_can_be_turned(plait, a_table):
    table = a_table("Date,Text,Amount\n2026-02-02,Shop,5.00\n")

    answer = plait("mapping", table, "--spending-positive")

    assert "-€5.00" in answer.output


def test_a_unit_may_be_said(plait, a_table):
    table = a_table("Date,Project,Duration\n2026-02-02,Board,12\n")

    answer = plait("mapping", table, "--unit", "min")

    assert "0.2 h" in answer.output


def test_dates_that_fit_two_ways_are_asked_for(plait, a_table):
    table = a_table("Date,Text,Amount\n02/03/2026,Shop,5.00\n")

    answer = plait("mapping", table)

    assert answer.exit_code == 0
    assert "can be read two ways: 02/03/2026" in " ".join(answer.output.split())
