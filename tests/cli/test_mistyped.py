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


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (("agree",), "Er ontbreekt iets: ROLE."),
        (("undo", "last"), "Dit is geen geheel getal: last. Schrijf het in cijfers"),
        (("review", "--on", "3/4"), "Dit is geen datum: --on 3/4. Schrijf het als"),
        (("review", "--on"), "Deze optie vraagt een waarde: --on."),
        (("review", "--json=3"), "Deze optie heeft geen waarde: --json."),
        (("review", "it's me"), "Dit is te veel: it's me. Zet aanhalingstekens"),
        (("simulate", "--months", "900"), "te groot: --months 900. Schrijf een getal"),
        (("stop", "--at", "x"), "Dit is geen tijd: --at x. Schrijf het als 17:30"),
        (("import", "no.csv"), "Dit bestand is er niet: no.csv. Controleer de naam"),
        (("income", "--period", "x"), "Dit is geen periode: x. Schrijf een maand"),
        (("rules", "--change", "3"), "Gebruik --change en --to samen."),
        (
            ("records", "--kind", "x"),
            "Dit is geen keuze: --kind x. Kies uit: payments, time",
        ),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, tuple) else "",
)
def test_wrong_use_is_answered_in_dutch_with_the_value_and_a_way_out(
    plait, nora, monkeypatch, words, answer
):
    nora.language = "nl"
    nora.save()
    monkeypatch.setattr("plait.server.book_check.language", lambda: "nl")

    found = plait(*words)

    assert (found.exit_code, answer in found.stderr) == (2, True), found.stderr
    assert "Usage:" not in found.stderr


def test_help_lists_commands_under_headings(plait):
    found = plait("--help").output

    headings = re.findall(r"^(\w[\w ]+):$", found, re.MULTILINE)
    assert headings[1:] == [
        *("Begin", "Where you stand", "Roles", "Hours", "Income", "Records"),
        *("Showing to others", "Take back and look after"),
    ]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_completion(program, shell):
    script = program(_PLAIT_COMPLETE=f"{shell}_source").stdout

    assert "_PLAIT_COMPLETE" in script


def test_a_begun_command_is_completed(program):
    asked = {"COMP_WORDS": "plait inv", "COMP_CWORD": "1"}

    found = program(_PLAIT_COMPLETE="bash_complete", **asked).stdout

    assert found.split() == ["plain,invite", "plain,invoices", "plain,invoice"]
