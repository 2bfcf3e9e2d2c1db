"""A Plait book file comes into the book whole, changes nothing there, and goes again."""

from datetime import date
from decimal import Decimal

import pytest

from plait.accounts.operations import change_person
from plait.book.models import (
    Absence,
    Account,
    Agreement,
    Belief,
    Cause,
    CauseRole,
    CheckIn,
    Fallback,
    Invoice,
    Mapping,
    Organisation,
    Overhead,
    Rule,
    Season,
)
from plait.book.operations.availability import add_absence
from plait.book.operations.roles import agree, change_role
from plait.book.operations.sorting import keep_rule
from plait.book.queries import role_keyed, rules
from plait.domain import resilience as words
from plait.domain.availability import AbsenceKind
from plait.domain.period import Period
from plait.domain.records import RecordStatus
from plait.domain.roles import Agreement as Terms
from plait.domain.rules import RuleField
from tests.book.book_file.conftest import NOW, TODAY
from tests.cast import amt
from tests.falling_back import set_belief
from tests.roles import other_role

pytestmark = pytest.mark.django_db

ROLES = """
[[roles]]
key = "atlas"
name = "Project lead"
organisation = "Zorggroep Atlas"
sector = "care"
country = "NL"
kind = "contract"
from = 2025-03-01
colour = 7

[[roles.agreements]]
from = 2025-03-01
hours = 8

[[roles]]
key = "board"
name = "Board member"
organisation = "Stichting Vonk"
kind = "board"
from = 2021-06-01
paid = false
"""
RULES = """
[[rules]]
field = "payer"
value = "Zorggroep  ATLAS"
role = "atlas"

[[rules]]
field = "payer"
value = "Bakker Bram"
role = ""
"""
REST = """
[[check_ins]]
role = "board"
week = 2026-11-18
energy = 4
meaning = 5
growth = 3
pressure = 2

[[accounts]]
identifier = "NL00 OWN 1"

[[mappings]]
name = "Own table"
heading = ["day", "sum"]
kind = "payments"
columns = { date = 0, amount = 1 }
"""
TO_GIVE = """
[[absences]]
kind = "leave"
from = 2026-07-20
to = 2026-08-10
note = "The lake"

[[absences]]
kind = "leave"
from = 2026-07-20
to = 2026-07-25
role = "board"

[[seasons]]
from = 2026-12-21
to = 2027-01-04
hours = 10.5

[[overheads]]
kind = "travel"
from = 2022-01-01
hours = 2.5
role = "atlas"
"""
PERSON = """
[person]
name = "Nora Smit"
currency = "GBP"
timezone = "Europe/London"
capacity_hours = 40
country = "gb"
region = "SCT"
born_on = 2009-04-01
travel_minutes = 15
savings = "9000"
floor = 2400.50
set_aside = 0.3
"""
TO_LEAN_ON = """
[[causes]]
name = "The ministry"
roles = ["atlas", "board"]
chance = 0.15

[[beliefs]]
role = "atlas"
chance = 0.25

[[fallbacks]]
role = "atlas"
what = "Teach two days"
weeks = 13

[[invoices]]
role = "atlas"
number = "2026-11"
issued = 2026-11-01
due = 2026-12-01
amount = "2946.67"
currency = "EUR"
"""
BOOK = f"plait = 1\n{ROLES}{RULES}{REST}{TO_GIVE}{TO_LEAN_ON}"
STATEMENT = """Date,Counter Party,Reference,Type,Amount (EUR),Balance (EUR)
02/03/2026,Zorggroep Atlas,March,FASTER,1200.00,1200.00
03/03/2026,Bakker Bram,Bread,CARD,-4.50,1195.50
04/03/2026,Somebody,Gift,FASTER,10.00,1205.50
"""


def rows_of(viewer):
    """Count what a book file can fill, by table."""
    kinds = (
        *(Agreement, Rule, CheckIn, Account, Mapping, Organisation),
        *(Absence, Season, Overhead, Cause, CauseRole, Belief, Fallback, Invoice),
    )
    return [kind.objects.filter(owner=viewer).count() for kind in kinds]


def statuses(portfolio):
    return portfolio.payments.status.tolist()


def test_roles_come_in_as_they_are_told(nora, bring_in, portfolio):
    bring_in(nora, BOOK)

    board, atlas = portfolio(nora).roles
    assert (atlas.key, atlas.colour, atlas.organisation.sector) == ("atlas", 7, "care")
    assert (board.key, board.is_paid, board.colour) == ("board", False, 1)
    assert [terms.hours for terms in atlas.agreements] == [8]


