"""What accounts are called that have no number, and what an undone import says."""

import pytest

from plait.formats import registry
from plait.wording.records.accounts import account_text
from plait.wording.records.history import undone_import_text
from plait.wording.words import words_for


@pytest.mark.parametrize(
    ("identifier", "text"),
    [
        ("n26:EUR", "N26 EUR"),
        ("n26:Holiday:EUR", "N26 Holiday EUR"),
        ("nationwide:FlexAccount ****45678", "Nationwide FlexAccount ****45678"),
        ("qif:Bank", "QIF Bank"),
        ("Studio:GBP", "Studio GBP"),
        ("NL62MOLN0650238817", "NL62MOLN0650238817"),
        ("20-00-00/12345678", "20-00-00/12345678"),
        ("table:a1b2c3d4:EUR", ""),
        ("", ""),
    ],
)
def test_it_has_a_name(identifier, text):
    assert account_text(identifier) == text


def test_every_bank_has_a_name_that_a_person_knows():
    banks = {
        form.NAME
        for form in registry.all_formats()
        if form.__name__.startswith("plait.formats.banks")
    }

    assert {bank for bank in banks if account_text(f"{bank}:EUR") == f"{bank} EUR"} <= {
        "bunq",
        "comdirect",
    }


@pytest.mark.parametrize(
    ("counts", "text"),
    [
        ((2, 0), "2 lines removed"),
        ((0, 1), "1 correction reversed"),
        ((25, 26), "25 lines removed, 26 corrections reversed"),
        ((0, 0), "0 lines removed"),
    ],
)
def test_an_undone_import_says_what_went_and_what_was_corrected(counts, text):
    assert undone_import_text(words_for("en"), 2, *counts) == (
        f"Import 2 is undone: {text}."
    )
