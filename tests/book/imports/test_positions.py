"""Positions of a CV are proposed: which become roles is chosen, now or later."""

import pytest

from plait.book.imports.position_choice import PositionChoice, Positions
from plait.book.imports.undo import undo_import
from plait.book.models import Batch, Role
from tests.book.conftest import NOW, TODAY
from tests.book.imports.test_cv import cv, work

CV = cv(
    work("Trainer", "House", "2020-01"),
    work("Nurse", "Ward", "2012-01", "2019-08"),
    work("Fellow", "College", "2026-09", "2027-06"),
)
ALL = PositionChoice(Positions.ALL)


def names() -> set[str]:
    return set(Role.objects.values_list("name", flat=True))


def test_the_current_ones_become_roles_and_those_that_are_over_wait(bring):
    report = bring(CV)

    taken = {one.name: one.is_taken for one in report.positions}
    assert taken == {"Trainer": True, "Nurse": False, "Fellow": True}
    assert names() == {"Trainer", "Fellow"}


def test_a_preview_offers_what_an_import_then_takes(bring):
    preview = bring(CV, keep=False)

    assert Role.objects.count() == 0
    assert bring(CV).positions == preview.positions


def test_none_of_them_leaves_no_import_behind(bring):
    report = bring(CV, positions=PositionChoice(Positions.NONE, TODAY))

    assert (report.batch, names(), Batch.objects.count()) == (None, set(), 0)


def test_the_same_file_again_takes_others_and_doubles_none(bring):
    bring(CV)

    again = bring(CV, positions=ALL)

    assert [one.name for one in again.positions] == ["Nurse"]
    assert (again.files[0].n_new, again.files[0].n_known) == (1, 2)
    assert names() == {"Trainer", "Nurse", "Fellow"}


def test_a_role_of_that_name_there_leaves_another_time_of_it_to_be_chosen(bring):
    bring(cv(work("Trainer", "House", "2015-01", "2018-01")), positions=ALL)

    again = bring(cv(work("TRAINER", "House ", "2022-01")))

    assert [one.is_taken for one in again.positions] == [False]
    assert Role.objects.count() == 1


def test_one_undo_takes_the_chosen_ones_back_and_offers_all_again(bring, nora):
    report = bring(CV, positions=ALL)
    batch = Batch.objects.get(owner=nora, number=report.batch)

    undone = undo_import(viewer=nora, batch=batch, now=NOW)

    assert undone.n_removed == 3
    assert len(bring(CV, keep=False).positions) == 3


@pytest.mark.parametrize("keep", [True, False])
def test_one_position_in_two_files_is_offered_once(bring, keep):
    report = bring(CV, CV + " ", keep=keep)

    assert sorted(one.name for one in report.positions) == [
        "Fellow",
        "Nurse",
        "Trainer",
    ]
