"""What a file covers is known when it came in, and gone when it is undone."""

from datetime import date

import pytest

from plait.answers.context import answer_context
from plait.answers.review import review_answer
from plait.book.imports.undo import undo_import
from plait.book.models import Batch, Coverage
from plait.book.operations.by_hand import StillToCome, add_payment
from plait.book.operations.known import EnteredLater, say_entered_until
from plait.book.operations.records import add_time
from plait.book.operations.recurring import RecurringEntry, add_recurring
from plait.book.queries.load import load_portfolio
from plait.domain.errors import Problem
from plait.domain.known import KnownKind
from plait.domain.money import Money
from plait.domain.period import Period
from plait.domain.records import BankLine, StatementPeriod
from plait.domain.recurring import Recurrence, Rhythm
from plait.formats.reading.coverage import CoverageWatch
from plait.wording.words import words_for
from tests.book.conftest import NOW, TODAY
from tests.book.statements import MINE, Paid, camt, mt940

OCTOBER = (date(2026, 10, 1), date(2026, 10, 31))
TOGGL = """Project,Client,Description,Start date,Start time,End date,End time,Duration
Care,Atlas,Visits,2026-11-{0:02},09:00:00,2026-11-{0:02},12:00:00,03:00:00
"""


def lines(*days_and_minor):
    return [
        BankLine(n, date(2026, 10, day), minor, "EUR", account=MINE)
        for n, (day, minor) in enumerate(days_and_minor, start=1)
    ]


def covered(*told):
    intake = CoverageWatch("mt940", TODAY)
    assert list(intake.watch(told)) == list(told)
    return [(one.kind, one.name, one.days) for one in intake.covered()]


def known_of(viewer, on=TODAY):
    return {
        (one.kind, one.name, one.is_by_hand): one
        for one in load_portfolio(viewer=viewer, on=on).known
    }


def test_a_file_without_days_covers_those_of_its_lines():
    [(kind, name, days)] = covered(*lines((3, 100), (1, 50), (28, -20)))

    assert (kind, name) == (KnownKind.ACCOUNT, MINE)
    assert (days.starts_on, days.ends_on) == (date(2026, 10, 1), date(2026, 10, 28))
    assert not days.is_stated


@pytest.mark.parametrize("is_told_first", [True, False])
def test_a_statement_covers_the_days_it_names(is_told_first):
    period = StatementPeriod(0, MINE, *OCTOBER, 1_000, 1_150, "EUR")
    told = [period, *lines((3, 100), (8, 50))]

    [(_, _, days)] = covered(*(told if is_told_first else told[1:] + told[:1]))

    assert (days.starts_on, days.ends_on) == OCTOBER
    assert days.is_stated
    assert days.lines_minor == 150


@pytest.mark.parametrize("is_told_first", [True, False])
def test_lines_belong_to_the_statement_whose_balances_they_make(is_told_first):
    first = StatementPeriod(
        0, MINE, date(2026, 10, 1), date(2026, 10, 1), 0, 100, "EUR"
    )
    second = StatementPeriod(
        0, MINE, date(2026, 10, 2), date(2026, 10, 2), 100, 350, "EUR"
    )
    [one], [other] = lines((1, 100)), lines((2, 250))
    told = [first, one, second, other] if is_told_first else [one, first, other, second]

    found = covered(*told)

    assert [days.lines_minor for _, _, days in found] == [100, 250]


def test_a_statement_without_a_line_covers_its_days():
    [(_, _, days)] = covered(StatementPeriod(0, MINE, *OCTOBER, 500, 500, "EUR"))

    assert (days.starts_on, days.ends_on) == OCTOBER


def test_a_statement_is_not_known_beyond_the_day_it_is_read():
    november = StatementPeriod(0, MINE, date(2026, 11, 1), date(2026, 11, 30))

    [(_, _, days)] = covered(november)

    assert days.ends_on == TODAY


def test_an_account_is_known_until_the_last_line_of_its_file(nora, bring):
    bring(camt([Paid(2, "10.00"), Paid(30, "12.00")]))

    one = known_of(nora)[KnownKind.ACCOUNT, MINE, False]

    assert (one.starts_on, one.until) == (date(2026, 3, 2), date(2026, 3, 30))


def test_nothing_is_known_after_the_date_looked_at(nora, bring):
    bring(camt([Paid(2, "10.00"), Paid(30, "12.00")]))

    [one] = known_of(nora, date(2026, 3, 15)).values()

    assert one.until == date(2026, 3, 15)


