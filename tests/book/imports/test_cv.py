"""Positions of a CV in the book: roles, each once, however it is told again."""

import json

import pytest

from plait.book.imports.position_choice import PositionChoice, Positions
from plait.book.models import Role

# Those that are over become roles only where they are chosen.
ALL = PositionChoice(Positions.ALL)


def cv(*positions: dict[str, str]) -> str:
    return json.dumps({"basics": {"name": "Nora"}, "work": positions})


def work(name: str, at: str, since: str, until: str = "") -> dict[str, str]:
    told = {"name": at, "position": name, "startDate": since}
    return told | ({"endDate": until} if until else {})


def test_positions_without_an_end_are_held_at_the_same_time(bring):
    bring(cv(work("Trainer", "House", "2020-01"), work("Chair", "Charity", "2021-01")))

    assert set(Role.objects.values_list("name", "ended_on")) == {
        ("Trainer", None),
        ("Chair", None),
    }


def test_a_running_position_told_with_another_start_is_the_same(bring):
    bring(cv(work("Trainer", "House", "2020-01")))

    again = bring(cv(work("TRAINER", "House ", "2020-03"))).files[0]

    assert (again.n_new, again.n_known) == (0, 1)


def test_a_position_that_ended_and_began_again_is_another_role(bring):
    bring(cv(work("Trainer", "House", "2015-01", "2018-01")), positions=ALL)

    again = bring(cv(work("Trainer", "House", "2022-01")), positions=ALL).files[0]

    assert again.n_new == 1
    assert Role.objects.count() == 2


def test_one_name_at_two_organisations_is_two_roles(bring):
    bring(cv(work("Trainer", "House", "2020-01"), work("Trainer", "Home", "2020-01")))

    assert sorted(Role.objects.values_list("key", flat=True)) == [
        "trainer",
        "trainer-2",
    ]


@pytest.mark.parametrize("name", ["Chair, " * 60, "x" * 500, "é" * 300])
def test_a_title_or_organisation_like_a_novel_is_cut_and_known_again(bring, name):
    bring(cv(work(name, name, "2020-01", "2021-01")), positions=ALL)

    again = bring(cv(work(name, name, "2020-01", "2021-01")), positions=ALL).files[0]

    assert (again.n_new, again.n_known) == (0, 1)
    assert len(Role.objects.get().name) <= 200


def test_a_position_without_an_organisation_is_held_at_its_own_name(bring):
    told = {"work": [{"position": "Freelance editor", "startDate": "2020-01"}]}
    content = json.dumps({"basics": {"name": "Nora"}} | told)
    first = bring(content).files[0]

    again = bring(content).files[0]

    assert first.n_new + len(first.problems) == 1
    assert again.n_new == 0


def test_a_position_of_nothing_is_a_problem_and_stops_no_other(bring):
    report = bring(cv(work(" ", " ", "2020-01"), work("Chair", "Charity", "2021-01")))

    assert report.files[0].n_new == 1
    assert Role.objects.get().name == "Chair"


def test_a_position_that_ends_before_it_starts_is_a_problem_and_stops_no_other(bring):
    wrong = work("Trainer", "House", "2020-01", "2019-01")

    report = bring(cv(wrong, work("Chair", "Charity", "2021-01"))).files[0]

    assert Role.objects.filter(name="Chair").exists()
    assert len(report.problems) + report.n_new == 2
