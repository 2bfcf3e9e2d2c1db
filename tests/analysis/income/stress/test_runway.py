"""How many months one would last, worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.analysis.income.model import Hazard
from plait.domain.scenarios import Blow, Effect, Over
from tests.analysis.income.stress.cases import (
    case,
    cut,
    delay,
    income,
    lose,
    outcome,
    stream,
    stressed,
)

TWO = (stream("job", 2000, notice=2, is_salary=True), stream("client", 1000))


def test_losing_a_salary_runs_through_its_notice_then_eats_the_savings():
    found = outcome(case(*TWO), lose("role", "job"))

    # Two months of notice bring 3000 - 2400 = 600 each: 9000, 9600, 10200. Then
    # 1000 - 2400 = -1400 a month: 10200 / 1400 = 7.3, so seven more months go well
    # and the tenth is 10200 - 8 x 1400 = -1000.
    assert found.months == 9
    assert found.short_by == pytest.approx(1000)
    assert found.gap == pytest.approx(1400)
    assert found.balance[:3].tolist() == pytest.approx([9600, 10200, 8800])


def test_what_never_runs_dry_has_no_months():
    found = outcome(case(*TWO, floor=1000), lose("role", "job"))

    assert (found.months, found.short_by, found.gap) == (None, 0, 0)


def test_beyond_the_horizon_is_not_counted():
    # 9000 / 150 = 60: the sixtieth month ends at exactly nothing.
    sixty = case(stream("client", 0), savings=9000, floor=150)

    assert outcome(sixty).months is None
    assert outcome(case(stream("client", 0), savings=8999, floor=150)).months == 59


def test_without_savings_the_first_month_below_the_floor_is_short():
    found = outcome(case(*TWO, savings=0), lose("role", "client"))

    assert found.months == 0
    assert found.short_by == pytest.approx(400)


def test_what_never_varies_has_one_future():
    found = stressed(case(stream("client", 1500), savings=3600, floor=1800))

    # 3600 / (1800 - 1500) = 12, whatever the future.
    assert (found.one_in_ten.months, found.median.months) == (12, 12)
    assert (found.within_year, found.within_two_years) == (0, 1)


def test_bad_months_are_followed_by_other_months_and_not_by_themselves():
    # Months of nothing or of 3600 in turn, by chance: 300 more than they cost. Sixty
    # months of a weak one would run out at once; four paths in five do not.
    lumpy = stream("client", 1800, weak=0, varies=1.0, empty=0.5)
    found = stressed(case(lumpy, savings=12_000, floor=1500))

    assert found.within_two_years < 0.15
    assert found.median.months is None
    assert (found.one_in_ten.months or 60) > 5


def test_the_chance_of_a_short_month_is_that_of_the_sums():
    # After twelve months of mean 1000 and sd 400 there is 1200 + 12 x (1000 - 1000):
    # short if the sum stays 1200 below; of a walk about twice the chance of its end.
    found = stressed(case(stream("client", 1000, varies=0.4), savings=1200, floor=1000))

    assert 0.3 < found.within_year < 0.45
    assert found.within_year < found.within_two_years


def test_an_unsure_level_makes_bad_futures_worse_and_the_middle_no_other():
    client = stream("client", 2000, varies=0.1)
    calm = stressed(case(client, savings=4000, floor=2100))
    unsure = stressed(case(client, savings=4000, floor=2100, level_unsure=0.2))

    assert unsure.one_in_ten.months < calm.one_in_ten.months / 2
    assert unsure.median.months == pytest.approx(calm.median.months, rel=0.2)


def test_streams_that_move_together_run_out_sooner_than_apart():
    def two(together: float):
        return case(
            stream("a", 1000, varies=0.8, together=together),
            stream("b", 1000, varies=0.8, together=together),
            savings=3000,
            floor=1900,
        )

    assert stressed(two(0.9)).within_year > stressed(two(0)).within_year + 0.05


def test_the_same_seed_tells_the_same_futures():
    held = case(stream("client", 1000, varies=0.5), savings=500, floor=1000)

    assert stressed(held).within_year == stressed(held).within_year


def test_a_payer_takes_its_share_of_every_stream_it_pays():
    both = case(
        stream("a", 1000, payers=(("zorgnet", 0.6), ("wijk", 0.4))),
        stream("b", 500, payers=(("zorgnet", 1.0),)),
    )

    # 40 % of 1000 is left, and nothing of 500.
    assert income(both, lose("payer", "Zorgnet"))[0] == 400


def test_losing_all_payers_of_a_stream_loses_all_of_it():
    one = case(stream("a", 1000, payers=(("zorgnet", 0.6), ("wijk", 0.4))))

    assert income(one, lose("payer", "Zorgnet"), lose("payer", "Wijk"))[0] == 0


def test_the_same_loss_twice_is_one():
    one = case(stream("a", 1000, payers=(("zorgnet", 0.4), ("wijk", 0.6))))

    assert income(one, lose("payer", "Zorgnet"), lose("payer", "Zorgnet"))[0] == 600


@pytest.mark.parametrize(
    ("over", "name"), [("sector", "Health"), ("skill", "EXCEL"), ("cause", "Province")]
)
def test_sectors_skills_and_causes_take_all_that_has_them(over, name):
    hit = stream(
        "a", 1000, sector="health", skills=("training", "excel"), causes=("province",)
    )

    assert income(case(hit, stream("b", 300)), lose(over, name))[0] == 300


def test_illness_stops_what_is_earned_for_a_while_and_heeds_no_notice():
    ill = case(
        stream("job", 2000, notice=2, is_salary=True, kept=(0.7,) * 3),
        stream("client", 1000, notice=1),
        stream("flat", 500, is_earned=False),
    )

    # 70 % of the salary goes on, 1400, and the rent, 500; the client pays nothing.
    assert income(ill, lose("earned", months=3)) == [1900] * 3 + [3500] * 3


def test_what_goes_on_in_illness_may_change_and_end():
    ill = case(stream("job", 2000, is_salary=True, kept=(1.0, 0.7)))

    assert income(ill, lose("earned", months=3)) == [2000, 1400, 0] + [2000] * 3
    assert income(ill, lose("earned", after=1, months=1)) == [2000] * 6


def test_a_cut_takes_a_share_of_what_is_invoiced():
    # 2000 of salary, and 1000 less a fifth.
    assert income(case(*TWO), cut("invoiced", "0.2"))[0] == 2800


def test_cuts_follow_one_another():
    one = case(stream("client", 1000))

    assert income(one, cut("all", "0.5"), cut("role", "0.2", "client"))[0] == 400


def test_an_effect_begins_after_months_and_ends_again():
    one = case(stream("client", 1000))

    assert income(one, lose("role", "client", after=1, months=2)) == [
        1000,
        0,
        0,
        1000,
        1000,
        1000,
    ]


def test_sixty_days_late_is_nothing_for_two_months_and_then_as_ever():
    # The salary is no invoice.
    assert income(case(*TWO), delay("invoiced", 60)) == [2000] * 2 + [3000] * 4


def test_a_delay_that_passes_brings_all_that_was_held_up():
    one = case(stream("client", 1000))

    # Months 0 to 2 come in months 2 to 4, month 3 comes in month 3.
    assert income(one, delay("all", 60, months=3)) == [0, 0, 1000, 2000, 2000, 1000]


def test_what_comes_late_still_comes_after_the_end():
    late = case(stream("client", 1000, late=2))

    assert income(late, lose("role", "client")) == [1000, 1000, 0, 0, 0, 0]


def test_half_a_month_late_is_half_in_either_month():
    late = case(stream("client", 1000, late=1.5))

    # Before: month -2 has half to come in month 0, month -1 half in 0 and half in 1.
    assert income(late, lose("role", "client")) == [1000, 500, 0, 0, 0, 0]
    assert income(late) == [1000] * 6


def test_unpaid_invoices_stand_in_for_the_usual_delay():
    late = case(stream("client", 1000, late=2, due=(300, 0, 50)))

    # Work of month 0 comes in month 2.
    assert income(late) == [300, 0, 1050, 1000, 1000, 1000]


def test_invoices_are_held_up_too():
    late = case(stream("client", 1000, late=1, due=(700,)))

    assert income(late, delay("all", 30)) == [0, 700, 1000, 1000, 1000, 1000]


def test_a_contract_ends_in_its_month_but_for_its_chance_of_renewal():
    fixed = case(stream("client", 1000, ends_in=2, renewed=0.25))

    assert income(fixed) == [1000, 1000, 250, 250, 250, 250]


def test_wear_takes_what_can_be_expected_to_end():
    one = case(stream("client", 1000, hazard=Hazard(0.36)))
    worn = Effect(Blow.WEAR, Over.ALL, months=12)

    # After a year with a chance of .36: 640 is left, and stays.
    found = income(one, worn, n_months=14)

    assert found[11:] == [640, 640, 640]
    assert found[5] == 800  # half a year: sqrt(.64) = .8


def test_higher_chances_wear_faster_after_the_notice():
    one = case(stream("client", 1000, hazard=Hazard(0.18), notice=1))
    worn = Effect(Blow.WEAR, Over.ALL, times=cut("all", "2").share, months=12)

    found = income(one, worn, n_months=13)

    assert found[0] == 1000
    assert found[12] == 640  # 1 - 2 x .18


def test_what_is_lost_is_a_share_of_a_weak_month():
    found = stressed(case(*TWO), lose("role", "job"))

    assert found.lost == pytest.approx(2000 / 3000)


def test_costs_go_on_whatever_is_lost_but_their_own_role():
    both = case(
        stream("study", -400, sector="health"), stream("a", 900, sector="health")
    )

    assert income(both, lose("sector", "health"))[0] == -400
    assert income(both, lose("role", "study"))[0] == 900


# What has to hold whatever the case.

keys = ("a", "b", "c")
amounts = st.integers(0, 4000)
streams = st.builds(
    lambda key, monthly, varies, notice, late, salary: stream(
        key,
        monthly,
        notice=notice,
        late=late / 2,
        varies=varies,
        is_salary=salary,
        sector="health" if key != "c" else "",
        hazard=Hazard(0.2),
    ),
    st.sampled_from(keys),
    amounts,
    st.sampled_from([0.0, 0.5]),
    st.integers(0, 3),
    st.integers(0, 5),
    st.booleans(),
)
several = st.lists(streams, min_size=1, max_size=3, unique_by=lambda one: one.key)
effects = st.lists(
    st.one_of(
        st.builds(
            lambda key, after, months: lose("role", key, after=after, months=months),
            st.sampled_from(keys),
            st.integers(0, 3),
            st.none() | st.integers(1, 9),
        ),
        st.just(lose("sector", "health")),
        st.just(lose("earned", months=3)),
        st.builds(lambda n: cut("all", f"0.{n}"), st.integers(0, 9)),
        st.builds(lambda days: delay("all", days), st.integers(0, 120)),
        st.just(Effect(Blow.WEAR, Over.ALL, months=18)),
    ),
    max_size=3,
)


def months(found) -> float:
    """Return the months, a hundred where money lasts beyond the horizon."""
    return 100 if found.months is None else found.months


@given(several, effects, st.integers(0, 20_000), st.integers(0, 5000))
def test_more_savings_never_shorten_the_runway(of, blows, savings, more):
    less = outcome(case(*of, savings=savings), *blows)
    richer = outcome(case(*of, savings=savings + more), *blows)

    assert months(richer) >= months(less)


@given(several, effects, effects, st.integers(0, 20_000))
def test_losing_more_never_lengthens_it(of, blows, further, savings):
    held = case(*of, savings=savings)

    assert months(outcome(held, *blows, *further)) <= months(outcome(held, *blows))


@given(several, effects, st.integers(0, 20_000), st.integers(0, 5000))
def test_a_higher_floor_never_lengthens_it(of, blows, savings, more):
    low = outcome(case(*of, savings=savings), *blows)
    high = outcome(case(*of, savings=savings, floor=2400 + more), *blows)

    assert months(high) <= months(low)


@given(st.data(), several, effects)
def test_the_order_of_streams_and_effects_does_not_matter(data, of, blows):
    mixed = data.draw(st.permutations(of))
    turned = data.draw(st.permutations(blows))

    one, other = outcome(case(*of), *blows), outcome(case(*mixed), *turned)

    assert other.income == pytest.approx(one.income)
    assert months(one) == months(other)


@given(several, effects)
def test_one_in_ten_never_lasts_longer_than_the_middle(of, blows):
    found = stressed(case(*of), *blows)

    assert months(found.one_in_ten) <= months(found.median)