def test_undoing_an_import_takes_back_what_it_covered(nora, bring):
    bring(camt([Paid(2, "10.00")]))
    bring(camt([Paid(2, "10.00"), Paid(30, "12.00")]))

    undo_import(viewer=nora, batch=Batch.objects.latest("number"), now=NOW)

    assert known_of(nora)[KnownKind.ACCOUNT, MINE, False].until == date(2026, 3, 2)
    assert Coverage.objects.count() == 1


def test_the_same_file_again_covers_its_days_once_the_first_is_undone(nora, bring):
    file = mt940([Paid(2, "10.00"), Paid(9, "10.00")])
    bring(file)
    bring(file)

    undo_import(viewer=nora, batch=Batch.objects.earliest("number"), now=NOW)

    # The statement names its days: all of March.
    assert known_of(nora)[KnownKind.ACCOUNT, MINE, False].until == date(2026, 3, 31)


def test_a_preview_keeps_nothing(nora, bring):
    bring(camt([Paid(2, "10.00")]), keep=False)

    assert not Coverage.objects.exists()


def test_payments_by_hand_are_known_until_the_last_or_as_the_person_says(nora, role_of):
    role = role_of(nora)
    money = Money.from_minor(5, "EUR")
    add_payment(viewer=nora, role=role, on=date(2026, 9, 1), amount=money)

    one = known_of(nora)[KnownKind.ACCOUNT, "", True]
    assert (one.until, one.last_of(0)) == (date(2026, 9, 1), date(2026, 9, 1))

    say_entered_until(viewer=nora, today=TODAY, until=date(2026, 10, 15))
    [one] = known_of(nora).values()
    assert one.until == date(2026, 10, 15)

    # What recurs comes by itself: it says nothing of what is still to be typed.
    when = Recurrence(date(2026, 11, 2), Rhythm.MONTHS)
    add_recurring(viewer=nora, entry=RecurringEntry(when, role, money))
    [one] = known_of(nora).values()
    assert (one.until, one.last_of(0)) == (date(2026, 10, 15), date(2026, 11, 2))

    with pytest.raises(StillToCome):
        say_entered_until(viewer=nora, until=date(2026, 12, 31), today=TODAY)
    with pytest.raises(EnteredLater):
        say_entered_until(viewer=nora, until=date(2026, 8, 31), today=TODAY)
    assert Coverage.objects.count() == 1


def test_a_usual_payment_that_nobody_typed_yet_is_not_missing(nora, role_of):
    role = role_of(nora)
    for month in range(1, 11):
        add_payment(
            viewer=nora,
            role=role,
            on=date(2026, month, 3),
            amount=Money.from_minor(95_000, "EUR"),
        )

    def missing():
        portfolio = load_portfolio(viewer=nora, on=TODAY)
        context = answer_context(portfolio, words_for("en"))
        found = review_answer(context).findings
        return [one.kind for one in found if one.kind == "payment-missing"]

    assert missing() == []  # November's of the 3rd may be typed tomorrow
    say_entered_until(viewer=nora, today=TODAY, until=TODAY)
    assert missing() == ["payment-missing"]


def test_hours_are_known_by_their_tracker_and_by_hand(nora, bring, role_of):
    role = role_of(nora)
    bring(TOGGL.format(13), role=role)
    add_time(viewer=nora, role=role, on=date(2026, 11, 5), seconds=3600)

    found = known_of(nora)

    assert found[KnownKind.TRACKER, "toggl", False].until == date(2026, 11, 13)
    assert found[KnownKind.TRACKER, "toggl", False].last_of(0) == date(2026, 11, 13)
    assert found[KnownKind.TRACKER, "", True].until == date(2026, 11, 5)


def test_files_of_two_months_with_one_missing_leave_a_gap(nora, bring):
    months = {
        month: [Paid(day, "-5.00") for day in range(1, 28, 2)] for month in (3, 5)
    }
    for month, paid in months.items():
        bring(camt(paid).replace("2026-03", f"2026-{month:02}"))

    one = known_of(nora)[KnownKind.ACCOUNT, MINE, False]

    assert one.gaps == (Period(date(2026, 3, 28), date(2026, 5, 1)),)


def test_a_file_without_a_line_says_so(nora, bring):
    heading = TOGGL.splitlines()[0]

    [file] = bring(heading + "\n").files

    assert file.problems == [
        Problem(
            "given-0",
            "Nothing to read in this file: it holds no lines",
            "",
            "Export it again, for a period in which something happened.",
        )
    ]


def test_a_calendar_without_events_says_so(nora, bring):
    [file] = bring("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n").files

    assert "Nothing to read" in file.problems[0].what