def test_the_report_counts_every_entry(nora, bring_in):
    report = bring_in(nora, BOOK)

    # 2 roles, 1 agreement, 2 rules, 1 check-in, 1 account, 1 mapping, 2 stretches of
    # leave, 1 season, 1 overhead, 1 cause, 1 belief, 1 fallback, 1 invoice
    assert (report.files[0].n_read, report.files[0].n_new) == (16, 16)
    assert report.files[0].problems == []


def test_rules_sort_what_came_in_before(nora, bring_in, portfolio):
    bring_in(nora, STATEMENT)
    bring_in(nora, BOOK)

    wanted = [RecordStatus.ASSIGNED, RecordStatus.PRIVATE, RecordStatus.OPEN]
    assert statuses(portfolio(nora)) == wanted


def test_rules_hold_for_a_file_named_before_them_in_one_call(nora, bring_in, portfolio):
    report = bring_in(nora, STATEMENT, BOOK)

    wanted = [RecordStatus.ASSIGNED, RecordStatus.PRIVATE, RecordStatus.OPEN]
    assert statuses(portfolio(nora)) == wanted
    assert [file.format for file in report.files] == ["starling", "plait_book"]


@pytest.mark.parametrize(
    "alone",
    [
        (
            'plait = 1\n[[check_ins]]\nrole = "atlas"\nweek = 2026-11-16\n'
            "energy = 4\nmeaning = 4\ngrowth = 4\npressure = 4\n"
        ),
        (
            '{"plait": 1, "check_ins": [{"role": "atlas", "week": "2026-11-16",'
            ' "energy": 4, "meaning": 4, "growth": 4, "pressure": 4}]}'
        ),
    ],
)
def test_roles_hold_for_a_book_file_named_before_theirs_in_one_call(
    nora, bring_in, alone
):
    report = bring_in(nora, alone, ROLES)

    assert [one.problems for one in report.files] == [[], []]
    assert CheckIn.objects.get().role.key == "atlas"


def test_the_same_file_again_adds_nothing(nora, bring_in):
    bring_in(nora, BOOK)
    before = rows_of(nora)

    again = bring_in(nora, BOOK)

    assert (again.files[0].n_new, again.files[0].n_known) == (0, 16)
    assert rows_of(nora) == before


def test_a_role_that_is_known_keeps_what_the_person_changed(nora, bring_in, portfolio):
    bring_in(nora, BOOK)
    change_role(
        viewer=nora,
        role=role_keyed(viewer=nora, key="atlas"),
        to=other_role(role_keyed(viewer=nora, key="atlas"), name="Lead"),
    )

    bring_in(nora, BOOK.replace("colour = 7", "colour = 3"))

    atlas = portfolio(nora).roles[1]
    assert (atlas.name, atlas.colour) == ("Lead", 7)


def test_a_known_role_gets_the_agreements_it_lacks(nora, bring_in, portfolio):
    bring_in(nora, BOOK)
    more = "[[roles.agreements]]\nfrom = 2026-01-01\nhours = 12\n\n"

    report = bring_in(
        nora,
        BOOK.replace('[[roles]]\nkey = "board"', more + '[[roles]]\nkey = "board"'),
    )

    assert report.files[0].n_new == 1
    assert [terms.hours for terms in portfolio(nora).roles[1].agreements] == [8, 12]


def test_a_confirmed_rule_stays_as_the_person_said(nora, bring_in):
    bring_in(nora, f"plait = 1\n{ROLES}")
    board = role_keyed(viewer=nora, key="board")
    keep_rule(
        viewer=nora, field=RuleField.PAYER, value="zorggroep atlas", role=board, now=NOW
    )

    bring_in(nora, BOOK)

    assert rules(viewer=nora).get(value="zorggroep atlas").role == board


def test_a_rule_for_a_role_nobody_holds_is_one_problem(nora, bring_in):
    report = bring_in(nora, f"plait = 1\n{RULES}")

    [problem] = report.files[0].problems
    assert problem.where == "rules 1"
    assert problem.what == "This names a role that is not in the book"
    assert (problem.value, report.files[0].n_new) == ("atlas", 1)


