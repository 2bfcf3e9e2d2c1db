"""plait checkin: answers with words, with keys, and the map they make."""

from datetime import date, timedelta

import pytest
from click.testing import CliRunner

from plait.accounts.operations import change_person
from plait.book.models import CheckIn
from plait.cli.commands.hours import checkin
from plait.cli.main import main
from tests.book.tables import whole
from tests.tell_tales import english_in


@pytest.fixture
def atlas(nora, role_of):
    return role_of(nora, "Atlas")


@pytest.fixture
def at_the_keys(db, monkeypatch):
    """Run `plait checkin` as on a terminal, with these keys: `at_the_keys("4453q")`."""
    monkeypatch.setattr(checkin, "_is_terminal", lambda: True)

    def at_the_keys(keys: str, *words: str):
        answer = CliRunner().invoke(main, ["checkin", *words], input=keys)
        assert answer.exception is None, answer.output
        return answer

    return at_the_keys


def held() -> list[tuple]:
    """Return each check-in: role, week and the four answers."""
    names = ("energy", "meaning", "growth", "pressure")
    found = CheckIn.objects.order_by("week_on", "role")
    return list(found.values_list("role__key", "week_on", *names))


def test_four_answers_are_kept_for_the_week_of_the_day(plait, atlas):
    answer = plait("checkin", "atlas", *"4453", "--week", "2026-11-11")

    assert answer.exit_code == 0
    assert answer.output == (
        "Atlas, week of 9 November 2026: energy 4, meaning 4, growth 5, pressure 3.\n"
    )
    assert held() == [("atlas", date(2026, 11, 9), 4, 4, 5, 3)]


def test_answering_again_replaces_the_weeks_answers_and_keeps_its_note(plait, atlas):
    plait("checkin", "atlas", *"1111", "--week", "2026-11-11", "--note", "A bad week")
    plait("checkin", "atlas", *"4453", "--week", "2026-11-13")

    assert held() == [("atlas", date(2026, 11, 9), 4, 4, 5, 3)]
    assert CheckIn.objects.get().note == "A bad week"


def test_another_note_replaces_the_first(plait, atlas):
    for note in ("A bad week", "Not that bad"):
        plait("checkin", "atlas", *"3333", "--week", "2026-11-11", "--note", note)

    assert CheckIn.objects.get().note == "Not that bad"


def test_kept_answers_as_json(as_json, atlas):
    told = as_json("checkin", "atlas", *"4453", "--week", "2026-11-11", "--note", "Ok")

    assert told == {
        "role": "atlas",
        "week": "2026-11-09",
        "energy": 4,
        "meaning": 4,
        "growth": 5,
        "pressure": 3,
        "note": "Ok",
    }


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["atlas"],
            "A check-in has four answers. Write all four, such as: plait checkin",
        ),
        (["atlas", "4", "4"], "A check-in has four answers: 4 4. Write all four"),
        (["nobody", *"4444"], "There is no role of that name: nobody."),
        (["atlas", *"4449"], "too large: 9. Write a number from 1 to 5."),
        (["atlas", *"0444"], "too large: 0. Write a number from 1 to 5."),
        (["atlas", "4", "4", "4", "good"], "This is not a whole number: good."),
        (["atlas", *"4444", "--week", "2198-01-01"], "This week has not begun yet"),
        (["atlas", *"4444", "--week", "soon"], "This is not a date: --week soon."),
    ],
)
def test_what_cannot_be_kept_is_said_and_changes_nothing(plait, atlas, words, said):
    before = whole()

    answer = plait("checkin", *words)

    assert answer.exit_code == 2
    assert said in answer.output
    assert whole() == before


def test_by_keys_each_role_takes_four_and_enter_skips_one(at_the_keys, nora, role_of):
    for name in ("Atlas", "Board", "Study"):
        role_of(nora, name)

    answer = at_the_keys("4453\r2221", "--week", "2026-11-11")

    assert "How were your roles in the week of 9 November 2026?" in answer.output
    assert held() == [
        ("atlas", date(2026, 11, 9), 4, 4, 5, 3),
        ("study", date(2026, 11, 9), 2, 2, 2, 1),
    ]


def test_keys_that_are_no_answer_are_passed_over(at_the_keys, atlas):
    at_the_keys("x40 96473", "--week", "2026-11-11")

    # 4, then 4 after 0, space, 9 and 6, then 3 after 7: three; the end skips the role.
    assert held() == []

    at_the_keys("x40 964731", "--week", "2026-11-11")
    assert held() == [("atlas", date(2026, 11, 9), 4, 4, 3, 1)]


