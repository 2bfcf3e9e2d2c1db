"""The packs hold what was looked up, whole and readable, and a slip is an error."""

from datetime import date

import pytest

from plait.domain.roles import CountsAs
from plait.reference.country_packs import read
from plait.reference.working_time.packs import (
    HEALTH,
    BrokenPack,
    NoPack,
    code_for,
    codes,
    pack,
    pack_from,
)
from plait.reference.working_time.rules import Scope, Status

EVERY = (*codes(), HEALTH)
EVERY_RULE = [rule for code in EVERY for rule in pack(code).rules]
# What only stands as own knowledge in the research; all else was looked up.
UNCONFIRMED = {"UK-3", "HEALTH-1"}


def told(code: str) -> dict:
    return read(code, "working_time")


@pytest.mark.parametrize(
    ("code", "last"), [("uk", 10), ("nl", 13), ("de", 6), ("fr", 5), ("eu", 5)]
)
def test_every_rule_of_the_research_is_in_its_pack(code, last):
    parts = {rule.part_of for rule in pack(code).rules}

    assert {f"{code.upper()}-{number}" for number in range(1, last + 1)} <= parts


def test_no_two_rules_share_an_id():
    ids = [rule.id for rule in EVERY_RULE]

    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("rule", EVERY_RULE, ids=lambda rule: rule.id)
def test_a_rule_says_what_it_asks_in_both_languages_and_where_it_stands(rule):
    assert rule.title
    assert rule.title_nl
    assert rule.title != rule.title_nl
    assert not rule.title.endswith(".")
    assert rule.source
    assert rule.counts


def test_what_was_not_looked_up_says_so():
    unconfirmed = {r.id for r in EVERY_RULE if r.status is Status.OWN_KNOWLEDGE}

    assert unconfirmed == UNCONFIRMED


def test_only_the_guardrail_counts_work_of_ones_own_and_unpaid_work():
    counting = {r.id for r in EVERY_RULE if CountsAs.SELF_EMPLOYED in r.counts}

    assert counting == {"HEALTH-1"}


def test_in_the_uk_rest_is_each_employers_and_the_mean_is_the_persons():
    uk = pack("uk")

    assert uk.rule("UK-1").scope is Scope.PER_PERSON
    assert uk.rule("UK-7a").scope is Scope.PER_EMPLOYER


@pytest.mark.parametrize("code", ["nl", "de", "fr"])
def test_elsewhere_all_employers_count_together_but_for_french_overtime(code):
    alone = {r.id for r in pack(code).rules if r.scope is Scope.PER_EMPLOYER}

    assert alone == ({"FR-4b"} if code == "fr" else set())


def test_each_pack_says_what_it_leaves_out_and_when_it_was_written():
    assert all(pack(code).not_covered for code in EVERY)
    assert {pack(code).as_of for code in codes()} == {date(2026, 11, 30)}
    assert pack(HEALTH).as_of == date(2026, 11, 21)


@pytest.mark.parametrize(
    ("country", "code"),
    [
        ("GB", "uk"),
        ("nl", "nl"),
        ("DE", "de"),
        ("FR", "fr"),
        ("BE", "eu"),
        ("IE", "eu"),
    ],
)
def test_a_country_finds_its_pack(country, code):
    assert code_for(country) == code


def test_a_country_without_a_pack_is_told_what_to_do():
    with pytest.raises(NoPack) as trouble:
        code_for("US")

    assert str(trouble.value) == (
        "There are no rules on working time for this country yet: US."
        " Choose the nearest with --rules; --help lists them."
    )


def test_no_country_at_all_is_told_what_to_do():
    with pytest.raises(NoPack) as trouble:
        code_for("")

    assert str(trouble.value) == (
        "Which country's working-time law holds is not known."
        " Choose one with --rules, or enter your country in the settings."
    )


def test_a_pack_that_is_not_there_is_named():
    with pytest.raises(NoPack, match=r"There are no rules of that name: us\. Choose"):
        pack("us")


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"limitt": 48}, "UK-1"),  # a key that nobody knows
        ({"counts": ["employee"]}, "'employee'"),
        ({"scope": "per_team"}, "'per_team'"),
        ({"status": "sure"}, "'sure'"),
        ({"leave": "gone"}, "'gone'"),
        ({"kind": "median"}, "'median'"),
    ],
)
def test_a_slip_in_a_pack_is_an_error_that_names_the_rule(change, named):
    broken = told("uk")
    broken["rules"] = [broken["rules"][0] | change]

    with pytest.raises(BrokenPack) as trouble:
        pack_from(broken)

    assert trouble.value.value.startswith("UK-1: ")
    assert named in trouble.value.value


def test_a_rule_without_a_status_is_an_error():
    broken = told("nl")
    del broken["rules"][0]["status"]

    with pytest.raises(BrokenPack):
        pack_from(broken)


def test_a_rule_holds_from_its_day_up_to_the_day_it_ends():
    limited = told("de")
    limited["rules"] = [limited["rules"][1] | {"valid_to": date(2027, 1, 1)}]

    rule = pack_from(limited).rule("DE-2a")

    assert not rule.is_in_force_on(date(1994, 6, 30))
    assert rule.is_in_force_on(date(1994, 7, 1))
    assert rule.is_in_force_on(date(2026, 12, 31))
    assert not rule.is_in_force_on(date(2027, 1, 1))
