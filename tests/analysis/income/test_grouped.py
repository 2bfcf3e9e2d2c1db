"""The same income by payer, sector, occupation, place and shared cause."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.analysis.income.concentration import By, Grouped, grouped
from plait.reference.rates import published_rates
from tests.cast import Life


def seen(life: Life, by: By | str) -> Grouped:
    portfolio = life.portfolio()
    rates = published_rates(["EUR", *portfolio.payments.currencies])
    return grouped(portfolio, rates, By(by))


def shares(life: Life, by: By | str) -> dict[str, float]:
    found = seen(life, by).of
    return dict(zip(found.names, found.shares, strict=True))


def four() -> Life:
    life = Life()
    life.role("Practice", sector="Health", country="NL", occupation="1342")
    life.role("Atlas", sector="health", country="NL", occupation="2421")
    life.role("Columns", sector="Publishing", place="online", occupation="2642")
    life.role("Flat", country="GB")
    for role, euros in (("Practice", 55), ("Atlas", 20), ("Columns", 15), ("Flat", 10)):
        life.is_paid_monthly(role, f"{euros} EUR", months=12)
    return life


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (
            "payer",
            {
                "Practice House": 0.55,
                "Atlas House": 0.2,
                "Columns House": 0.15,
                "Flat House": 0.1,
            },
        ),
        # Health however it is written, and a flat that says no sector by itself.
        ("sector", {"Health": 0.75, "Columns": 0, "Publishing": 0.15, "Flat": 0.1}),
        ("occupation", {"1342": 0.55, "2421": 0.2, "2642": 0.15, "Flat": 0.1}),
        # Where it is done before where the organisation is: 55 + 20 in NL.
        ("place", {"NL": 0.75, "online": 0.15, "GB": 0.1}),
    ],
)
def test_an_income_is_counted_by_what_its_roles_say(by, expected):
    found = shares(four(), by)

    assert found == pytest.approx({k: v for k, v in expected.items() if v})


def test_roles_that_do_not_say_it_are_named():
    assert seen(four(), "sector").unknown == (3,)
    assert seen(four(), "payer").unknown == ()


def test_roles_of_a_group_are_told():
    found = seen(four(), "sector")

    assert found.roles == ((0, 1), (2,), (3,))


def test_two_roles_without_a_sector_are_not_taken_for_one():
    life = Life().role("Training").role("Columns")
    life.is_paid_monthly("Training", "50 EUR", months=12)
    life.is_paid_monthly("Columns", "50 EUR", months=12)

    assert shares(life, "sector") == {"Training": 0.5, "Columns": 0.5}


def test_what_hangs_on_one_cause_is_one():
    life = four().hangs("The province", "Practice", "Atlas")

    # 55 + 20 = 75
    assert shares(life, "cause") == pytest.approx(
        {"The province": 0.75, "Columns House": 0.15, "Flat House": 0.1}
    )


def test_causes_that_share_a_role_hang_together():
    life = four().hangs("The province", "Practice", "Atlas")
    life.hangs("Zorgnet", "Atlas", "Columns")

    assert shares(life, "cause") == pytest.approx(
        {"The province, Zorgnet": 0.9, "Flat House": 0.1}
    )


def test_one_payer_of_two_roles_joins_what_hangs_on_either():
    life = Life().role("Training").role("Advice").role("Columns")
    life.is_paid_monthly("Training", "30 EUR", months=12, by="Zorgnet")
    life.is_paid_monthly("Training", "20 EUR", months=12, by="Wijk")
    life.is_paid_monthly("Advice", "10 EUR", months=12, by="ZORGNET")
    life.is_paid_monthly("Columns", "40 EUR", months=12)
    life.hangs("One editor", "Advice", "Columns")

    # Advice and Columns by the cause, Zorgnet's part of Training by its payer:
    # 10 + 40 + 30 = 80. What Wijk pays for Training hangs on none of these.
    assert shares(life, "cause") == pytest.approx({"One editor": 0.8, "Wijk": 0.2})


def test_shares_are_of_what_is_left_after_costs():
    life = Life().role("Flat").role("Training")
    life.is_paid_monthly("Flat", "900 EUR", months=12)
    life.is_paid_monthly("Flat", "-300 EUR", months=12, by="Plumber")
    life.is_paid_monthly("Training", "300 EUR", months=12, by="Atlas")
    life.is_paid_monthly("Training", "100 EUR", months=12, by="Wijk")

    found = seen(life, "payer").of

    # 12 x (900 - 300) = 7200 of 12 x (600 + 300 + 100) = 12000.
    assert found.total == pytest.approx(12_000)
    assert found.shares == pytest.approx((0.6, 0.3, 0.1))


def test_costs_of_a_role_are_taken_off_its_payers_alike():
    life = Life().role("Training")
    life.is_paid_monthly("Training", "300 EUR", months=12, by="Atlas")
    life.is_paid_monthly("Training", "100 EUR", months=12, by="Wijk")
    life.is_paid_monthly("Training", "-80 EUR", months=12, by="Hall")

    found = seen(life, "payer").of

    assert found.shares == pytest.approx((0.75, 0.25))
    assert found.total == pytest.approx(12 * 320)


def test_a_role_that_costs_more_than_it_brings_is_refused_and_named():
    life = Life().role("Study").role("Training")
    life.is_paid_on("Study", "-2400 EUR", "2026-09-01")
    life.is_paid_on("Study", "100 EUR", "2026-09-02")
    life.is_paid_monthly("Training", "100 EUR", months=12)

    found = seen(life, "payer")

    assert found.refused == ((0, -2300),)
    assert found.of.names == ("Training House",)


def test_an_income_of_nothing_has_no_shares_by_anything():
    for by in By:
        assert seen(Life().role("Training"), by).of.shares == ()


lives = st.lists(
    st.tuples(
        st.integers(0, 4),
        st.integers(1, 5000),
        st.sampled_from(["Atlas", "De Linde", "Wijk", "Zorgnet"]),
    ),
    min_size=1,
    max_size=12,
)
hanging = st.lists(st.sets(st.integers(0, 4), max_size=4), max_size=3)


def told(payments, causes) -> Life:
    life = Life()
    for number in range(5):
        life.role(f"Role {number}")
    for role, euros, by in payments:
        life.is_paid_on(f"Role {role}", f"{euros} EUR", "2026-10-01", by=by)
    for number, roles in enumerate(causes):
        life.hangs(f"Cause {number}", *(f"Role {role}" for role in sorted(roles)))
    return life


@given(lives, hanging)
def test_by_cause_an_income_is_never_less_concentrated_than_by_payer(payments, causes):
    life = told(payments, causes)

    by_payer, by_cause = seen(life, "payer").of, seen(life, "cause").of

    assert by_cause.herfindahl >= by_payer.herfindahl - 1e-12
    assert by_cause.effective <= by_payer.effective + 1e-9


@given(lives, hanging, st.sets(st.integers(0, 4), max_size=4))
def test_one_more_cause_never_lowers_the_concentration(payments, causes, more):
    before = seen(told(payments, causes), "cause").of
    after = seen(told(payments, [*causes, more]), "cause").of

    assert after.herfindahl >= before.herfindahl - 1e-12


@given(st.data(), lives, hanging)
def test_the_order_of_payments_does_not_matter(data, payments, causes):
    mixed = data.draw(st.permutations(payments))

    one, other = (
        seen(told(payments, causes), "cause"),
        seen(told(mixed, causes), "cause"),
    )

    assert one.of.shares == pytest.approx(other.of.shares)
