"""How much hangs on how few."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.analysis.income.concentration import (
    By,
    Concentration,
    NegativeStream,
    concentration,
    grouped,
    roles_paid_for,
)
from plait.analysis.series.streams import income_of
from plait.domain.records import RecordStatus
from plait.reference.rates import published_rates
from tests.cast import Life


def of(*amounts: float) -> Concentration:
    return concentration(amounts, [f"payer {i}" for i in range(len(amounts))])


def payers(life: Life) -> Concentration:
    portfolio = life.portfolio()
    rates = published_rates(portfolio.payments.currencies)
    return grouped(portfolio, rates, By.PAYER).of


@pytest.mark.parametrize(
    ("amounts", "herfindahl", "effective"),
    [
        # .55^2 + .20^2 + .15^2 + .10^2 = .3025 + .04 + .0225 + .01 = .375
        ([55, 20, 15, 10], 0.3750, 2.6667),
        ([25, 25, 25, 25], 0.25, 4),
        ([90, 10], 0.82, 1.2195),  # .81 + .01
        ([60, 30, 10], 0.46, 2.1739),  # .36 + .09 + .01
        ([7], 1, 1),
    ],
)
def test_the_index_is_the_sum_of_squared_shares_and_its_inverse_their_number(
    amounts, herfindahl, effective
):
    found = of(*amounts)

    assert round(found.herfindahl, 4) == herfindahl
    assert round(found.effective, 4) == effective
    assert found.shares == tuple(a / sum(amounts) for a in amounts)
    assert found.total == sum(amounts)


@pytest.mark.parametrize(
    ("amounts", "simpson", "entropy", "effective"),
    [
        # -(.55 ln .55 + .20 ln .20 + .15 ln .15 + .10 ln .10)
        #   = .3288 + .3219 + .2846 + .2303 = 1.1655; e^1.1655 = 3.2076
        ([55, 20, 15, 10], 0.6250, 1.1655, 3.2076),
        ([25, 25, 25, 25], 0.75, 1.3863, 4),  # ln 4
        ([90, 10], 0.18, 0.3251, 1.3841),  # .0948 + .2303
        ([60, 30, 10], 0.54, 0.8979, 2.4546),  # .3065 + .3612 + .2303
        ([80, 20], 0.32, 0.5004, 1.6494),  # .1785 + .3219
        ([7], 0, 0, 1),
        ([], 0, 0, 0),
    ],
)
def test_simpson_and_entropy_say_it_their_way(amounts, simpson, entropy, effective):
    found = of(*amounts)

    assert round(found.simpson, 4) == simpson
    assert round(found.entropy, 4) == entropy
    assert round(found.effective_by_entropy, 4) == effective


def test_the_largest_comes_first_and_equals_by_name():
    found = concentration([10, 60, 10], ["b", "large", "a"])

    assert found.names == ("large", "a", "b")
    assert found.largest == ("large", 0.75)


def test_what_paid_nothing_is_no_payer():
    assert of(5, 0, 5).names == ("payer 0", "payer 2")


@pytest.mark.parametrize("amounts", [[], [0], [0, 0]])
def test_nothing_came_in_makes_everything_nought(amounts):
    found = of(*amounts)

    assert (found.shares, found.herfindahl, found.effective) == ((), 0, 0)
    assert found.largest is None


def test_a_negative_stream_is_refused_with_a_sentence():
    with pytest.raises(NegativeStream) as trouble:
        concentration([100, -20], ["Atlas", "Shop"])

    assert str(trouble.value) == (
        "Shares can only be taken of amounts that are not negative: Shop: -20."
        " Take costs off elsewhere, or leave this stream out."
    )


@pytest.mark.parametrize("amount", [float("nan"), float("inf"), -1e-9])
def test_what_is_no_amount_is_refused_too(amount):
    with pytest.raises(NegativeStream):
        of(100, amount)


amounts_paid = st.lists(st.integers(0, 10**6), min_size=2, max_size=12)


@given(amounts_paid)
def test_putting_two_payers_together_never_lowers_the_index(amounts):
    one, other, *rest = amounts

    assert of(one + other, *rest).herfindahl >= of(*amounts).herfindahl - 1e-12


@given(amounts_paid)
def test_putting_two_payers_together_never_raises_a_number_of_equals(amounts):
    one, other, *rest = amounts
    apart, merged = of(*amounts), of(one + other, *rest)

    assert merged.effective <= apart.effective + 1e-9
    assert merged.effective_by_entropy <= apart.effective_by_entropy + 1e-9
    assert merged.simpson <= apart.simpson + 1e-12


@given(st.data())
def test_order_does_not_matter(data):
    amounts = data.draw(amounts_paid)
    mixed = data.draw(st.permutations(amounts))

    assert of(*mixed).herfindahl == pytest.approx(of(*amounts).herfindahl)
    assert of(*mixed).shares == pytest.approx(of(*amounts).shares)


@given(amounts_paid, st.integers(1, 10**6))
def test_the_scale_does_not_matter(amounts, factor):
    scaled = of(*(factor * a for a in amounts))

    assert scaled.effective == pytest.approx(of(*amounts).effective)


@given(amounts_paid)
def test_the_number_lies_between_one_and_the_payers_there_are(amounts):
    found = of(*amounts)

    if found.total:
        assert 1 - 1e-9 <= found.effective <= len(found.names) + 1e-9
        assert sum(found.shares) == pytest.approx(1)


def test_payers_are_those_who_paid_a_role_in_twelve_whole_months():
    life = Life(on="2026-11-20").role("Training").role("Practice")
    life.is_paid_on("Training", "5000 EUR", "2025-10-31", by="Too long ago")
    life.is_paid_on("Training", "300 EUR", "2025-11-01", by="Atlas")
    life.is_paid_on("Practice", "700 EUR", "2026-10-31", by="De Linde")
    life.is_paid_on("Training", "900 EUR", "2026-11-01", by="This month")
    life.is_paid_on("", "800 EUR", "2026-10-01", by="In the inbox")
    life.is_paid_on(
        "", "60 EUR", "2026-10-01", by="Mother", status=RecordStatus.PRIVATE
    )
    life.is_paid_on("Training", "-200 EUR", "2026-10-01", by="A cost")

    found = payers(life)

    # Of the training's 300 its costs of 200 are taken off: 700 and 100.
    assert found.names == ("De Linde", "Atlas")
    assert found.shares == (0.875, 0.125)
    assert (found.total, found.n_months) == (800, 12)


def test_two_spellings_are_one_payer():
    life = Life().role("Training")
    life.is_paid_on("Training", "30 EUR", "2026-09-30", by="ZORGGROEP  ATLAS")
    life.is_paid_on("Training", "50 EUR", "2026-10-30", by="Zorggroep Atlas")
    life.is_paid_on("Training", "20 EUR", "2026-10-30", by="De Linde")

    found = payers(life)

    assert found.shares == (0.8, 0.2)
    assert found.names[0].casefold().split() == ["zorggroep", "atlas"]


def test_a_payment_without_a_name_is_its_roles_organisations():
    life = Life().role("Flat", at="The agent").role("Practice", at="De Linde")
    life.is_paid_on("Flat", "30 EUR", "2026-09-30", by="")
    life.is_paid_on("Flat", "30 EUR", "2026-10-30", by="***")
    life.is_paid_on("Practice", "20 EUR", "2026-10-30", by="")
    life.is_paid_on("Practice", "20 EUR", "2026-10-30", by="DE LINDE")

    found = payers(life)

    assert [name.casefold() for name in found.names] == ["the agent", "de linde"]
    assert found.shares == (0.6, 0.4)


def test_fewer_months_than_twelve_are_told():
    life = Life().role("Practice").is_paid_monthly("Practice", "10 EUR", months=5)

    assert payers(life).n_months == 5


def test_without_payments_there_is_no_concentration():
    assert payers(Life().role("Practice")).total == 0
    assert payers(Life().role("Practice")).n_months == 0


def test_shares_are_taken_in_one_currency():
    # 866.45 pounds at 0.86645 are the 1000 euros that Atlas pays.
    life = Life(on="2024-03-20").role("Flat").role("Training")
    life.is_paid_on("Flat", "866.45 GBP", "2024-01-02", by="The agent")
    life.is_paid_on("Training", "1000 EUR", "2024-01-31", by="Atlas")

    assert payers(life).shares == pytest.approx((0.5, 0.5))


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Training", "Practice"]),
            st.integers(-500, 5000),
            st.integers(0, 30),
            st.sampled_from(["Atlas", "De Linde", ""]),
        ),
        max_size=20,
    )
)
def test_what_all_payers_paid_is_what_streams_brought_after_costs(payments):
    life = Life().role("Training").role("Practice")
    for role, euros, months, by in payments:
        on = f"{2026 - months // 12}-{12 - months % 12:02}-15"
        if on <= "2026-11-20":
            life.is_paid_on(role, f"{euros} EUR", on, by=by)
    portfolio = life.portfolio()

    income = income_of(portfolio, published_rates([]))

    # A role that cost more than it brought has no share.
    nets = [float(stream.net[-12:].sum()) for stream in income.streams]
    assert payers(life).total == pytest.approx(sum(net for net in nets if net > 0))


def test_a_payer_belongs_to_the_role_that_it_paid_for_most_often():
    life = Life().role("Practice").role("Training")
    life.is_paid_on("Practice", "30 EUR", "2026-08-30", by="De Linde")
    life.is_paid_on("Practice", "30 EUR", "2026-09-30", by="DE LINDE")
    life.is_paid_on("Training", "900 EUR", "2026-10-30", by="De Linde")

    # Two payments for the first role, one for the second, whatever they come to.
    assert roles_paid_for(life.portfolio()) == {"de linde": 0}


def test_what_went_out_pays_for_no_role():
    life = Life().role("Flat")
    life.is_paid_on("Flat", "-30 EUR", "2026-08-30", by="Plumber")

    assert roles_paid_for(life.portfolio()) == {}
