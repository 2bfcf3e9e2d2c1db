"""The weekly check-in: answered, left out, in part, again, and for the week before."""

from datetime import date

import pytest
from django.urls import reverse

from plait.book.models import CheckIn
from plait.book.operations.records import check_in
from tests.book.tables import whole
from tests.web.importing import words

URL = "/check-in/"
NAMES = ("energy", "meaning", "growth", "pressure")
THIS_WEEK, LAST_WEEK = date(2026, 11, 16), date(2026, 11, 9)


def said(role: str, answers: str, **more: str) -> dict[str, str]:
    """Return what the browser sends of a role: "4453" are its four answers."""
    told = {f"{role}-{n}": a for n, a in zip(NAMES, answers, strict=True) if a != "-"}
    return told | {f"{role}-{name}": value for name, value in more.items()}


def held() -> dict[tuple[str, date], tuple[int, ...]]:
    """Return the four answers by role and week."""
    rows = CheckIn.objects.values_list("role__key", "week_on", *NAMES)
    return {(key, week): tuple(four) for key, week, *four in rows}


def answer(viewer, role, week, *four, note=""):
    answers = dict(zip(NAMES, four, strict=True))
    check_in(viewer=viewer, role=role, day=week, answers=answers, note=note)


@pytest.fixture
def roles(nora, role_of):
    return [role_of(nora, name) for name in ("Atlas", "Board")]


def test_each_role_held_has_a_card_with_five_points_for_each_answer(
    as_nora, nora, role_of
):
    role_of(nora, "Atlas")
    role_of(nora, "Gone", ended_on=date(2026, 6, 1))

    page = as_nora.get(URL)

    assert "How were your roles this week?" in words(page)
    assert "Week of 16 November 2026" in words(page)
    assert page.text.count('type="radio"') == 4 * 5
    assert "Gone" not in words(page)


def test_both_ends_of_a_scale_are_told_in_words(as_nora, roles):
    page = words(as_nora.get(URL))

    assert "Energy drains me energises me" in page
    assert "Pressure no strain a heavy load" in page


def test_four_answers_and_a_line_are_kept(as_nora, roles):
    sent = said("atlas", "4453", note="A good week")

    after = as_nora.post(URL, sent)

    assert after["Location"] == reverse("hours")
    assert held() == {("atlas", THIS_WEEK): (4, 4, 5, 3)}
    assert CheckIn.objects.get().note == "A good week"


def test_the_thanks_tell_how_many_and_when_the_map_will_speak(as_nora, roles):
    as_nora.post(URL, said("atlas", "4453") | said("board", "5552"))

    page = words(as_nora.get(URL))

    assert (
        "Thank you: 2 roles are noted for the week of 16 November 2026. From four"
        " answers on, the map shows what a role gives you."
    ) in page


def test_one_undo_takes_back_all_that_was_answered(as_nora, roles):
    as_nora.post(URL, said("atlas", "4453") | said("board", "5552"))
    assert len(held()) == 2

    as_nora.post(as_nora.session["undo_line"][1])

    assert held() == {}


def test_the_thanks_tell_what_the_map_says_most_surely(as_nora, nora, roles):
    atlas, board = roles
    for back in range(1, 9):
        week = date.fromordinal(THIS_WEEK.toordinal() - 7 * back)
        answer(nora, atlas, week, 1, 1, 1, 5)
        answer(nora, board, week, 5, 5, 5, 1)

    as_nora.post(URL, said("atlas", "1115"))

    page = words(as_nora.get(URL))
    assert (
        "What the map says so far of Atlas: think about leaving. Gives little" in page
    )


def test_answering_again_shows_the_answers_and_replaces_them(as_nora, nora, roles):
    answer(nora, roles[0], THIS_WEEK, 1, 2, 3, 4, note="Before")

    page = as_nora.get(URL)
    as_nora.post(URL, said("atlas", "5432", note="After"))

    assert page.text.count(" checked") == 4
    assert 'value="Before"' in page.text
    assert "answered" in words(page)
    assert held() == {("atlas", THIS_WEEK): (5, 4, 3, 2)}
    assert CheckIn.objects.get().note == "After"


