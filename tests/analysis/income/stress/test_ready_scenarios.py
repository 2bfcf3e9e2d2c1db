"""Which scenarios a case gives rise to."""

from plait.analysis.income.stress.ready_scenarios import every_scenario, usual_scenarios
from plait.domain.scenarios import Kind, Scenario
from tests.analysis.income.stress.cases import case, stream


def named(scenarios: tuple[Scenario, ...]) -> list[str]:
    return [f"{one.kind} {one.name}".strip() for one in scenarios]


ALWAYS = ["health", "recession", "rates", "late"]


def test_every_role_that_brings_something_can_be_lost_the_largest_first():
    found = usual_scenarios(case(stream("b", 100), stream("a", 900), stream("c", -50)))

    assert named(found) == ["role a", "role b", *ALWAYS]


def test_a_payer_sector_skill_or_cause_of_several_roles_comes_too():
    one = {"sector": "health", "skills": ("excel",), "causes": ("province",)}
    found = usual_scenarios(
        case(
            stream("a", 900, payers=(("zorgnet", 0.5), ("wijk", 0.5)), **one),
            stream("b", 100, payers=(("zorgnet", 1),), sector="health"),
            stream("c", 90, skills=("excel",), causes=("province",)),
        )
    )

    # What "province" takes is what "excel" takes: shown once, under the cause.
    assert named(found) == [
        "role a",
        "role b",
        "role c",
        "payer zorgnet",
        "payer wijk",
        "cause province",
        "sector health",
        *ALWAYS,
    ]


def test_what_takes_the_same_can_still_be_asked_for_by_its_own_name():
    one = case(stream("a", 900, sector="health", causes=("province",)))

    assert named(every_scenario(one)) == [
        "role a",
        "payer a house",
        "cause province",
        "sector health",
        *ALWAYS,
    ]


def test_what_takes_one_role_alone_is_shown_under_the_role():
    found = usual_scenarios(case(stream("a", 900, sector="health"), stream("b", 100)))

    assert "sector health" not in named(found)


def test_a_payer_of_little_has_no_scenario_of_its_own():
    # 4 % of the income is below the least of 5 %.
    found = usual_scenarios(
        case(stream("a", 100, payers=(("large", 0.96), ("small", 0.04))))
    )

    assert named(found) == ["role a", "payer large", *ALWAYS]


def test_an_employee_has_neither_rates_nor_invoices():
    found = usual_scenarios(case(stream("job", 900, is_salary=True)))

    assert named(found) == ["role job", "health", "recession"]


def test_an_owner_of_rents_has_no_illness_to_fear():
    found = usual_scenarios(case(stream("flat", 900, is_earned=False)))

    assert Kind.HEALTH not in [one.kind for one in found]