def test_q_stops_and_what_was_answered_stays(at_the_keys, nora, role_of):
    for name in ("Atlas", "Board"):
        role_of(nora, name)

    answer = at_the_keys("445311q", "--week", "2026-11-11")

    assert answer.exit_code == 0
    assert held() == [("atlas", date(2026, 11, 9), 4, 4, 5, 3)]


def test_the_keys_show_what_was_answered_before(at_the_keys, plait, atlas):
    plait("checkin", "atlas", *"1234", "--week", "2026-11-04", "--note", "Kept")

    next_week = at_the_keys("q", "--week", "2026-11-11").output
    same_week = at_the_keys("5555", "--week", "2026-11-04").output

    assert "Atlas  last week 1 2 3 4" in next_week
    assert "Atlas  now 1 2 3 4" in same_week
    assert CheckIn.objects.get().note == "Kept"


def test_a_role_that_did_not_run_that_week_is_not_asked_about(
    at_the_keys, nora, role_of
):
    role_of(nora, "Early", ended_on=date(2026, 11, 10))
    role_of(nora, "Late", started_on=date(2026, 11, 16))

    said = at_the_keys("q", "--week", "2026-11-11").output

    assert "Early" in said  # on Monday the 9th it still ran
    assert "Late" not in said


def test_without_a_terminal_or_with_list_the_map_is_shown(plait, nora, role_of):
    answered(plait, nora, role_of)

    shown = plait("checkin").output

    assert "Board" in shown
    assert "Grow" in shown
    assert "5 (4.8–5)" in shown
    assert plait("checkin", "--list").output == shown


def answered(plait, nora, role_of):
    """Two roles, asked for the last twelve weeks."""
    for name, answers in {"Board": "5551", "Atlas": "1115"}.items():
        role = role_of(nora, name)
        for back in range(12):
            week = date.today() - timedelta(weeks=back)  # noqa: DTZ011  # the program's own day
            plait("checkin", role.key, *answers, "--week", week.isoformat())


def test_the_map_as_json_has_the_documented_form(as_json, plait, nora, role_of):
    answered(plait, nora, role_of)

    told = as_json("checkin")
    [board] = [role for role in told["roles"] if role["role"] == "board"]

    assert told["n_answers"] == 24
    assert set(told) == {
        *("on", "language", "n_answers", "middle", "means", "usual_pay"),
        *("currency", "roles", "basis", "clearest", "corners", "ranges", "why"),
        "check_in",
    }
    assert (board["suggestion"], board["pay"], board["pay_an_hour"]) == (
        "grow",
        "unknown",
        None,
    )
    assert set(board["gives"]) == {"value", "low", "high", "plain"}
    assert board["trends"]["energy"]["direction"] == "steady"


def test_before_the_first_answer_there_is_no_map(plait, as_json, atlas):
    assert plait("checkin", "--list").output == (
        "There is no check-in yet. Begin with: plait checkin\n"
    )
    assert as_json("checkin")["roles"] == []


def test_a_dutch_person_is_answered_in_dutch(plait, at_the_keys, nora, role_of):
    answered(plait, nora, role_of)
    change_person(viewer=nora, language="nl")

    shown = plait("checkin").output
    saved = plait("checkin", "atlas", *"4453").output
    asked = at_the_keys("q").output

    assert "Board" in shown
    assert english_in(shown + saved + asked) == []


def test_what_the_week_asks_stands_in_the_json(as_json, plait, atlas):
    plait("checkin", "atlas", *"1234", "--week", "2026-11-04", "--note", "Kept")

    week = as_json("checkin", "--week", "2026-11-11")["check_in"]

    assert week["week_on"] == "2026-11-09"
    assert [question["aspect"] for question in week["questions"]] == [
        *("energy", "meaning", "growth", "pressure")
    ]
    [role] = week["roles"]
    assert (role["role"], role["answers"]) == ("atlas", None)
    assert list(role["answers_before"].values()) == [1, 2, 3, 4]


def test_the_answers_are_the_persons_own(plait, nora, omar, role_of, monkeypatch):
    role_of(omar, "Secret")
    monkeypatch.setenv("PLAIT_PERSON", "nora")

    answer = plait("checkin", "secret", *"4444")

    assert answer.exit_code == 2
    assert "There is no role of that name" in answer.output
