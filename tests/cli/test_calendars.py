"""Calendars on the command line: followed, looked at again, forgotten, shared."""

import pytest

from plait.book.models import CalendarSource, Event
from plait.book.queries.calendars import feed_owner
from plait.book.sealing import unseal
from tests.formats.ics_samples import calendar, event
from tests.servers.answering import Said
from tests.servers.radicale import PASSWORDS

TEAM = event("DTSTART:20261123T090000Z", "SUMMARY:Team", uid="team")
BOARD = event("DTSTART:20261124T090000Z", "SUMMARY:Board", uid="board")


@pytest.fixture(autouse=True)
def at_home(settings, nora):
    """Let calendars be fetched from this machine, where the tests' servers are."""
    settings.FETCHES_PRIVATE = True


@pytest.fixture
def team(server) -> str:
    server.by_path["/private-7f3a9c/team.ics"] = Said(200, calendar(TEAM).encode())
    return server.at("/private-7f3a9c/team.ics")


@pytest.fixture
def type_in(plait):
    """Run a command with something typed into it: `type_in("secret", "calendars")`."""
    from click.testing import CliRunner

    from plait.cli.main import main

    def type_in(typed, *words):
        return CliRunner(env={"COLUMNS": "200"}).invoke(main, words, input=typed)

    return type_in


def number() -> str:
    return str(CalendarSource.objects.get().pk)


def test_nothing_followed_is_told_with_what_to_do(plait):
    told = "You follow no calendar. Add one: plait calendars add ADDRESS\n"

    assert plait("calendars").output == told
    assert plait("calendars", "refresh").output == told


def test_a_calendar_is_followed_by_its_address(plait, team):
    answer = plait("calendars", "add", team, "--name", "Our team")

    assert answer.output == "Our team: 1 new line, import 1.\n"
    assert Event.objects.count() == 1


def test_the_list_tells_where_but_no_secret_address(plait, team):
    plait("calendars", "add", team)

    told = plait("calendars").output

    assert [word in told for word in ("team", "127.0.0.1", "7f3a9c")] == [
        True,
        True,
        False,
    ]


def test_the_list_as_json_has_exactly_the_documented_form(as_json, plait, team):
    plait("calendars", "add", team)

    (told,) = as_json("calendars")

    assert isinstance(told.pop("checked_at"), str)
    assert isinstance(told.pop("changed_at"), str)
    assert told == {
        "calendar": int(number()),
        "name": "team",
        "kind": "ics",
        "host": "127.0.0.1",
        "username": "",
        "error": None,
    }


def test_a_look_without_news_is_told(plait, team):
    plait("calendars", "add", team)

    assert plait("calendars", "refresh").output == "team: nothing new.\n"


def test_news_are_told_with_the_import_that_brought_them(plait, team, server):
    plait("calendars", "add", team)
    broken = event("SUMMARY:No start", uid="broken")
    text = calendar(TEAM, BOARD, broken).encode()
    server.by_path["/private-7f3a9c/team.ics"] = Said(200, text)

    answer = plait("calendars", "refresh", number())

    assert answer.output == "team: 1 new line, 1 problem, import 2.\n"
    assert answer.exit_code == 0


def test_trouble_ends_with_one_and_says_why(plait, as_json, team, server):
    plait("calendars", "add", team)
    server.by_path["/private-7f3a9c/team.ics"] = Said(503)

    answer = plait("calendars", "refresh")

    assert answer.exit_code == 1
    assert answer.output == (
        "team: This server cannot answer just now: 127.0.0.1, 503. Try again later.\n"
    )
    assert as_json("calendars")[0]["error"] == {
        "what": "This server cannot answer just now",
        "value": "127.0.0.1, 503",
        "fix": "Try again later.",
    }
    assert "This server cannot answer just now" in plait("calendars").output


def test_a_calendar_that_cannot_be_fetched_is_not_followed(plait, server):
    answer = plait("calendars", "add", server.at("/none.ics"))

    assert answer.exit_code == 2
    assert "There is no calendar at this address" in answer.stderr
    assert not CalendarSource.objects.exists()


def test_a_private_network_is_refused_where_it_is_not_allowed(plait, team, settings):
    settings.FETCHES_PRIVATE = False

    answer = plait("calendars", "add", team)

    assert answer.exit_code == 2
    assert "PLAIT_FETCH_PRIVATE=1" in answer.stderr


@pytest.fixture(scope="module")
def home(radicale):
    """Omar's calendars on a server of his own."""
    for path, name in (("cli-work", "Cli work"), ("cli-club", "Cli club")):
        radicale.make(path, name, "omar")
    return radicale


def add_home(type_in, home, *more: str):
    words = ("calendars", "add", home.address, "--username", "omar", "--password-stdin")
    return type_in(f"{PASSWORDS['omar']}\n", *words, *more)