def test_the_week_before_is_marked_and_not_chosen(as_nora, nora, roles):
    answer(nora, roles[0], LAST_WEEK, 1, 2, 3, 4)

    page = as_nora.get(URL)

    assert page.text.count('class="is-before"') == 4
    assert " checked" not in page.text
    assert "A dot marks your answer of the week before." in words(page)


def test_a_role_left_out_is_not_kept_whatever_was_tapped(as_nora, nora, roles):
    answer(nora, roles[1], THIS_WEEK, 3, 3, 3, 3)
    sent = said("atlas", "44--", leave_out="on") | said("board", "1111", leave_out="on")

    as_nora.post(URL, sent | said("atlas", "44--", leave_out="on"))

    assert held() == {("board", THIS_WEEK): (3, 3, 3, 3)}


def test_a_role_answered_in_part_is_asked_for_the_rest(as_nora, roles):
    before = whole()

    page = as_nora.post(URL, said("atlas", "4-5-") | said("board", "5552"))

    assert page.status_code == 200
    assert page.text.count("Answer this too, or skip the role.") == 2
    assert "Nothing was saved yet: look at the roles marked below." in words(page)
    assert page.text.count(" checked") == 2 + 4
    assert whole() == before


def test_a_line_without_answers_asks_for_them(as_nora, roles):
    page = as_nora.post(URL, {"atlas-note": "Only words"})

    assert page.text.count("Answer this too, or skip the role.") == 4
    assert not CheckIn.objects.exists()


def test_nothing_answered_is_said_and_keeps_nothing(as_nora, roles):
    page = as_nora.post(URL, {})

    assert "Nothing is answered yet: one role is enough." in words(page)
    assert not CheckIn.objects.exists()


@pytest.mark.parametrize("point", ["0", "6", "-1", "3.5", "good", "1" * 400])
def test_a_point_off_the_scale_is_refused(as_nora, roles, point):
    sent = said("atlas", "4453") | {"atlas-energy": point}

    page = as_nora.post(URL, sent)

    assert "Answer with one of the five." in words(page)
    assert not CheckIn.objects.exists()


def test_a_line_that_is_too_long_is_refused(as_nora, roles):
    page = as_nora.post(URL, said("atlas", "4453", note="x" * 501))

    assert "at most 500 characters" in words(page)
    assert not CheckIn.objects.exists()


def test_the_week_before_can_be_answered(as_nora, nora, roles):
    link = as_nora.get(URL).context["page"].other_week

    page = as_nora.get(link.url)
    as_nora.post(link.url, said("atlas", "4453"))

    assert link.text == "Check in for last week"
    assert "How were your roles that week?" in words(page)
    assert "Week of 9 November 2026" in words(page)
    assert held() == {("atlas", LAST_WEEK): (4, 4, 5, 3)}


@pytest.mark.parametrize(
    "week", ["", "soon", "2026-13-40", "2027-03-01", "9999-12-31", "0001-01-01"]
)
def test_a_week_that_is_none_or_to_come_is_this_one(as_nora, roles, week):
    page = as_nora.get(URL, {"week": week})

    assert "Week of 16 November 2026" in words(page)


def test_without_a_role_the_page_leads_to_the_first(as_nora):
    page = as_nora.get(URL)

    assert "You had no role in this week yet." in words(page)
    assert reverse("role_new") in page.text


def test_another_persons_role_is_neither_asked_about_nor_answered(
    as_nora, charlie, role_of, roles
):
    role_of(charlie, "Secret")

    as_nora.post(URL, said("secret", "4453") | said("atlas", "4453"))

    assert "Secret" not in words(as_nora.get(URL))
    assert held() == {("atlas", THIS_WEEK): (4, 4, 5, 3)}


def test_twenty_roles_ask_the_tables_no_more_often_than_two(
    as_nora, nora, role_of, roles, django_assert_max_num_queries
):
    for number in range(20):
        role_of(nora, f"Role {number}")
    as_nora.get(URL)

    with django_assert_max_num_queries(8):
        as_nora.get(URL)
