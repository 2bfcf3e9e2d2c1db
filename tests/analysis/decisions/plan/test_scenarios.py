"""What an hour of each option brings, from an income model."""

import numpy as np
import pytest

from plait.analysis.decisions.plan.options import Limits, NotAnOption, Option
from plait.analysis.decisions.plan.scenarios import PlanModel, question_of, scenarios_of
from plait.analysis.income.model import Hazard, IncomeModel, StreamModel

SURE = StreamModel("Atlas", monthly=1600, hours=16)


def drawn(model, *options, n=50, seed=1):
    return scenarios_of(model, options, n, np.random.default_rng(seed))


def test_an_hour_brings_its_part_of_the_month():
    found = drawn(IncomeModel("EUR", (SURE,)), Option("Atlas", 8, 16, present=16))

    assert found.per_hour == pytest.approx(np.full((50, 1), 1600 / 16))
    assert found.base.tolist() == [0.0] * 50


def test_through_its_notice_a_present_role_brings_what_it_brings_now():
    # 3 of 24 months at the present 16 hours: 1600 x 3/24 = 200; the rest can change.
    option = Option("Atlas", 8, 16, present=16, stays=3)

    found = drawn(IncomeModel("EUR", (SURE,), months=24), option)

    assert found.base == pytest.approx(np.full(50, 200.0))
    assert found.per_hour == pytest.approx(np.full((50, 1), 100 * 21 / 24))


def test_a_candidate_brings_nothing_before_it_begins_and_less_while_it_grows():
    # Begins in month 2 of 6 and grows over 2 months: 0, 0, 1/3, 2/3, 1, 1 = 3 of 6.
    option = Option("Atlas", 8, 16, starts_in=2, grows=2)

    found = drawn(IncomeModel("EUR", (SURE,), months=6), option)

    assert found.per_hour == pytest.approx(np.full((50, 1), 100 * 3 / 6))


def test_what_is_no_option_comes_in_anyhow():
    pension = StreamModel("Pension", monthly=500)
    model = IncomeModel("EUR", (SURE, pension))

    found = drawn(model, Option("Atlas", 8, 16, present=16))

    assert found.base == pytest.approx(np.full(50, 500.0))


def test_unpaid_invoices_come_in_whatever_is_chosen():
    owed = StreamModel("Atlas", monthly=1600, hours=16, unpaid=2400)

    found = drawn(
        IncomeModel("EUR", (owed,), months=24), Option("Atlas", 8, 16, present=16)
    )

    assert found.base == pytest.approx(np.full(50, 2400 / 24))
    assert found.per_hour == pytest.approx(np.full((50, 1), 100.0))


def test_a_stream_with_hours_that_is_no_option_stays_as_it_is():
    model = IncomeModel("EUR", (SURE, StreamModel("Board", monthly=200, hours=4)))

    question = question_of(
        PlanModel(model, (Option("Atlas", 8, 16, 4, present=16),), Limits(20)),
        10,
        np.random.default_rng(1),
    )

    assert [option.name for option in question.options] == ["Atlas", "Board"]
    assert question.options[1].pieces().tolist() == [[4.0, 4.0]]


def test_a_stream_that_may_end_brings_less_on_average():
    # Within a year half of them end, in 24 months: mean of 2^(-(t+1)/12) over t.
    ends = StreamModel("Atlas", monthly=1600, hours=16, hazard=Hazard(0.5))
    share = np.mean(0.5 ** ((np.arange(24) + 1) / 12))

    found = drawn(
        IncomeModel("EUR", (ends,)), Option("Atlas", 8, 16, present=16), n=20_000
    )

    assert found.per_hour.mean() == pytest.approx(100 * share, rel=0.02)


def test_a_candidate_put_last_leaves_the_luck_of_the_others_as_it_was():
    ends = StreamModel("Atlas", monthly=1600, hours=16, hazard=Hazard(0.5))
    offer = StreamModel("Offer", monthly=900, hours=8, hazard=Hazard(0.2))
    atlas, other = Option("Atlas", 8, 16, present=16), Option("Offer", 8, 8)

    alone = drawn(IncomeModel("EUR", (ends,)), atlas)
    both = drawn(IncomeModel("EUR", (ends, offer)), atlas, other)

    assert both.per_hour[:, 0].tolist() == alone.per_hour[:, 0].tolist()


def test_an_option_without_a_stream_is_refused_by_name():
    with pytest.raises(NotAnOption, match=r"needs a stream of its name.*Nowhere"):
        drawn(IncomeModel("EUR", (SURE,)), Option("Nowhere", 8, 16))
