"""The review in every situation: sentences, order, completeness."""

import re

import pytest

from plait.answers.findings.finding import Finding
from plait.answers.overview.answer import ReviewAnswer
from tests.answers.cases import (
    SITUATIONS,
    calm,
    empty,
    full,
    inbox_only,
    reviewed,
    roles_only,
    three_weeks,
)
from tests.cast import Life, terms

PLACES = {"inbox", "import", "settings", "roles", "role", "agreement"}
PLACES |= {
    "hours",
    "log",
    "worktime",
    "check_in",
    "talk",
    "income",
    "safety",
    "tax_dates",
}
KINDS_OF_FULL = [
    "week-too-full",
    "role-over",
    "one-payer",
    "stream-dry",
    "weeks-overfull",
    "inbox",
    "stream-shrinks",
    "gap-money-stops",
    "no-fallback",
    "gap-no-rate",
    "gap-hours-stop",
    "gap-terms-ended",
    "gap-no-terms",
    "gap-no-income",
    "role-under",
    "gap-kind-unsure",
    "gap-no-hours-agreed",
    "too-early",
]

situations = pytest.mark.parametrize("life", SITUATIONS.values(), ids=SITUATIONS)
languages = pytest.mark.parametrize("language", ["en", "nl"])


def kinds(told: ReviewAnswer) -> list[str]:
    return [finding.kind for finding in told.findings]


def texts(finding: Finding) -> list[str]:
    evidence = finding.evidence
    portfolio = finding.series.label if finding.series else ""
    return [
        finding.title,
        finding.sentence,
        finding.why,
        finding.step.label,
        portfolio,
        evidence.data,
        evidence.method,
        evidence.assumptions,
        evidence.certainty,
        evidence.source,
    ]


def is_proper(sentence: str) -> bool:
    """Return whether a sentence reads as one: no gaps, no placeholders, no -0."""
    wrong = r"  |%\(|\(\)| [,.;:]|\.\.|,,|None|nan|\b-0\b|^\s|\s$"
    return not re.search(wrong, sentence)


@situations
@languages
def test_every_sentence_reads_as_one(life, language):
    told = reviewed(life(), language)

    every = [told.sentence, *(t for finding in told.findings for t in texts(finding))]
    assert [text for text in every if not is_proper(text)] == []
    assert re.fullmatch(r"[A-Z].*\.", told.sentence)


@situations
def test_every_finding_says_what_why_and_what_next(life):
    for finding in reviewed(life()).findings:
        evidence = finding.evidence
        assert finding.title
        assert finding.why.endswith(".")
        assert finding.step.label
        assert finding.step.place in PLACES
        assert all(
            (evidence.data, evidence.method, evidence.assumptions, evidence.certainty)
        )


@situations
def test_a_step_into_a_role_names_it_and_no_other_does(life):
    told = life()
    keys = {role.key for role in told.roles}

    for finding in reviewed(told).findings:
        is_in_a_role = finding.step.place in {"role", "agreement", "talk"}
        is_in_a_role |= finding.kind == "no-fallback"
        assert (finding.step.key in keys) is is_in_a_role
        assert bool(finding.step.key) is is_in_a_role
        assert finding.role == "" or finding.role in keys


@situations
def test_the_heaviest_comes_first(life):
    weights = [finding.weight for finding in reviewed(life()).findings]

    assert weights == sorted(weights, reverse=True)


def test_an_empty_book_is_invited_to_begin():
    told = reviewed(empty())

    assert told.sentence == "Nothing here yet. Start with the files you have."
    assert kinds(told) == ["gap-no-capacity"]


def test_files_without_roles_ask_for_roles():
    told = reviewed(inbox_only())

    assert told.sentence == ("Your files are in. Next, add the roles you hold.")
    assert kinds(told) == ["inbox", "gap-no-capacity"]


def test_roles_alone_say_what_is_still_missing():
    told = reviewed(roles_only())

    assert told.sentence == (
        "Your roles are here. Your hours and your income are still missing."
    )
    assert kinds(told) == [
        "gap-money-stops",
        "gap-hours-stop",
        "gap-no-capacity",
        "gap-no-terms",
    ]


