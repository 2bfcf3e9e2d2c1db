"""The files, read as a person's are, tell what the ledger behind them holds."""

from collections import Counter
from datetime import date, timedelta

import pytest
from generator.banks.ledger import ACCOUNTS, OPEN
from generator.catalogue import bookings
from generator.diary import END, START, leaves
from generator.hours import hours

from plait.domain.availability import AbsenceKind
from plait.domain.blocks import blocks_from
from plait.domain.errors import Problem
from plait.domain.records import BankLine, EventLine, PositionLine, TimeLine
from plait.domain.roles import Clause, CountsAs, PayBasis, Per, RoleKind
from plait.domain.rules import RuleField, plain
from plait.formats.registry import all_formats

# Plait's own files: portfolio.toml stands beside the others, export writes the rest.
OWN = {"plait_account", "plait_attachment", "plait_book", "plait_lines", "plait_readme"}
# Exports of banks and programs that Marit has never used; tests/formats has these.
NOT_HERS = {
    "abnamro_xls",
    "amex",
    "asn",
    "bank_of_america",
    "barclays",
    "belfius",
    "bnp_fortis",
    "bunq",
    "chase",
    "comdirect",
    "commerzbank",
    "dkb",
    "hsbc",
    "ing_diba",
    "kbc",
    "knab",
    "lloyds",
    "midata",
    "nationwide",
    "natwest",
    "outlook_csv",
    "paypal",
    "qif",
    "santander",
    "solidtime_zip",
    "stripe",
    "timeclock",
    "timedot",
    "timewarrior",
    "toggl_json",
    "triodos",
    "us_cards",
    "volksbank",
    "wise_history",
}
HALVES = ("camt053-2026-first-half.xml", "camt053-2026-second-half.xml")


def test_every_format_that_plait_reads_has_a_file(read):
    formats = {form.NAME for form in all_formats()} | {"table"}
    formats -= OWN | NOT_HERS

    assert formats - {name for name, _ in read.values()} == set()


def test_no_reader_finds_a_problem(read):
    problems = [x for _, told in read.values() for x in told if isinstance(x, Problem)]

    assert problems == []


def test_the_two_camt_statements_share_two_weeks(read):
    first, second = ({line.identity for line in read[name][1]} for name in HALVES)
    shared = [b for b in bookings() if b.account == "main" and _is_shared(b.on)]

    assert len(first & second) == len(shared) > 10


def _is_shared(on):
    return date(2026, 7, 1) <= on <= date(2026, 7, 14)


def test_money_by_role_and_currency_is_what_the_ledger_says(lines, roles):
    found, told = Counter(), Counter()
    for line in _of(lines, BankLine):
        found[roles.of(line), line.currency] += line.amount_minor
    for booking in bookings():
        told[booking.role, ACCOUNTS[booking.account].currency] += booking.cents

    assert found == told


def test_as_many_bank_lines_as_bookings(lines):
    assert len(_of(lines, BankLine)) == len(bookings())


def test_hours_by_role_are_what_the_ledger_says(lines, roles):
    found, told = Counter(), Counter()
    for line in _of(lines, TimeLine):
        found[roles.of(line)] += line.seconds
    for stretch in hours():
        told[stretch.role] += stretch.minutes * 60

    assert found == told


def test_what_waits_are_five_payments_and_one_project(lines, roles):
    waiting = [line for line in lines if roles.of(line) == OPEN]
    payments = [line.amount_minor for line in _of(waiting, BankLine)]
    projects = {line.project for line in _of(waiting, TimeLine)}

    # 450 + 260 + 260 + 185 + 155 = 1,310
    assert sorted(payments) == [15_500, 18_500, 26_000, 26_000, 45_000]
    assert projects == {"Kennissessies"}
    assert _of(waiting, EventLine) == []


def test_no_line_falls_outside_the_three_years(lines):
    days = [
        *[line.booked_on for line in _of(lines, BankLine)],
        *[line.on for line in _of(lines, TimeLine)],
    ]

    assert min(days) >= START
    assert max(days) <= END


def test_the_calendars_begin_with_the_three_years_and_go_on_after_them(lines):
    days = [line.starts_at.date() for line in _of(lines, EventLine)]

    assert min(days) >= START
    assert max(days) > END


def test_the_calendar_shows_a_moved_meeting_on_its_new_evening(lines):
    evenings = _evenings(lines, "Bestuursvergadering Buurtvonk")

    # 13 May 2025 became the 20th, 8 October 2024 was called off.
    assert date(2025, 5, 20) in evenings
    assert {date(2025, 5, 13), date(2024, 10, 8)} & evenings == set()


def test_the_board_met_when_its_hours_were_tracked(lines):
    tracked = {s.start.date() for s in hours() if s.note == "Bestuursvergadering"}

    evenings = _evenings(lines, "Bestuursvergadering Buurtvonk")
    assert {evening for evening in evenings if evening <= END} == tracked