def test_the_person_is_taken_from_the_file_while_the_book_is_empty(nora, bring_in):
    bring_in(nora, f"plait = 1\n{PERSON}{ROLES}")

    nora.refresh_from_db()
    told = (nora.name, nora.currency, nora.timezone, nora.capacity_minutes)
    assert told == ("Nora Smit", "GBP", "Europe/London", 2400)  # 40 x 60
    told = (nora.country, nora.region, nora.born_on, nora.travel_minutes)
    assert told == ("GB", "SCT", date(2009, 4, 1), 15)
    told = (nora.savings_minor, nora.floor_minor, nora.set_aside)
    assert told == (900_000, 240_050, 300)


def test_the_person_stays_who_they_are_in_a_book_with_roles(nora, bring_in):
    bring_in(nora, f"plait = 1\n{ROLES}")

    bring_in(nora, f"plait = 1\n{PERSON}")

    nora.refresh_from_db()
    assert (nora.name, nora.currency) == ("Nora", "EUR")


def test_a_preview_leaves_the_person_as_they_were(nora, bring_in):
    report = bring_in(nora, f"plait = 1\n{PERSON}", keep=False)

    assert (report.files[0].n_new, nora.name, nora.currency) == (1, "Nora", "EUR")


def test_times_in_other_files_are_read_in_the_zone_the_book_tells(
    nora, bring_in, portfolio
):
    events = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nUID:1\nDTSTAMP:20260301T000000Z\nDTSTART:20260302T090000\nDTEND:20260302T100000\nSUMMARY:Board\nEND:VEVENT\nEND:VCALENDAR\n"

    bring_in(nora, events, f"plait = 1\n{PERSON}")

    # 9:00 in London in winter is 9:00 UTC; in Amsterdam it would be 8:00.
    assert str(portfolio(nora).events.starts_at[0]) == "2026-03-02T09:00:00"


def test_undo_takes_all_of_it_back(nora, bring_in, take_back, portfolio):
    before = rows_of(nora)
    report = bring_in(nora, BOOK + PERSON)

    gone = take_back(nora, report.batch)

    assert gone == report.files[0].n_new
    assert (rows_of(nora), portfolio(nora).roles) == (before, ())
    assert (nora.name, nora.currency) == ("Nora", "EUR")
    assert (nora.country, nora.born_on, nora.travel_minutes) == ("", None, 30)
    assert (nora.savings_minor, nora.floor_minor, nora.set_aside) == (None, None, None)


def test_undo_keeps_a_birth_date_that_was_corrected_since(nora, bring_in, take_back):
    report = bring_in(nora, BOOK + PERSON)
    change_person(viewer=nora, born_on=date(2008, 4, 1))

    take_back(nora, report.batch)

    nora.refresh_from_db()
    assert (nora.born_on, nora.country) == (date(2008, 4, 1), "")


def test_what_the_person_has_to_give_comes_in_as_it_is_told(nora, bring_in, portfolio):
    bring_in(nora, BOOK)

    seen = portfolio(nora)
    names = [
        seen.roles[a.role].key if a.role is not None else "" for a in seen.absences
    ]
    assert sorted(names) == ["", "board"]
    assert {a.period.start for a in seen.absences} == {date(2026, 7, 20)}
    assert [season.hours for season in seen.seasons] == [Decimal("10.5")]
    assert [seen.roles[one.role].key for one in seen.overheads] == ["atlas"]


def test_what_income_leans_on_comes_in_as_it_is_told(nora, bring_in, portfolio):
    bring_in(nora, BOOK)

    seen = portfolio(nora)
    [atlas] = [n for n, role in enumerate(seen.roles) if role.key == "atlas"]
    assert seen.causes == (words.Cause("The ministry", (0, 1), Decimal("0.15")),)
    assert seen.beliefs == (words.Belief(atlas, Decimal("0.25"), Decimal(4)),)
    [fallback] = seen.fallbacks
    assert (fallback.what, fallback.share) == ("Teach two days", 1)
    [invoice] = seen.invoices
    assert (invoice.amount, invoice.due_on) == (amt("2946.67 EUR"), date(2026, 12, 1))


@pytest.mark.parametrize(
    "entry",
    [
        '[[causes]]\nname = "A"\nroles = ["nobody"]',
        '[[beliefs]]\nrole = "nobody"\nchance = 0.1',
        '[[fallbacks]]\nrole = "nobody"\nwhat = "A"\nweeks = 1',
        (
            '[[invoices]]\nrole = "nobody"\nissued = 2026-11-01\namount = "1"\n'
            'currency = "EUR"'
        ),
    ],
)
def test_what_speaks_of_a_role_nobody_holds_is_one_problem(nora, bring_in, entry):
    [file] = bring_in(nora, f"plait = 1\n{entry}\n").files

    [problem] = file.problems
    assert problem.what == "This names a role that is not in the book"
    assert (problem.value, file.n_new) == ("nobody", 0)


