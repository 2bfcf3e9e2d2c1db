"""Mistyped commands and options, the headings of help, and completion."""

import re

import pytest


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (
            ("inpox",),
            (
                "There is no command “inpox”. Did you mean “inbox”?"
                " See what there is: main -h"
            ),
        ),
        (
            ("calendars", "ad"),
            (
                "There is no command “ad”. Did you mean “add”?"
                " See what there is: main calendars -h"
            ),
        ),
        (
            ("review", "--jsno"),
            (
                "There is no option “--jsno”. Did you mean “--json” or “--on”?"
                " See what there is: main review -h"
            ),
        ),
        (("qqq",), "There is no command “qqq”. See what there is: main -h"),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, tuple) else "",
)
def test_a_mistyped_word_is_answered_with_what_is_near(plait, nora, words, answer):
    found = plait(*words)

    assert (found.exit_code, found.stderr.strip()) == (2, answer)


def test_a_mistyped_word_is_answered_in_the_language_of_the_book(plait, monkeypatch):
    monkeypatch.setattr("plait.server.book_check.language", lambda: "nl")

    found = plait("inpox")

    assert "Er is geen opdracht “inpox”. Bedoelde je “inbox”?" in found.stderr


def test_help_lists_commands_under_headings(plait):
    found = plait("--help").output

    headings = re.findall(r"^(\w[\w ]+):$", found, re.MULTILINE)
    assert headings[1:] == [
        *("Begin", "Where you stand", "Roles", "Hours", "Income", "Records"),
        "Take back and look after",
    ]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_completion(program, shell):
    script = program(_PLAIT_COMPLETE=f"{shell}_source").stdout

    assert "_PLAIT_COMPLETE" in script


def test_a_begun_command_is_completed(program):
    asked = {"COMP_WORDS": "plait inv", "COMP_CWORD": "1"}

    found = program(_PLAIT_COMPLETE="bash_complete", **asked).stdout

    assert found.split() == ["plain,invoices", "plain,invoice"]
