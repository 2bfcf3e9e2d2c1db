"""What may come: the same futures for whoever asks."""

from plait.answers.context import N_FUTURES, SEED, answer_context
from plait.answers.simulation import SimulationOptions, simulation_answer
from plait.wording.words import words_for
from tests.answers.findings.test_resilience import two
from tests.cast import amt


def context(language: str = "en", **person):
    person = {"savings": amt("9000 EUR"), "floor": amt("2400 EUR")} | person
    return answer_context(two(**person).portfolio(), words_for(language))


def test_the_page_and_a_command_with_the_same_settings_agree():
    page = simulation_answer(context())

    command = simulation_answer(
        context(), SimulationOptions(months=24, scenarios=N_FUTURES, seed=SEED)
    )

    assert page == command
    assert page.futures == "20,000 simulated futures"


def test_an_answer_names_what_it_was_worked_out_with():
    options = SimulationOptions(months=6, scenarios=50, seed=3, savings=1.0)

    answer = simulation_answer(context(), options)

    assert (answer.n_months, answer.scenarios, answer.seed) == (6, 50, 3)
    assert (answer.savings, answer.floor) == (1.0, 2400.0)
    assert answer.months[0].name == "December 2026"


def test_without_a_floor_no_month_can_fall_short():
    answer = simulation_answer(context(floor=None))

    assert not answer.knows_floor
    assert [text for text in answer.sentences if "brings in less" in text] == []


def test_the_test_of_ones_own_past_stands_beside_each_range():
    answer = simulation_answer(context(), SimulationOptions(scenarios=50))

    # The same 3,000 came every month, so each range held it.
    [test] = answer.back_test
    assert (test.n_held, test.coverage) == (test.n_tests, 1.0)
    beside = [answer.ahead[0].sentence, test.sentence]
    assert list(answer.sentences[:2]) == beside
    assert f"of the last {test.n_tests} forecasts" in test.sentence


def test_health_is_named_in_the_language_of_the_reader():
    answer = simulation_answer(context("nl"))

    # The salary goes on by law where the country has one; a client's pay does not.
    assert "je eigen gezondheid" in {one.depends_on for one in answer.streams}
    assert {cause.name for cause in answer.causes} == {"own health"}
