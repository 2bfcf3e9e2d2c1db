"""Whatever a file says or is called, the terminal is commanded by nobody."""

import json

import pytest

from plait.cli.render.sanitise import on_one_line, sanitised
from tests.book.statements import Paid, ing

RED, TITLE, BACK = "\x1b[31m", "\x1b]0;owned\x07", "\u202e"
HOSTILE = f"A{RED}B{TITLE}C{BACK}D\x9b2JE\x08F"
COMMANDS = ("\x1b", "\x07", "\u202e", "\x9b", "\x08")


@pytest.mark.parametrize("text", ["Café Zuid", "a\tb\nc", "👩‍💻 & [bold]x[/]", "שלום"])
def test_what_people_write_stays_as_it_is(text):
    assert sanitised(text) == text


def test_what_commands_a_terminal_goes():
    assert sanitised(HOSTILE) == "A[31mB]0;ownedCD2JEF"


def test_a_name_within_a_sentence_has_no_line_ends():
    assert on_one_line("one\nImport 7: done\r\n  two") == "one Import 7: done two"


@pytest.fixture
def hostile_statement(write):
    """A statement whose payer and whose file name are hostile."""
    rows = [Paid(2, "10.00", payer=HOSTILE), Paid(3, f"1{RED}0.00")]
    return write(f"statement{RED}\n[bold] :boom:.csv", ing(rows))


def no_command_in(answer) -> bool:
    return not any(command in answer.output for command in COMMANDS)


def test_names_and_values_of_a_hostile_file_are_shown_without_their_commands(
    plait, nora, hostile_statement
):
    answer = plait("import", hostile_statement)

    assert answer.exit_code == 1
    assert "statement[31m [bold] :boom:.csv" in answer.output
    assert "1[31m0,00" in answer.output
    assert no_command_in(answer)


@pytest.mark.parametrize("command", ["inbox", "imports", "review"])
def test_what_came_in_from_a_hostile_file_is_shown_harmless(
    plait, nora, hostile_statement, command
):
    plait("import", hostile_statement)

    answer = plait(command)

    assert answer.exit_code == 0
    assert no_command_in(answer)


@pytest.mark.parametrize("command", ["inbox", "imports", "review"])
def test_json_tells_the_letters_exactly_and_escaped(
    plait, nora, hostile_statement, command
):
    plait("import", hostile_statement)

    answer = plait(command, "--json")

    assert no_command_in(answer)
    assert json.loads(answer.stdout)


def test_json_gives_a_hostile_payer_back_letter_for_letter(
    as_json, nora, hostile_statement
):
    as_json("import", hostile_statement)

    [waiting] = as_json("inbox")["subjects"]

    assert waiting["value"] == HOSTILE


def test_a_role_with_a_hostile_name_is_listed_harmless(plait, nora, role_of):
    role_of(nora, name=HOSTILE)

    answer = plait("role", "list")

    assert "A[31mB]0;ownedCD2JEF" in answer.output
    assert no_command_in(answer)


def test_markup_in_a_name_is_shown_as_it_is_written(plait, nora, role_of):
    role_of(nora, name="[red]Trainer[/red] :smile:")

    assert "[red]Trainer[/red] :smile:" in plait("role", "list").output
