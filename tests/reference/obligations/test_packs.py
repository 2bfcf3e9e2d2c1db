"""The packs hold what was looked up, whole and readable, and a slip is an error."""

from datetime import date
from decimal import Decimal

import pytest

from plait.reference.country_packs import read
from plait.reference.obligations.kinds import Harbour, LateInterest
from plait.reference.obligations.packs import (
    BrokenPack,
    NoPack,
    code_for,
    codes,
    pack,
    pack_from,
)
from plait.reference.obligations.rules import Status

EVERY_RULE = [rule for code in codes() for rule in pack(code).rules]
# What only stands as own knowledge in the research, or stands in no research at all.
UNCONFIRMED = {"T-3c", "T-7e", "T-8c", "T-9c", "D-2d", "T-12c", "D-6", "D-7", "D-8a"}


def told(code: str) -> dict:
    return read(code, "obligations", parse_float=Decimal)


@pytest.mark.parametrize(
    ("code", "numbers"), [("uk", range(1, 6)), ("nl", range(6, 11)), ("us", (11, 12))]
)
def test_every_rule_of_the_research_is_in_its_pack(code, numbers):
    ids = {rule.id.rstrip("abcdefgh") for rule in pack(code).rules}

    assert {f"T-{number}" for number in numbers} <= ids


@pytest.mark.parametrize("code", codes())
def test_no_two_rules_of_a_pack_share_an_id(code):
    ids = [rule.id for rule in pack(code).rules]

    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("rule", EVERY_RULE, ids=lambda rule: rule.id)
def test_a_rule_says_what_it_asks_in_both_languages_and_where_it_stands(rule):
    assert rule.title
    assert rule.title_nl
    assert rule.title != rule.title_nl
    assert not rule.title.endswith(".")
    assert rule.source
    assert bool(rule.assumes) == bool(rule.assumes_nl)


def test_what_was_not_looked_up_says_so():
    unconfirmed = {r.id for r in EVERY_RULE if r.status is Status.OWN_KNOWLEDGE}

    assert unconfirmed == UNCONFIRMED


def test_each_pack_says_what_it_leaves_out_in_both_languages():
    for code in codes():
        assert pack(code).not_covered
        assert len(pack(code).not_covered) == len(pack(code).not_covered_nl)


def test_numbers_are_exact():
    (_, harbour), *_ = pack("us").of_kind(Harbour)

    assert harbour.current == Decimal("0.9")
    assert type(harbour.prior) is Decimal


@pytest.mark.parametrize("code", ["uk", "nl", "de"])
def test_reference_rates_stand_half_year_by_half_year_without_a_gap(code):
    (_, how), *_ = pack(code).of_kind(LateInterest)
    since = [one.since for one in how.references]

    first = since[0]
    halves = [
        date(first.year + n // 2, 1 + 6 * (n % 2), 1)
        for n in range(len(how.references))
    ]
    assert since == halves


@pytest.mark.parametrize(
    ("country", "code"), [("GB", "uk"), ("nl", "nl"), ("US", "us"), ("DE", "de")]
)
def test_a_country_finds_its_pack(country, code):
    assert code_for(country) == code


def test_a_country_without_a_pack_is_told_what_to_do():
    with pytest.raises(NoPack) as trouble:
        code_for("AT")

    assert str(trouble.value) == (
        "What is due in this country is not known here yet: AT."
        " Choose one with --rules; --help lists them."
    )


def test_no_country_at_all_is_told_what_to_do():
    with pytest.raises(NoPack, match="enter your country in the settings"):
        code_for(" ")


def test_a_pack_that_is_not_there_is_named():
    with pytest.raises(NoPack, match=r"There are no rules of that name: at\. Choose"):
        pack("at")


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"neer": Decimal("0.9")}, "neer"),  # a key that nobody knows
        ({"near": "0.9"}, "'0.9'"),
        ({"status": "sure"}, "'sure'"),
        ({"kind": "entrance"}, "'entrance'"),
        ({"steps": [{"over": 1}]}, "year_from"),
        ({"steps": [{"year_from": "2024", "over": 1, "starts": "2026"}]}, "'2024'"),
    ],
)
def test_a_slip_in_a_pack_is_an_error_that_names_the_rule(change, named):
    broken = told("uk")
    broken["rules"] = [broken["rules"][0] | change]

    with pytest.raises(BrokenPack) as trouble:
        pack_from(broken)

    assert trouble.value.value.startswith("T-1: ")
    assert named in trouble.value.value


def test_a_day_that_no_year_has_is_an_error():
    broken = told("uk")
    rule = next(one for one in broken["rules"] if one["id"] == "T-3b")
    broken["rules"] = [rule | {"due": [2, 30]}]

    with pytest.raises(BrokenPack):
        pack_from(broken)


def test_a_sum_holds_for_its_own_year():
    nl = pack("nl")

    in_2026 = [r.id for r in nl.rules if r.kind == "deduction"]
    held = [i for i in in_2026 if nl.rule(i).is_in_force_on(date(2026, 7, 1))]
    assert held == ["T-7b"]
    assert nl.rule("T-7b").how.amount == 1200


def test_the_german_base_rate_moves_as_the_rate_of_the_european_central_bank():
    # BGB § 247: by as much as that rate since the half-year before. In January 2024
    # they were 4.50 and 3.62, so the one is 0.88 more than the other ever since.
    ((_, nl),), ((_, de),) = (
        pack("nl").of_kind(LateInterest),
        pack("de").of_kind(LateInterest),
    )

    base = {one.since: one.percent for one in de.references}
    apart = {one.percent - base[one.since] for one in nl.references}
    assert apart == {Decimal("0.88")}