def test_of_several_calendars_it_must_be_said_which(type_in, home):
    answer = add_home(type_in, home)

    assert answer.exit_code == 2
    assert "Cli work" in answer.stderr
    assert "Choose with --calendar NAME, or take all with --all." in answer.stderr


def test_a_calendar_is_chosen_by_its_name(type_in, home):
    answer = add_home(type_in, home, "--calendar", "Cli work")

    source = CalendarSource.objects.get()
    assert answer.output == "Cli work: nothing new.\n"
    assert (source.name, source.kind) == ("Cli work", "caldav")
    assert (
        unseal(source.password, owner=source.owner_id, address=source.address)
        == PASSWORDS["omar"]
    )


def test_a_name_that_is_not_there_is_told(type_in, home):
    answer = add_home(type_in, home, "--calendar", "Choir")

    assert answer.exit_code == 2
    assert "There is no calendar of this name: Choir (Cli club, " in answer.stderr


def test_all_calendars_may_be_followed_at_once(type_in, home):
    add_home(type_in, home, "--all")

    names = set(CalendarSource.objects.values_list("name", flat=True))
    assert names >= {"Cli work", "Cli club"}


def test_a_user_without_a_password_is_asked_for_it_or_told_how(plait, home):
    answer = plait("calendars", "add", home.address, "--username", "omar")

    assert answer.exit_code == 2
    assert answer.stderr == (
        "This user needs a password: omar. Pass it with --password-stdin.\n"
    )


@pytest.mark.parametrize(
    ("how", "n_left", "told"),
    [
        ("--keep", 1, "its events stay."),
        ("--undo", 0, "1 line is removed."),
    ],
)
def test_a_calendar_is_removed_with_or_without_what_came_in(
    plait, team, how, n_left, told
):
    plait("calendars", "add", team)

    answer = plait("calendars", "remove", number(), how)

    assert answer.output == f"You no longer follow team; {told}\n"
    assert Event.objects.count() == n_left
    assert not CalendarSource.objects.exists()


def test_what_becomes_of_its_events_must_be_said(plait, team):
    plait("calendars", "add", team)

    answer = plait("calendars", "remove", number())

    assert answer.exit_code == 2
    assert "Add --keep or --undo." in answer.stderr
    assert CalendarSource.objects.exists()


def test_a_calendar_of_another_person_is_not_there(plait, team, omar):
    CalendarSource.objects.create(
        owner=omar, name="Omar's", kind="ics", address="https://example.org/a.ics"
    )

    answer = plait("calendars", "remove", number(), "--keep", PLAIT_PERSON="nora")

    assert answer.exit_code == 2
    assert "You follow no calendar of this number" in answer.stderr


def test_ones_own_calendar_gets_an_address_that_is_shown_once(plait, as_json, nora):
    said = plait("calendars", "feed", "--new", "--port", "9000").output
    address = said.splitlines()[0]
    token = address.rpartition("/")[2].removesuffix(".ics")

    assert address.startswith("http://127.0.0.1:9000/calendar/")
    assert feed_owner(token) == nora
    assert as_json("calendars", "feed")["address"] is None
    assert "has had an address since" in plait("calendars", "feed").output


def test_the_address_can_be_taken_back(plait):
    plait("calendars", "feed", "--new")

    answer = plait("calendars", "feed", "--revoke")

    assert answer.output == (
        "Your calendar has no address. Make one: plait calendars feed --new\n"
    )


def test_the_program_itself_lists_calendars(program):
    program("init", "--name", "Nora")

    answer = program("calendars", "--json")

    assert (answer.returncode, answer.stdout.strip()) == (0, "[]")


# Titles


def test_titles_are_kept_where_one_says_so(plait, team):
    plait("calendars", "add", team, "--titles")

    assert Event.objects.get().title == "Team"
    assert "Times, titles, places" in plait("calendars", "titles").output


def test_titles_are_dropped_at_once_by_the_number_of_a_calendar(plait, team):
    plait("calendars", "add", team, "--titles")

    answer = plait("calendars", "titles", number(), "--drop")

    assert answer.output == (
        "Only times are kept; the title and place of 1 event are gone.\n"
    )
    assert Event.objects.get().title == ""


def test_a_calendar_of_files_goes_by_its_name(plait, tmp_path):
    path = tmp_path / "Practice.ics"
    path.write_text(calendar(TEAM))

    first = plait("import", path)
    plait("calendars", "titles", "Practice", "--keep")
    plait("import", path)

    assert "Of the events of Practice only the times are kept" in first.output
    assert Event.objects.get().title == "Team"


def test_a_choice_about_titles_has_to_be_made(plait):
    answer = plait("calendars", "titles", "Practice")

    assert answer.exit_code == 2
    assert "Add --keep or --drop." in answer.stderr
