"""Roles on the command line: added, changed and shown by the fields of their schema."""

import json

import pytest

from plait.accounts.operations import change_person
from plait.book.models import Role
from tests.tell_tales import english_in

ADD = ("role", "add", "Atlas", "--organisation", "Atlas House", "--kind", "contract")


@pytest.fixture
def atlas(plait, nora):
    """A role with its work, and terms since 2024."""
    words = ("--from", "2024-01-01", "--hours", "16/week", "--pay", "85/hour")
    work = ("--place", "Leiden", "--skills", "budgets,chairing , Budgets")
    return plait(*ADD, *words, *work, "--occupation", "trainer", "--sector", "Health")


@pytest.mark.usefixtures("atlas")
def test_what_the_work_is_is_kept_and_shown(as_json):
    role = as_json("role", "show", "atlas")

    assert (role["place"], role["skills"]) == ("Leiden", ["budgets", "chairing"])
    assert (role["occupation"], role["sector"]) == ("2424", "Health")
    assert role["agreements"][0]["pay"] == "85.00"


@pytest.mark.usefixtures("atlas")
def test_a_change_leaves_what_it_does_not_name(plait, as_json):
    before = as_json("role", "show", "atlas")

    after = as_json("role", "change", "atlas", "--place", "Online")

    assert after == before | {"place": "Online"}


@pytest.mark.usefixtures("atlas")
def test_a_text_and_a_last_day_can_be_taken_away(plait, as_json):
    plait("role", "change", "atlas", "--to", "2026-01-01")

    after = as_json("role", "change", "atlas", "--to", "none", "--skills", "")

    assert "to" not in after
    assert "skills" not in after


def test_a_role_can_turn_unpaid_and_paid_again(plait, nora):
    plait(*ADD, "--unpaid")
    first = Role.objects.get().is_paid

    plait("role", "change", "atlas", "--paid")

    assert (first, Role.objects.get().is_paid) == (False, True)


@pytest.mark.usefixtures("atlas")
def test_a_role_that_moves_leaves_the_sector_of_its_new_house(plait, as_json):
    plait(
        *ADD[:2],
        "Board",
        "--organisation",
        "Zon",
        "--kind",
        "board",
        "--sector",
        "Care",
    )

    after = as_json("role", "change", "atlas", "--organisation", "Zon")

    assert (after["organisation"], after["sector"]) == ("Zon", "Care")


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ((), "It is not said what is to change"),
        (("--occupation", "manager"), "Several occupations go by this title"),
        (("--occupation", "zzzzqqq"), "No occupation is known by this title"),
        (("--place", "x" * 101), "This text is longer than its field"),
        (("--name", " "), "A role and its organisation need a name"),
        (("--to", "2023-01-01"), "The end comes before the start"),
    ],
)
@pytest.mark.usefixtures("atlas")
def test_a_change_that_cannot_be_is_said_and_nothing_kept(plait, as_json, words, what):
    before = as_json("role", "show", "atlas")

    answer = plait("role", "change", "atlas", *words, "--json")

    assert (answer.exit_code, json.loads(answer.stdout)["error"]["what"]) == (2, what)
    assert as_json("role", "show", "atlas") == before


def test_in_dutch_a_role_is_dutch(plait, nora):
    change_person(viewer=nora, language="nl")

    added = plait(*ADD, "--hours", "16/week", "--notice", "30d", "--place", "Leiden")
    shown = plait("role", "show", "atlas")
    listed = plait("role", "list")

    for answer in (added, shown, listed):
        assert english_in(answer.output) == []
    assert "Plaats" in shown.output
    assert "16 uur per week" in shown.output


class TestAgreeing:
    """New terms begin from the ones before, as the form of the page does."""

    @pytest.mark.usefixtures("atlas")
    def test_what_no_option_names_stays(self, plait, as_json):
        plait("agree", "atlas", "--from", "2026-01-01", "--days", "mon-tue 9-17")

        before, after = as_json("role", "show", "atlas")["agreements"]

        assert (before["to"], after["from"]) == ("2026-01-01", "2026-01-01")
        kept = ("hours", "per", "pay", "currency", "pay_basis", "counts_as")
        assert [after[name] for name in kept] == [before[name] for name in kept]
        assert after["blocks"] == "mon 09:00-17:00, tue 09:00-17:00"

    @pytest.mark.usefixtures("atlas")
    def test_none_takes_away(self, plait, as_json):
        words = ("--hours", "none", "--pay", "none", "--notice", "none")
        plait("agree", "atlas", "--from", "2026-01-01", *words)

        after = as_json("role", "show", "atlas")["agreements"][1]

        assert {"hours", "pay", "currency", "notice_days"} & set(after) == set()
        assert after["pay_basis"] == "none"

    @pytest.mark.usefixtures("nora")
    def test_first_terms_begin_with_the_role_as_is_usual_for_it(self, plait, as_json):
        plait(*ADD[:-1], "employment", "--from", "2024-03-01")

        plait("agree", "atlas", "--hours", "24/week")

        [terms] = as_json("role", "show", "atlas")["agreements"]
        assert (terms["from"], terms["pay_basis"]) == ("2024-03-01", "salary")
        assert terms["counts_as"] == "employment"