def test_the_seminar_is_at_half_past_seven_in_utrecht(lines):
    seminars = [x for x in _of(lines, EventLine) if x.title == "Seminar Leading Change"]
    tracked = {s.start.date() for s in hours() if s.note == "Seminar Leading Change"}

    # Half past six in London, summer and winter: 17:30 or 18:30 UTC.
    assert {(x.starts_at.hour, x.starts_at.minute) for x in seminars} == {
        (17, 30),
        (18, 30),
    }
    assert tracked <= {x.starts_at.date() for x in seminars}


def test_every_rule_fits_something(lines, portfolio):
    told = {
        RuleField.PAYER: {plain(x.payer) for x in _of(lines, BankLine)},
        RuleField.REFERENCE: {plain(x.reference) for x in _of(lines, BankLine)},
        RuleField.PROJECT: {plain(x.project) for x in _of(lines, TimeLine)},
        RuleField.CLIENT: {plain(x.client) for x in _of(lines, TimeLine)},
        RuleField.TITLE: {plain(x.title) for x in _of(lines, EventLine)},
        RuleField.CALENDAR: {plain(x.calendar) for x in _of(lines, EventLine)},
    }
    idle = [
        rule["value"]
        for rule in portfolio["rules"]
        if plain(rule["value"]) not in told[RuleField(rule["field"])]
    ]

    assert idle == []


def test_the_portfolio_speaks_the_words_of_the_domain(portfolio):
    keys = {role["key"] for role in portfolio["roles"]}

    assert {rule["role"] for rule in portfolio["rules"]} <= keys | {""}
    for role in portfolio["roles"]:
        assert RoleKind(role["kind"])
        for terms in role["agreements"]:
            assert PayBasis(terms["pay_basis"])
            assert Clause(terms["clause"])
            assert CountsAs(terms["counts_as"])
            assert "hours" not in terms or Per(terms["per"])


def test_her_leave_is_the_ledgers_and_one_stretch_to_come(portfolio):
    told = [
        (one["from"], one["to"] - timedelta(days=1)) for one in portfolio["absences"]
    ]

    assert told == [*leaves(), (date(2026, 12, 21), date(2027, 1, 2))]
    assert {one["kind"] for one in portfolio["absences"]} == {AbsenceKind.LEAVE}


def test_no_hours_fall_on_leave_but_voluntary_ones(portfolio):
    days = [(one["from"], one["to"]) for one in portfolio["absences"]]
    away = [s for s in hours() if any(a <= s.start.date() < b for a, b in days)]
    law = {CountsAs.EMPLOYMENT, CountsAs.SELF_EMPLOYED}
    bound = {
        r["key"] for r in portfolio["roles"] if r["agreements"][-1]["counts_as"] in law
    }

    # The flat and the column take no notice of where she is.
    assert {s.role for s in away} & bound <= {"flat", "columns"}


def test_the_agreed_days_come_to_the_agreed_hours(portfolio):
    terms = [
        (role["key"], one["hours"], one["blocks"])
        for role in portfolio["roles"]
        for one in role["agreements"]
        if "blocks" in one
    ]
    come_to = {
        (key, agreed, sum(block.seconds for block in blocks_from(text)) / 3600)
        for key, agreed, text in terms
    }

    # Three days from 8:00 to 16:45 less 45 minutes; one from 8:30 to 17:00 less 30.
    assert come_to == {("practice", 24, 24.0), ("atlas", 8, 8.0)}


@pytest.mark.parametrize(("key", "least"), [("practice", 0.9), ("atlas", 0.6)])
def test_most_hours_since_the_terms_began_lie_on_the_agreed_days(portfolio, key, least):
    """Half an hour early or late is on time; Atlas overflows into other evenings."""
    [role] = [role for role in portfolio["roles"] if role["key"] == key]
    days = {block.weekday for block in blocks_from(role["agreements"][-1]["blocks"])}
    ours = [s for s in hours() if s.role == key]
    within = sum(s.minutes for s in ours if s.start.weekday() in days)

    assert within / sum(s.minutes for s in ours) > least


def test_linkedin_and_the_cv_tell_the_same_positions_as_the_portfolio(read, portfolio):
    def positions(name):
        told = [x for form, found in read.values() if form == name for x in found]
        return {x.identity for x in told if isinstance(x, PositionLine)}

    held = {
        (r["organisation"].casefold(), r["name"].casefold(), r["from"])
        for r in portfolio["roles"]
    }
    earlier = (
        "gezondheidscentrum esdoornhof",
        "practice coordinator",
        date(2012, 2, 1),
    )

    assert positions("linkedin") == positions("json_resume")
    # The flat is on no CV.
    assert held - positions("linkedin") == {
        ("harewood & pike lettings", "flat in leeds", date(2022, 4, 1))
    }
    assert positions("linkedin") - held == {earlier}


def _of(lines, kind):
    return [line for line in lines if isinstance(line, kind)]


def _evenings(lines, title):
    return {x.starts_at.date() for x in _of(lines, EventLine) if x.title == title}
