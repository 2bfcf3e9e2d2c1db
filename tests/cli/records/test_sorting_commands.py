"""Sorting on the command line: once, with what the money is, and rules found."""

import pytest

from plait.book.models import Payment, Rule
from tests.book.statements import Paid, camt


@pytest.fixture
def book(plait, nora, write, role_of):
    """Two payments that wait, and a role."""
    role_of(nora)
    plait("import", write("one.xml", camt([Paid(2, "10.00"), Paid(9, "20.00")])))
    return plait


def test_once_keeps_no_rule_and_says_the_kind(book):
    book("assign", "payer", "Zorggroep Atlas", "atlas", "--once", "--kind", "loan")

    assert set(Payment.objects.values_list("role__key", "kind")) == {("atlas", "loan")}
    assert not Rule.objects.exists()


def test_what_does_not_wait_is_said(book):
    answer = book("assign", "payer", "Nobody", "atlas", "--once")

    assert "Nothing of that name waits" in answer.output
    assert answer.exit_code == 2


def test_a_rule_is_found_and_leads_elsewhere(book, as_json):
    book("assign", "payer", "Zorggroep Atlas", "atlas")
    [rule] = as_json("rules", "--find", "zorg")["rules"]

    book("rules", "--change", str(rule["rule"]), "--to", "private")

    assert rule["n_records"] == 2
    assert set(Payment.objects.values_list("status", flat=True)) == {2}
