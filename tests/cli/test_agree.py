"""Agreed days, and a longer week agreed in writing, on the command line."""

import json

import pytest

from plait.book.models import Agreement


@pytest.fixture
def hired(nora, role_of, plait):
    """Run plait agree for a role that is employment, from a fixed day."""
    role_of(nora, "Practice", kind="employment")
    role_of(nora, "Atlas")

    def hired(*words, role="practice"):
        return plait("agree", role, "--from", "2026-01-01", *words)

    return hired


def test_agreed_days_are_kept_and_read_back(hired, as_json):
    hired("--hours", "16/week", "--days", "ma-di 9-17")

    [role] = [r for r in as_json("role", "list") if r["key"] == "practice"]
    assert role["agreements"][0]["blocks"] == "mon 09:00-17:00, tue 09:00-17:00"


def test_a_longer_week_agreed_in_writing_is_kept(hired):
    answer = hired("--opted-out")

    assert answer.exit_code == 0
    assert Agreement.objects.get().has_opted_out


@pytest.mark.parametrize(
    ("role", "words", "what"),
    [
        ("practice", ["--days", "someday 9-17"], "This is neither a day nor a time"),
        ("practice", ["--days", "mon 9-17 mon 16-18"], "Two of these times overlap"),
        ("atlas", ["--opted-out"], "Only employment has a limit that one can agree to pass"),
    ],
)  # fmt: skip
def test_what_cannot_be_agreed_is_said_and_nothing_kept(hired, role, words, what):
    answer = hired(*words, "--json", role=role)

    assert answer.exit_code == 2
    assert json.loads(answer.stdout)["error"]["what"] == what
    assert not Agreement.objects.exists()


def test_what_is_not_named_stays_as_it_was(hired, as_json):
    hired("--hours", "12/week", "--pay", "70/hour", "--notice", "6w", role="atlas")
    hired("--clause", "consent", role="atlas")

    hired("--days", "thu 8-14", "--from", "2026-07-01", role="atlas")

    [atlas] = [role for role in as_json("role", "list") if role["key"] == "atlas"]
    before, after = atlas["agreements"]
    same = ("hours", "per", "pay", "pay_basis", "currency", "notice_days", "clause")
    assert {key: after[key] for key in same} == {key: before[key] for key in same}
    assert after["blocks"] == "thu 08:00-14:00"


@pytest.mark.parametrize("words", [[], ["--from", "2026-07-01"]])
def test_terms_without_any_word_of_them_are_refused(plait, hired, words):
    hired("--hours", "12/week")

    answer = plait("agree", "practice", *words, "--json")

    assert answer.exit_code == 2
    said = json.loads(answer.stdout)["error"]["what"]
    assert said == "This says nothing of the terms"
    assert Agreement.objects.count() == 1
