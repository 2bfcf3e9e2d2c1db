import pytest

from plait.formats.tables.names import (
    code_in,
    in_brackets,
    likeness,
    phrases,
    plain_name,
    words_of,
)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Bokföringsdag", ("bokforingsdag",)),
        ("CreditDebet", ("credit", "debet")),
        ("#Data księgowania", ("data", "ksiegowania")),
        ("Beløb (DKK)", ("belob", "dkk")),
        ("Beschreibung2", ("beschreibung", "2")),
        ("Begünstigte*r", ("begunstigter",)),
        ("x" * 201, ()),
    ],
)
def test_a_heading_is_taken_apart_into_plain_words(name, words):
    assert words_of(name) == words


def test_what_stands_in_brackets_is_told_apart():
    assert plain_name("Duration (min)") == "duration"
    assert in_brackets("Duration (min)") == ("min",)
    assert in_brackets("Duration (min") == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Amount (EUR)", "EUR"),
        ("Saldo CHF", "CHF"),
        ("CAD$", "CAD"),
        ("Valor (R$)", "BRL"),
        ("Määrä EUROA", "EUR"),
        ("Amount ($)", ""),
        ("ALL TRANSACTIONS", ""),
    ],
)
def test_a_heading_may_tell_its_currency(text, code):
    assert code_in(text) == code


def test_the_whole_name_is_likelier_than_a_part_of_it_and_that_than_none():
    wanted = phrases("booking date|date")

    scores = [
        likeness(words_of(n), wanted) for n in ("Booking date", "Date of birth", "Day")
    ]

    assert scores[0] > scores[1] > scores[2] == 0
