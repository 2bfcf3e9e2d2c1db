"""What the ready stress tests assume."""

from decimal import Decimal

from plait.reference.stress import recession


def test_a_recession_has_its_figures_with_where_they_are_from():
    told = recession()

    # 2.0 % of jobs a month in April 2009 against 1.1 % in May 2026: 1.8 times.
    assert told.times == round(Decimal("2.0") / Decimal("1.1"), 1)
    assert told.months == 18
    assert "bls.gov" in told.source
    assert "assumption" in told.status