def test_a_role_with_a_belief_told_since_stays_after_undo(nora, bring_in, take_back):
    report = bring_in(nora, BOOK)
    board = role_keyed(viewer=nora, key="board")
    set_belief(viewer=nora, role=board, chance=Decimal("0.1"))

    take_back(nora, report.batch)

    assert [role.key for role in nora.role_set.all()] == ["board"]


def test_leave_that_is_known_keeps_its_last_day(nora, bring_in):
    bring_in(nora, BOOK)

    again = bring_in(nora, BOOK.replace("to = 2026-08-10", "to = 2026-08-03"))

    kept = Absence.objects.get(owner=nora, role=None)
    assert (again.files[0].n_new, kept.ends_on) == (0, date(2026, 8, 10))


def test_a_season_within_another_one_is_one_problem(nora, bring_in):
    bring_in(nora, BOOK)
    inside = "[[seasons]]\nfrom = 2026-12-28\nto = 2026-12-30\nhours = 3\n"

    [file] = bring_in(nora, f"plait = 1\n{inside}").files

    [problem] = file.problems
    assert problem.where == "seasons 1"
    assert problem.what == "Another stretch of other hours covers some of these days"
    assert Season.objects.filter(owner=nora).count() == 1


@pytest.mark.parametrize("section", ["absences", "overheads"])
def test_leave_from_a_role_nobody_holds_is_one_problem(nora, bring_in, section):
    entry = f'[[{section}]]\nkind = "other"\nfrom = 2026-01-01\nto = 2026-01-09\n'
    hours = "hours = 2\n" if section == "overheads" else ""

    [file] = bring_in(nora, f'plait = 1\n{entry}{hours}role = "nobody"\n').files

    [problem] = file.problems
    assert (problem.where, problem.value) == (f"{section} 1", "nobody")
    assert problem.what == "This names a role that is not in the book"


def test_a_role_with_leave_noted_since_stays_after_undo(nora, bring_in, take_back):
    report = bring_in(nora, BOOK)
    week = Period(date(2026, 9, 7), date(2026, 9, 14))
    board = role_keyed(viewer=nora, key="board")
    add_absence(viewer=nora, kind=AbsenceKind.LEAVE, period=week, role=board)

    take_back(nora, report.batch)

    assert [role.key for role in nora.role_set.all()] == ["board"]
    assert [away.starts_on for away in nora.absence_set.all()] == [week.start]


def test_undo_of_rules_opens_what_they_had_sorted(nora, bring_in, take_back, portfolio):
    bring_in(nora, STATEMENT)
    report = bring_in(nora, BOOK)

    take_back(nora, report.batch)

    assert statuses(portfolio(nora)) == [RecordStatus.OPEN] * 3


def test_undo_leaves_what_the_person_said_since(nora, bring_in, take_back):
    report = bring_in(nora, BOOK)
    atlas = role_keyed(viewer=nora, key="atlas")
    agree(viewer=nora, role=atlas, terms=Terms(Period(TODAY)))
    keep_rule(
        viewer=nora, field=RuleField.PAYER, value="Bakker Bram", role=atlas, now=NOW
    )

    take_back(nora, report.batch)

    assert [rule.value for rule in rules(viewer=nora)] == ["bakker bram"]
    assert [
        a.starts_on for a in role_keyed(viewer=nora, key="atlas").agreements.all()
    ] == [TODAY]


def test_undo_leaves_what_a_later_file_told_too(nora, bring_in, take_back, portfolio):
    first = bring_in(nora, BOOK)
    bring_in(nora, BOOK)
    before, rows = portfolio(nora).roles, rows_of(nora)

    take_back(nora, first.batch)

    assert (portfolio(nora).roles, rows_of(nora)) == (before, rows)


def test_both_undone_leave_nothing(nora, bring_in, take_back, portfolio):
    first, second = bring_in(nora, BOOK), bring_in(nora, BOOK)

    take_back(nora, first.batch)
    take_back(nora, second.batch)

    assert (portfolio(nora).roles, rows_of(nora)) == ((), [0] * 14)


def test_nobody_elses_book_is_touched(nora, otto, bring_in, portfolio):
    bring_in(nora, BOOK + PERSON)

    assert (rows_of(otto), portfolio(otto).roles) == ([0] * 14, ())
