"""Rules find their record however a name is spelled, the narrower one first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.domain.rules import (
    Outcome,
    RuleField,
    Sorter,
    plain,
    plain_account,
    project_of,
)

ATLAS, LINDE, FLAT = Outcome(1, 11), Outcome(2, 22), Outcome(3, 33)
PRIVATE = Outcome(None, 44)


@pytest.mark.parametrize(
    "spelling",
    [
        "Zorggroep Atlas B.V.",
        "ZORGGROEP  ATLAS, B.V.",
        " zorggroep-atlas b v ",
        "Zorggroep_Atlas (B/V)",
        "Zörggroep Atlás B.V.",
        "Ｚｏｒｇｇｒｏｅｐ Ａｔｌａｓ B.V.",  # noqa: RUF001  # full-width letters
    ],
)
def test_spellings_of_one_name_have_one_plain_form(spelling):
    assert plain(spelling) == "zorggroep atlas b v"


def test_names_that_differ_keep_apart():
    assert plain("Atlas BV") != plain("Atlas B.V.")
    assert plain("Bäcker") == plain("Backer")
    assert plain("Straße") == plain("STRASSE")
    assert plain("Иванов") == "иванов"


@pytest.mark.parametrize("text", ["", "   ", "***", "_-_", "\u0301"])
def test_a_text_without_letters_or_digits_is_plainly_nothing(text):
    assert plain(text) == ""


def test_a_sign_that_stands_for_letters_is_lower_case_too():
    assert plain("Atlas™") == "atlastm"


@given(st.text(max_size=300))
def test_a_plain_form_is_its_own_plain_form(text):
    once = plain(text)

    assert plain(once) == once
    assert len(once) <= 200


@given(st.text(alphabet="abc ü", max_size=20))
def test_case_and_space_around_never_matter(text):
    assert plain(f"  {text.upper()} ") == plain(text)


@pytest.mark.parametrize(
    "spelling",
    ["NL91ABNA0417164300", "nl91 abna 0417 1643 00", " NL91\tABNA0417164300"],
)
def test_spaces_and_case_do_not_make_another_account(spelling):
    assert plain_account(spelling) == "NL91ABNA0417164300"


def sorter(**told: Outcome) -> Sorter:
    """Return a sorter by rules such as payer_atlas, in the order they are given."""
    rules = {}
    for name, outcome in told.items():
        field, _, value = name.partition("_")
        value = value.replace("_", " ")
        rules[RuleField(field), value.upper() if field == "account" else value] = (
            outcome
        )
    return Sorter(rules)


def test_an_account_goes_before_a_reference_and_that_before_a_payer():
    all_three = sorter(payer_atlas=LINDE, reference_rent=FLAT, account_nl01=ATLAS)

    assert all_three.payment("Atlas", "NL01", "Rent") == ATLAS
    assert all_three.payment("Atlas", "NL02", "Rent") == FLAT
    assert all_three.payment("Atlas", "NL02", "Invoice 7") == LINDE
    assert all_three.payment("Other", "NL02", "Invoice 7") is None


def test_a_rule_for_private_money_is_an_answer_like_any_other():
    assert (
        sorter(payer_shop=PRIVATE, payer_atlas=ATLAS).payment("SHOP", "", "") == PRIVATE
    )


def test_a_project_goes_before_a_client():
    both = sorter(client_atlas=ATLAS, project_budget=LINDE)

    assert both.entry("Budget", "Atlas") == LINDE
    assert both.entry("Other", "Atlas") == ATLAS
    assert both.entry("", "Atlas") == ATLAS
    assert both.entry("Other", "Other") is None


def test_a_title_goes_before_a_calendar():
    both = sorter(calendar_work=LINDE, title_board=ATLAS)

    assert both.event("Board", "Work") == ATLAS
    assert both.event("Lunch", "Work") == LINDE
    assert both.event("Lunch", "Home") is None


@pytest.mark.parametrize(
    ("reference", "fits"),
    [
        ("budget 2025", True),
        ("Invoice 12, BUDGET-2025!", True),
        ("2025 budget", False),  # the same words in another order
        ("budget 20251", False),  # not the whole word
        ("subbudget 2025", False),
        ("", False),
    ],
)
def test_a_reference_fits_where_its_whole_words_stand(reference, fits):
    found = sorter(reference_budget_2025=ATLAS).payment("", "", reference)

    assert found == (ATLAS if fits else None)


def test_of_two_references_the_longer_one_holds_whichever_came_first():
    line = ("", "", "Budget 2025 Leeds")

    broad_first = sorter(reference_budget=LINDE, reference_budget_2025=ATLAS)
    narrow_first = sorter(reference_budget_2025=ATLAS, reference_budget=LINDE)

    assert broad_first.payment(*line) == ATLAS
    assert narrow_first.payment(*line) == ATLAS


def test_an_empty_subject_fits_no_rule_not_even_an_empty_one():
    empty = Sorter({(field, ""): ATLAS for field in RuleField})

    assert empty.payment("", "", "") is None
    assert empty.payment("", "", "***") is None
    assert empty.entry("", "") is None


@pytest.mark.parametrize(
    ("told", "subject"),
    [
        (("Budget", "Atlas", "Call", "x"), "Budget"),
        (("", "Atlas", "Call", "x"), "Atlas"),
        (("", "", "Call", "x"), "Call"),
        (("", "", "", "x"), "x"),
        (("", "", "", ""), ""),
    ],
)
def test_an_entry_is_known_by_the_first_thing_it_says(told, subject):
    assert project_of(*told) == subject


@given(st.text(max_size=300))
def test_the_form_of_a_form_is_itself(text):
    """Or a rule told again by an export would look for something else."""
    assert plain(plain(text)) == plain(text)
