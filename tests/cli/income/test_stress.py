"""plait stress: how long the money lasts."""

import pytest

from plait.accounts.operations import change_person
from plait.book.operations.by_hand import add_payment
from plait.book.operations.resilience import keep_scenario
from plait.book.operations.roles import agree
from plait.formats.plait.scenarios import scenario_from
from tests.cast import amt, day, terms
from tests.tell_tales import english_in

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


TRIED = ("stress", "--savings", "9000", "--floor", "2400", *ON)


@pytest.fixture
def own(tmp_path):
    file = tmp_path / "own.toml"
    file.write_text(OWN, encoding="utf-8")
    return file


def scenarios(answer) -> dict[str, dict]:
    """Return how things are, then each scenario, by what names it."""
    every = (answer["present"], *answer["scenarios"])
    return {one["scenario"]: one for one in every}


def test_every_scenario_says_how_many_months(paid, as_json):
    answer = as_json(*TRIED)
    found = scenarios(answer)

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
    assert found["role:practice"]["one_in_ten"]["months"] == 9
    assert found["role:practice"]["one_in_ten"]["first_short"] == "2027-09"
    assert found["nothing"]["one_in_ten"]["months"] is None
    assert (answer["savings"], answer["floor"], answer["months_at_most"]) == (
        9000,
        2400,
        60,
    )


@pytest.mark.parametrize("name", ["role:practice", "practice", "Practice", "PRACTICE"])
def test_a_scenario_goes_by_its_key_or_its_name(paid, as_json, name):
    answer = as_json("stress", name, *TRIED[1:])

    assert list(scenarios(answer)) == ["nothing", "role:practice"]
    months = answer["scenarios"][-1]["one_in_ten"]
    assert months["income"][0] == pytest.approx(3000, abs=1)
    assert months["balance"][8] > 0 > months["balance"][9]


def test_a_scenario_that_is_not_there_names_those_that_are(paid, plait):
    answer = plait("stress", "war", *TRIED[1:])

    assert answer.exit_code == 2
    assert "There is no scenario of this name: war." in answer.stderr
    assert "role:practice, role:atlas, " in answer.stderr
    assert "health, recession, rates, late" in answer.stderr


def test_own_scenarios_stand_among_the_others(paid, as_json, own):
    found = scenarios(as_json(*TRIED, "--file", own))

    # 1500 of 2400: 9000 / 900 = 10.
    assert found["own:Half of all"]["one_in_ten"]["months"] == 10
    assert "own:Half of all" not in scenarios(as_json(*TRIED))


def test_own_scenarios_can_be_kept_and_dropped(paid, as_json, own):
    as_json(*TRIED, "--file", own, "--keep")

    assert "own:Half of all" in scenarios(as_json(*TRIED))

    as_json(*TRIED, "--drop", "half of all")

    assert "own:Half of all" not in scenarios(as_json(*TRIED))


def test_savings_and_floor_are_those_that_the_person_entered(paid, as_json):
    paid.savings_minor, paid.floor_minor = 1_450_000, 310_000
    paid.save()

    answer = as_json("stress", *ON)

    assert (answer["savings"], answer["floor"]) == (14_500, 3_100)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("stress", *ON), "It is not known what a month must cost."),
        ((*TRIED, "--keep"), "There is no file whose scenarios could be kept"),
        (("stress", "--floor", "much"), "This is no amount of money: much."),
        (("stress", "--floor=-5"), "This is no amount of money: -5."),
        ((*TRIED, "--drop", "Mine"), "No scenario of that name is kept: Mine."),
    ],
)
def test_what_cannot_be_asked_is_refused(paid, plait, words, message):
    answer = plait(*words)

    assert answer.exit_code == 2
    assert message in answer.stderr


def test_the_page_shows_bars_and_says_what_it_assumes(paid, plait):
    page = plait(*TRIED).stdout

    assert "Practice ends" in page
    assert "█" in page
    assert "nothing replaces what is lost" in " ".join(page.split())
    assert "bls.gov" in page


def test_the_page_of_one_scenario_shows_its_months(paid, plait):
    page = plait("stress", "practice", *TRIED[1:]).stdout

    assert "2026-12" in page
    assert "2027-09" in page
    assert "2027-10" not in page


def test_a_book_without_income_says_what_to_do(nora, plait):
    mine = scenario_from({"name": "Mine", "lose": [{"all": True}]})
    keep_scenario(viewer=nora, scenario=mine)

    assert "plait import" in plait(*TRIED).stdout


def test_a_scenario_says_in_words_when_money_runs_out(paid, as_json):
    found = scenarios(as_json(*TRIED))["role:practice"]

    assert found["one_in_ten"]["sentence"] == (
        "In one of ten simulated futures money runs out in September 2027 or earlier."
    )
    assert found["one_in_ten"]["runs_out"] == "September 2027"


def test_the_biggest_risk_heads_the_answer(paid, as_json):
    answer = as_json(*TRIED)

    assert answer["sentence"] == (
        "Your biggest risk: Practice ends. In one of ten simulated futures your money"
        " would then last 9 months or less."
    )


def test_an_income_that_is_over_is_in_no_month(paid, role_of, as_json):
    columns = role_of(paid, "Columns")
    for month in range(1, 13):
        add_payment(
            viewer=paid,
            role=columns,
            on=day(f"2024-{month:02}-28"),
            amount=amt("500 EUR"),
        )

    income = as_json(*TRIED)["income"]

    assert income["mean_month"] == pytest.approx(3000, abs=1)


def test_the_page_speaks_the_language_of_its_person(paid, plait):
    change_person(viewer=paid, language="nl")

    pages = plait(*TRIED).stdout + plait("stress", "practice", *TRIED[1:]).stdout

    assert (
        "In een van de tien scenario’s is je geld in september 2027 of eerder op."
        in (" ".join(pages.split()))
    )
    assert english_in(pages) == []
