"""plait concentration: of the book's income, and of bare shares."""

import pytest

from plait.accounts.models import Person
from plait.accounts.operations import change_person
from plait.book.models import Role
from plait.book.operations.by_hand import add_payment
from tests.cast import amt, day
from tests.tell_tales import english_in

ON = ("--on", "2026-11-20")


def test_the_published_shares_come_out_as_published(as_json):
    told = as_json("concentration", "--shares", ".55,.20,.15,.10")

    assert told["shares"] == pytest.approx([0.55, 0.2, 0.15, 0.1])
    figures = {k: round(v, 4) for k, v in told["measures"].items()}
    assert figures == {
        "largest_share": 0.55,
        "herfindahl": 0.375,
        "effective": 2.6667,
        "simpson": 0.625,
        "entropy": 1.1655,
        "effective_by_entropy": 3.2076,
    }


def test_amounts_are_as_good_as_shares(as_json):
    told = as_json("concentration", "--shares", "9000,1000")

    assert round(told["measures"]["herfindahl"], 4) == 0.82


def test_bare_shares_need_no_book(program):
    answer = program("concentration", "--shares", ".9,.1", PLAIT_HOME="/dev/null/no")

    assert answer.returncode == 0
    assert "1.2195" in answer.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("--shares", "half,half"),
            (
                "These are no numbers with a comma between them: half,half."
                " Write them with a point, such as .55,.20,.15,.10."
            ),
        ),
        (
            ("--shares", ".9,-.1"),
            (
                "Shares can only be taken of amounts that are not negative: 2: -0.1."
                " Take costs off elsewhere, or leave this stream out."
            ),
        ),
        (
            ("--shares", ".9,.1", "--by", "payer"),
            (
                "Shares of your own have neither a date nor payers: --by."
                " Leave it out, or leave out --shares."
            ),
        ),
    ],
)
def test_what_means_nothing_is_refused(plait, words, said):
    answer = plait("concentration", *words)

    assert answer.exit_code == 2
    assert " ".join(answer.stderr.split()) == said


@pytest.fixture
def paid(nora: Person, role_of):
    """A book in which the practice pays 750 a month and Atlas 250, for a year."""
    for name, euros, sector in (("Practice", 750, "Health"), ("Atlas", 250, "")):
        role: Role = role_of(nora, name)
        role.organisation.sector = sector
        role.organisation.save()
        for month in range(1, 13):
            year = 2026 if month < 11 else 2025
            add_payment(
                viewer=nora,
                role=role,
                on=day(f"{year}-{month:02}-{28 if month == 2 else 30}"),  # February
                amount=amt(f"{euros} EUR"),
            )
    return nora


def test_an_income_is_told_by_everything_it_is_counted_by(paid, as_json):
    told = as_json("concentration", *ON)

    assert [one["by"] for one in told["by"]] == [
        "payer",
        "sector",
        "occupation",
        "place",
        "cause",
    ]
    assert (told["total"], told["n_months"], told["currency"]) == (12_000, 12, "EUR")
    assert told["together"]["why_not"] == "few months"
    assert told["together"]["n_months"] == 12
    assert told["together"]["correlation"] is None


def test_one_way_of_counting_tells_its_groups_and_who_does_not_say(paid, as_json):
    [told] = as_json("concentration", "--by", "sector", *ON)["by"]

    groups = [(one["name"], one["share"], one["roles"]) for one in told["groups"]]
    assert groups == [("Health", 0.75, ["practice"]), ("Atlas", 0.25, ["atlas"])]
    assert told["unknown"] == ["atlas"]


def test_the_page_says_what_the_shares_are_of(paid, plait):
    page = plait("concentration", *ON).stdout

    assert "€12,000 over the last 12 whole months, after costs and before tax" in page
    # .75^2 + .25^2 = .625, and 1 / .625 = 1.6.
    assert "1.6" in page
    assert "None of your roles has an occupation yet." in page
    assert "No sector yet for Atlas, so each is counted on its own." in page


def test_a_book_without_income_says_what_to_do(nora, plait):
    assert "plait import" in plait("concentration", *ON).stdout


def test_the_page_speaks_the_language_of_its_person(paid, plait):
    change_person(viewer=paid, language="nl")

    page = plait("concentration", *ON).stdout

    assert "€ 12.000 over de laatste 12 hele maanden, na kosten en vóór belasting" in (
        page.replace("\u202f", " ")
    )
    assert english_in(page) == []
