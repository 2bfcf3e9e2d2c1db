"""plait takeon: asked in words, answered in text and JSON, kept when that is said."""

from datetime import date

import pytest

from plait.accounts.operations import change_person
from plait.book.models import Agreement, Role
from tests.tell_tales import english_in

ON = ("--on", "2026-11-20")


@pytest.fixture
def home(nora, role_of, plait):
    """Nora has 40 hours to give, 24 of them agreed as employment, 8 for Atlas."""
    nora.capacity_minutes = 40 * 60
    nora.save()
    role_of(nora, "Practice", kind="employment")
    role_of(nora, "Atlas")
    since = ("--from", "2026-01-01")
    hours = ("--hours", "24/week", "--pay", "2950/salary", "--clause", "consent")
    plait("agree", "practice", *since, *hours, "--days", "mon-wed 9-17")
    plait("agree", "atlas", *since, "--hours", "8/week", "--pay", "85/hour")
    return plait


def first(as_json, *words):
    return as_json("takeon", *ON, *words)["variants"][0]


def test_a_new_role_is_answered_with_all_figures(home, as_json):
    found = first(as_json, "--new", "Course", "--hours", "6/week", "--pay", "90/hour")

    assert (found["answer"], found["reasons"]) == ("yes if", ["consent"])
    # 24 and 8 agreed, and 6: of 40.
    assert [(w["before"], w["after"]) for w in found["weeks"]] == [(32, 38)] * 12
    # 90 x 6 x 52.1775 / 12.
    assert found["income_a_month"]["change"] == pytest.approx(2347.9875)
    assert found["sentence"].startswith("Yes, if ")
    assert found["starts_on"] == "2026-11-23"


def test_what_a_change_does_not_say_stays_as_agreed(home, as_json):
    terms = first(as_json, "--change", "practice", "--hours", "16/week")["terms"]

    # 2,950 x 16 / 24; the days were for 24 hours.
    assert (terms["pay"], terms["pay_basis"]) == ("1966.67", "salary")
    assert (terms["days"], terms["clause"]) == ("", "consent")


def test_leaving_counts_from_the_day_that_notice_allows(home, as_json):
    home(
        "agree", "atlas", "--from", "2026-06-01", "--hours", "8/week", "--notice", "60d"
    )

    # 60 days from 20 November 2026 are 19 January 2027.
    found = first(as_json, "--leave", "atlas")

    assert (found["starts_on"], found["answer"]) == ("2027-01-19", "yes")


def test_several_are_compared_side_by_side(home, as_json):
    words = ("--new", "Course", "--hours", "6/week", "--or", "--leave", "atlas")
    answer = home("takeon", *ON, *words)
    told = as_json("takeon", *ON, *words)

    assert [one["move"] for one in told["variants"]] == ["take on", "leave"]
    assert answer.output.count("Hours a week") == 1
    assert "Course, 6 hours a week from 23 November 2026" in answer.output
    assert "Leave Atlas on 23 November 2026" in answer.output


def test_the_text_says_reasons_and_what_would_have_to_give(home):
    answer = home(
        "takeon", *ON, "--new", "Course", "--hours", "20/week", "--rules", "nl"
    )

    assert "No: in 12 of 12 weeks you do not have the hours for it" in answer.output
    assert "Where the hours could come from" in answer.output
    assert "Clauses on other work" in answer.output
    assert "This is information, not legal advice." in answer.output


def test_nothing_is_kept_unless_that_is_said(home):
    home("takeon", *ON, "--new", "Course", "--hours", "6/week")

    assert Role.objects.count() == 2


def test_a_new_role_is_kept_with_its_terms(home, as_json):
    told = as_json(
        *("takeon", *ON, "--new", "Course", "--at", "Hogeschool", "--hours", "6/week"),
        *("--pay", "90/hour", "--days", "fri 9-15", "--from", "2027-01-04", "--keep"),
    )

    role = Role.objects.get(key=told["kept"])
    terms = Agreement.objects.get(role=role)
    assert (role.name, role.organisation.name, role.kind) == (
        "Course",
        "Hogeschool",
        "contract",
    )
    assert role.started_on == terms.starts_on == date(2027, 1, 4)
    assert (terms.minutes, terms.pay_minor, terms.blocks) == (
        360,
        9000,
        "fri 09:00-15:00",
    )