def test_three_weeks_of_hours_prove_nothing_however_full():
    told = reviewed(three_weeks())

    assert told.sentence == "It is too early to judge your hours."
    assert kinds(told) == ["gap-money-stops", "check-in-due", "too-early"]
    early = told.findings[-1]
    assert early.title == "It is too early to judge your hours"
    assert early.sentence == "There are 3 full weeks to go by; a verdict takes 8."


def test_a_calm_life_is_told_so():
    # 24 + 8 of 40 hours; De Linde pays 550 of 550 + 95 + 94 + 93 + 92 + 91 = 1015.
    told = reviewed(calm())

    assert told.sentence == (
        "Your roles take no more than was agreed and leave you 8 hours a week, and one"
        " payer accounts for 54\u202f% of your income."
    )
    assert kinds(told) == ["one-payer", "no-fallback", "check-in-due"]


def test_a_full_life_has_a_finding_of_every_kind_in_order():
    told = reviewed(full())

    # Practice 24, Atlas 13, columns 0.2, training 6, study 4: 47.2 of 40 hours.
    # De Linde pays 12 x 2950 = 35400; Atlas 8160, columns 8 x 325 = 2600, the flat
    # 6 x 780 pounds (about 5400 euros), and 10: 35400 / 51570 = 0.69.
    assert told.sentence == (
        "You work 7.2 hours a week more than you have room for, and one payer"
        " accounts for 69\u202f% of your income."
    )
    assert kinds(told) == KINDS_OF_FULL


def test_too_little_to_conclude_is_not_said_to_be_all_right():
    # One month of statements, no capacity, no hours: nothing holds, nothing fails.
    life = (
        Life()
        .role("Practice", "24/week")
        .is_paid_monthly("Practice", "10 EUR", months=1)
    )

    assert reviewed(life).sentence == "Too little is known yet to say where you stand."


def test_all_right_is_said_where_nothing_is_missing():
    life = Life(capacity=40).role("Practice", terms(pay="20 EUR/hour"))
    life.gives_weekly("Practice", 24, weeks=10).is_paid_monthly(
        "Practice", "10 EUR", months=2
    )

    assert (
        reviewed(life).sentence
        == "As far as your records show, nothing needs you today."
    )


@pytest.mark.parametrize(
    ("capacity", "sentence"),
    [
        (None, "Your roles take no more than was agreed."),
        (32, "Your roles take no more than was agreed and leave you 8 hours a week."),
        (25, "Your roles take no more than was agreed and leave you 1 hour a week."),
        (24.4, "Your roles take no more than was agreed and fill your week."),
        (24, "Your roles take no more than was agreed and fill your week."),
        (23.6, "Your roles take no more than was agreed and fill your week."),
        (23.5, "You work 0.5 hours a week more than you have room for."),
        (23, "You work 1 hour a week more than you have room for."),
        (14, "You work 10 hours a week more than you have room for."),
    ],
)
def test_the_week_is_told_against_what_there_is_to_give(capacity, sentence):
    life = Life(capacity=capacity).role("Practice", "24/week")

    assert reviewed(life.gives_weekly("Practice", 24, weeks=10)).sentence == sentence


def test_the_role_that_runs_furthest_past_its_terms_is_named():
    life = Life().role("Atlas", "8/week").role("Board", "2/week")
    life.gives_weekly("Atlas", 13, weeks=10).gives_weekly("Board", 4, weeks=10)

    assert reviewed(life).sentence == "Atlas takes 5 hours a week more than was agreed."


def test_the_same_life_is_reviewed_the_same_way_twice():
    one, other = reviewed(full()), reviewed(full())

    assert one.findings == other.findings
    assert one.sentence == other.sentence


def test_dutch_writes_numbers_and_dates_its_own_way():
    told = {finding.kind: finding for finding in reviewed(full(), "nl").findings}

    assert "7,2" in told["week-too-full"].title
    # 5 hours x 85 x 4.348125 weeks a month = 1847.95 euros.
    assert "€\u202f1.848" in told["role-over"].sentence
    assert "november" not in told["gap-hours-stop"].title
    assert "30 oktober 2026" in told["gap-hours-stop"].title
