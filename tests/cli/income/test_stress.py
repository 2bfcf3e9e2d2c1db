"""plait stress: how long one would last."""

import pytest

from plait.book.operations.records import add_payment
from plait.book.operations.resilience import keep_scenario
from plait.book.operations.roles import agree
from tests.cast import amt, day, terms

ON = ("--on", "2026-11-20")
OWN = """
[[scenarios]]
name = "Half of all"
cut = [{ all = true, by = 0.5 }]
"""


@pytest.fixture
def paid(nora, role_of):
    """A book in which a practice pays 2000 and Atlas 1000 a month, for a year."""
    for name, euros, notice in (("Practice", 2000, 60), ("Atlas", 1000, None)):
        role = role_of(nora, name)
        agreed = terms(pay="2000 EUR/salary", notice_days=60) if notice else terms()
        agree(viewer=nora, role=role, terms=agreed)
        for month in range(1, 13):
            add_payment(
                viewer=nora,
                role=role,
                on=day(f"{2026 if month < 11 else 2025}-{month:02}-28"),
                amount=amt(f"{euros} EUR"),
            )
        add_payment(viewer=nora, role=role, on=day("2026-10-30"), amount=amt("1 EUR"))
    return nora


ASKED = ("stress", "--savings", "9000", "--floor", "2400", *ON)


@pytest.fixture
def own(tmp_path):
    file = tmp_path / "own.toml"
    file.write_text(OWN, encoding="utf-8")
    return file


def scenarios(told) -> dict[str, dict]:
    return {one["scenario"]: one for one in told["scenarios"]}


def test_every_scenario_says_how_many_months(paid, as_json):
    told = as_json(*ASKED)
    found = scenarios(told)

    assert list(found) == [
        "nothing",
        "role:practice",
        "role:atlas",
        "health",
        "recession",
        "rates",
        "late",
    ]
    # About 3000 a month: two months of notice save 600 each, then 1400 are lacking:
    # 10200 / 1400 = 7.3, so 2 + 7 = 9 months, and the tenth is September 2027.
    assert found["role:practice"]["weak"]["months"] == 9
    assert found["role:practice"]["weak"]["first_short"] == "2027-09"
    assert found["nothing"]["weak"]["months"] is None
    assert (told["savings"], told["floor"], told["months_at_most"]) == (9000, 2400, 60)


@pytest.mark.parametrize("name", ["role:practice", "practice", "Practice", "PRACTICE"])
def test_a_scenario_goes_by_its_key_or_its_name(paid, as_json, name):
    told = as_json("stress", name, *ASKED[1:])

    assert list(scenarios(told)) == ["nothing", "role:practice"]
    months = told["scenarios"][-1]["weak"]
    assert months["income"][0] == pytest.approx(3000, abs=1)
    assert months["balance"][8] > 0 > months["balance"][9]


def test_a_scenario_that_is_not_there_names_those_that_are(paid, plait):
    answer = plait("stress", "war", *ASKED[1:])

    assert answer.exit_code == 2
    assert "There is no scenario of this name: war." in answer.stderr
    assert "role:practice, role:atlas, " in answer.stderr
    assert "health, recession, rates, late" in answer.stderr


def test_own_scenarios_stand_among_the_others(paid, as_json, own):
    found = scenarios(as_json(*ASKED, "--file", own))

    # 1500 of 2400: 9000 / 900 = 10.
    assert found["own:Half of all"]["weak"]["months"] == 10
    assert "own:Half of all" not in scenarios(as_json(*ASKED))


def test_own_scenarios_can_be_kept_and_dropped(paid, as_json, own):
    as_json(*ASKED, "--file", own, "--keep")

    assert "own:Half of all" in scenarios(as_json(*ASKED))

    as_json(*ASKED, "--drop", "half of all")

    assert "own:Half of all" not in scenarios(as_json(*ASKED))


def test_savings_and_floor_are_those_that_the_person_told(paid, as_json):
    paid.savings_minor, paid.floor_minor = 1_450_000, 310_000
    paid.save()

    told = as_json("stress", *ON)

    assert (told["savings"], told["floor"]) == (14_500, 3_100)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("stress", *ON), "It is not known what a month must cost."),
        ((*ASKED, "--keep"), "There is no file whose scenarios could be kept"),
        (("stress", "--floor", "much"), "This is no amount of money: much."),
        (("stress", "--floor=-5"), "This is no amount of money: -5."),
        ((*ASKED, "--drop", "Mine"), "No scenario of that name is kept: Mine."),
    ],
)
def test_what_cannot_be_asked_is_refused(paid, plait, words, said):
    answer = plait(*words)

    assert answer.exit_code == 2
    assert said in answer.stderr


def test_the_page_shows_bars_and_says_what_it_assumes(paid, plait):
    page = plait(*ASKED).stdout

    assert "Practice ends" in page
    assert "█" in page
    assert "nothing replaces what is lost" in page
    assert "bls.gov" in page


def test_the_page_of_one_scenario_shows_its_months(paid, plait):
    page = plait("stress", "practice", *ASKED[1:]).stdout

    assert "2026-12" in page
    assert "2027-09" in page
    assert "2027-10" not in page


def test_a_book_without_income_says_what_to_do(nora, plait):
    keep_scenario(viewer=nora, told={"name": "Mine", "lose": [{"all": True}]})

    assert "plait import" in plait(*ASKED).stdout