def test_other_terms_are_kept_exactly_as_they_were_shown(home, as_json):
    words = ("--change", "practice", "--hours", "16/week", "--from", "2027-01-04")
    shown = first(as_json, *words)["terms"]
    home("takeon", *ON, *words, "--keep")

    old, new = Agreement.objects.filter(role__key="practice").order_by("starts_on")
    assert old.ends_on == new.starts_on == date(2027, 1, 4)
    assert (new.minutes, new.pay_minor) == (16 * 60, 196_667)
    assert (new.clause, new.blocks) == (shown["clause"], shown["days"])


def test_a_role_that_is_left_ends_on_the_day(home):
    answer = home("takeon", *ON, "--leave", "atlas", "--from", "2027-01-04", "--keep")

    assert "It is in your book, with the role atlas." in answer.output
    assert Role.objects.get(key="atlas").ended_on == date(2027, 1, 4)


def test_an_opportunity_that_is_kept_becomes_work(home, nora, role_of):
    role_of(nora, "Course", kind="opportunity")
    home("takeon", *ON, "--change", "course", "--hours", "6/week", "--keep")

    assert Role.objects.get(key="course").kind == "contract"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Consider one thing at a time. Give one of --new"),
        (("--new", "A", "--leave", "atlas"), "--new, --leave"),
        (("--new", "A"), "The hours it takes are missing. Say how many"),
        (("--new", "A", "--hours", "lots"), "These are not agreed hours: lots."),
        (("--new", "A", "--hours", "40/total"), "Hours in total need a last day"),
        (
            ("--new", "A", "--hours", "6/week", "--days", "fri"),
            "A day needs a time from",
        ),
        (
            ("--change", "nobody", "--hours", "6/week"),
            "There is no such role in your book",
        ),
        (("--leave", "atlas", "--hours", "6/week"), "does not go with leaving"),
        (("--change", "atlas", "--at", "B"), "does not go with leaving or changing"),
        (
            ("--leave", "atlas", "--from", "2019-01-01"),
            "You do not hold this role on that day",
        ),
        (
            ("--change", "atlas", "--hours", "1/week", "--from", "2019-01-01"),
            "You do not hold this role on that day: Atlas, 2019-01-01.",
        ),
        (
            ("--new", "A\x07", "--hours", "6/week"),
            "This contains characters that cannot be stored",
        ),
        (
            ("--new", "A", "--hours", "6/week", *(["--or", "--leave", "atlas"] * 4)),
            "These are more than can be compared at once: 5.",
        ),
        (
            ("--new", "A", "--hours", "6/week", "--or", "--leave", "atlas", "--keep"),
            "Only one of them can be kept: 2.",
        ),
        (
            ("--new", "A", "--hours", "200/week", "--keep"),
            "There are not that many hours",
        ),
    ],
)
def test_what_cannot_be_asked_is_said(home, words, said):
    answer = home("takeon", *ON, *words)

    assert answer.exit_code == 2
    assert said in answer.stderr
    assert Role.objects.count() == 2


def test_it_speaks_the_language_of_its_person(home, nora):
    change_person(viewer=nora, country="NL", language="nl")

    page = home(
        *("takeon", *ON, "--new", "Cursus", "--hours", "20/week", "--days", "fri 9-15"),
        *(
            "--or",
            "--leave",
            "atlas",
            "--or",
            "--change",
            "practice",
            "--hours",
            "8/week",
        ),
    ).output

    assert "Nee: in 12 van de 12 weken" in page
    assert "Waar de uren vandaan kunnen komen" in page
    assert english_in(page) == []


def test_a_page_and_a_command_refuse_the_same(home, nora, client):
    client.force_login(nora)
    command = home("takeon", *ON, "--new", "A", "--hours", "200/week").stderr.strip()
    page = client.get(
        "/hours/take-on/",
        {"move": "take on", "name": "A", "organisation": "A", "hours": "200"}
        | {"per": "week", "starts_on": "2027-01-04", "pay_basis": "hour"},
    ).content.decode()

    assert command == (
        "There are not that many hours in the time they are agreed for: 200/week."
        " Write fewer, or say for which stretch of time they are."
    )
    assert command in page
