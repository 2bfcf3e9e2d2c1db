"""plait exposure: roles and mix with their range, as text and as JSON."""

import pytest

from plait.accounts.operations import change_person
from plait.book.operations.roles import change_role
from tests.roles import other_role
from tests.tell_tales import english_in

HOME_TABLE = "isco08;exposure\n2424;0,53\n13;0.4\n"


@pytest.fixture
def trainer(nora, role_of):
    role = role_of(nora, "Training")
    return change_role(viewer=nora, role=role, to=other_role(role, occupation="2424"))


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.usefixtures("trainer")
def test_a_role_has_the_range_of_its_group(plait):
    page = flat(plait("exposure").output)

    assert "(2424) 0.49; 0.41 to 0.62 within group 24" in page
    assert "Exposure of tasks is not a chance of losing work" in page
    assert "ILO Working Paper 140" in page


def test_a_role_without_an_occupation_is_named(plait, nora, role_of):
    role_of(nora, "Board")

    assert "No occupation is known for Board." in flat(plait("exposure").output)


@pytest.mark.usefixtures("nora")
def test_a_book_without_roles_says_so(plait):
    assert "You hold no role on this day." in plait("exposure").output


@pytest.mark.usefixtures("trainer")
def test_json_holds_range_source_and_date(as_json):
    answer = as_json("exposure")

    [role] = answer["roles"]
    assert (role["isco08"], role["exposure"]["low"], role["exposure"]["high"]) == (
        "2424",
        0.41,
        0.62,
    )
    assert answer["as_of"] == "2025"
    assert answer["by_hours"] is None  # no hours were given yet


@pytest.mark.usefixtures("trainer")
def test_an_own_table_stands_beside_the_range_of_the_group(as_json, tmp_path):
    table = tmp_path / "own.csv"
    table.write_text(HOME_TABLE, "utf-8-sig")

    answer = as_json("exposure", "--table", str(table))

    [role] = answer["roles"]
    assert role["exposure"]["mean"] == 0.53
    assert role["text"] == "0.53 in your own table; 0.41 to 0.62 within group 24"
    assert answer["uses_own_table"]


@pytest.mark.usefixtures("trainer")
def test_a_role_that_begins_later_is_left_out(as_json):
    assert as_json("exposure", "--on", "2019-01-01")["roles"] == []


@pytest.mark.usefixtures("trainer")
def test_the_page_speaks_the_language_of_its_person(plait, nora, role_of):
    role_of(nora, "Board")
    change_person(viewer=nora, language="nl")

    page = flat(plait("exposure").output)

    assert "0,49; 0,41 tot 0,62 binnen groep 24" in page
    assert english_in(page) == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "This file cannot be opened"),
        (b"\xff\xfe\x00", "This file is not text in UTF-8"),
        (b"", "This table has no columns of codes and of exposures"),
        (b"job,score\nbaker,1\n", "This table has no columns of codes"),
        (b"isco08,exposure\nbaker,0.3\n", "This is not an ISCO-08 code"),
        (b"isco08,exposure\n2424,53\n", "An exposure lies between 0 and 1"),
        (b"isco08,exposure\n2424\n", "An exposure lies between 0 and 1"),
    ],
)
@pytest.mark.usefixtures("trainer")
def test_a_table_that_cannot_be_used_says_why(plait, tmp_path, content, said):
    table = tmp_path / "own.csv"
    if content is not None:
        table.write_bytes(content)

    answer = plait("exposure", "--table", str(table))
    assert answer.exit_code != 0
    assert said in flat(answer.output)
