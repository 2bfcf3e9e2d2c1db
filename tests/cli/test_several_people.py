import pytest

pytestmark = pytest.mark.django_db


def test_a_second_person_begins_a_book_in_the_same_database(plait):
    plait("init", "--name", "Ada")

    begun = plait("init", "--name", "Bo", PLAIT_PERSON="bo")

    assert begun.exit_code == 0
    assert plait("imports", PLAIT_PERSON="bo").exit_code == 0


def test_a_sign_in_name_is_given_once(plait):
    plait("init", "--name", "Bo", PLAIT_PERSON="bo")

    again = plait("init", "--name", "Another Bo", PLAIT_PERSON="bo")

    assert again.exit_code == 2
    assert "Somebody else signs in with this name: bo. Choose another" in again.output


def test_without_a_sign_in_name_nobody_is_added_to_a_book(plait):
    plait("init", "--name", "Ada")

    again = plait("init", "--name", "Bo")

    assert again.exit_code == 2
    assert "There is a book here already" in again.output


def test_among_several_a_command_asks_who_is_meant(plait):
    plait("init", "--name", "Ada", PLAIT_PERSON="ada")
    plait("init", "--name", "Bo", PLAIT_PERSON="bo")

    asked = plait("imports")

    assert asked.exit_code == 2
    assert "set PLAIT_PERSON to your sign-in name" in asked.output
