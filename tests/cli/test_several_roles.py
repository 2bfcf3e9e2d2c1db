"""Several roles in one line, as the first pages make them of ticks."""

import pytest

from plait.book.models import Agreement, Role


def test_words_and_names_become_roles_with_terms_undone_at_once(plait, nora):
    added = plait("role", "add-several", "job=28@3256/month", "mentor", "Choir=1,5")

    assert added.output == "3 roles are in your book. Undo it with: plait undo\n"
    job, mentor, choir = Role.objects.order_by("pk")
    assert (job.name, mentor.name, choir.name) == ("Job", "Mentoring", "Choir")
    terms = [a.minutes for a in Agreement.objects.order_by("pk")]
    assert terms == [28 * 60, 2 * 60, 90]
    assert (job.is_paid, choir.is_paid) == (True, False)

    plait("undo")
    assert not Role.objects.exists()


@pytest.mark.parametrize("word", ["job=many", "=3", "other", "job@much"])
def test_what_cannot_be_read_is_refused_and_nothing_added(plait, nora, word):
    assert plait("role", "add-several", "board", word).exit_code == 2

    assert not Role.objects.exists()


def test_it_lists_what_there_is_to_choose_from(plait, nora, as_json):
    assert "Sit on a board" in plait("role", "add-several", "--list").output
    assert {"key": "board", "hours": "3"} in as_json("role", "add-several", "--list")
