"""Undoing an import: all of it goes, and nothing of any other."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plait.book.imports.undo import AlreadyUndone, undo_import
from plait.book.models import Account, Batch, Payment, Role
from plait.book.operations.records import check_in
from plait.book.operations.roles import agree
from plait.book.operations.sorting import keep_rule, place_record
from plait.domain.period import Period
from plait.domain.roles import Agreement
from plait.domain.rules import RuleField
from tests.book.conftest import NOW, SAMPLES, TODAY
from tests.book.imports.test_imports import ONE_OF_EACH
from tests.book.statements import MINE, SAVINGS, Paid, camt, ing, mt940
from tests.book.tables import records, told
from tests.formats.ics_samples import calendar, event

ANSWERS = {"energy": 3, "meaning": 3, "growth": 3, "pressure": 3}
LINKEDIN = SAMPLES / "Basic_LinkedInDataExport_11-20-2026.zip"
RESUME = SAMPLES / "resume.json"


@pytest.fixture
def undo(nora):
    def undo(number: int) -> int:
        batch = Batch.objects.get(owner=nora, number=number)
        return undo_import(viewer=nora, batch=batch, now=NOW).n_removed

    return undo


@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_undo_takes_everything_back(bring, undo, name):
    before = records()
    bring(SAMPLES / name)

    undo(1)

    assert records() == before


@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_undo_leaves_what_an_earlier_import_brought(bring, undo, name):
    bring(camt([Paid(2, "10.00")]), calendar(event("DTSTART:20261130T080000Z")))
    before = records()
    bring(SAMPLES / name)

    undo(2)

    assert records() == before


@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_what_a_later_import_also_told_stays(bring, nora, omar, undo, name):
    bring(SAMPLES / name, viewer=omar)
    bring(SAMPLES / name)
    bring(SAMPLES / name)

    gone = undo(1)

    assert gone == 0
    assert told(nora) == told(omar)
    assert (
        Role.objects.filter(owner=nora).count()
        == Role.objects.filter(owner=omar).count()
    )


@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_both_imports_of_one_file_undone_leave_nothing(bring, undo, name):
    before = records()
    bring(SAMPLES / name)
    bring(SAMPLES / name)

    undo(1)
    undo(2)

    assert records() == before


@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_an_undone_import_can_be_brought_in_again(bring, nora, omar, undo, name):
    bring(SAMPLES / name, viewer=omar)
    n_new = sum(one.n_new for one in bring(SAMPLES / name).files)
    undo(1)

    again = bring(SAMPLES / name)

    assert sum(one.n_new for one in again.files) == n_new
    assert told(nora) == told(omar)


def test_undo_says_how_many_records_went(bring, undo):
    bring(camt([Paid(2, "10.00"), Paid(3, "20.00")]))

    assert undo(1) == 2


def test_undoing_twice_is_refused_with_its_sentence(bring, undo):
    bring(camt([Paid(2, "10.00")]))
    undo(1)

    with pytest.raises(AlreadyUndone) as refused:
        undo(1)

    assert str(refused.value) == (
        "This import was undone before: import 1."
        " Import the file again if you want it back."
    )


def test_a_number_that_was_undone_is_never_given_again(bring, undo):
    bring(camt([Paid(2, "10.00")]))
    undo(1)

    assert bring(camt([Paid(2, "10.00")])).batch == 2


def test_a_payment_that_only_the_undone_format_worded_stays_once(bring, undo):
    march = [Paid(2, "10.00"), Paid(3, "20.00"), Paid(4, "30.00")]
    bring(camt(march[:2]))
    bring(mt940(march[1:]))

    undo(1)

    held = Payment.objects.values_list("booked_on__day", "amount_minor")
    assert sorted(held) == [(3, 2000), (4, 3000)]


def test_after_such_an_undo_both_formats_still_add_nothing_twice(bring, undo):
    march = [Paid(2, "10.00"), Paid(3, "20.00")]
    bring(camt(march))
    bring(mt940(march))
    undo(1)

    report = bring(camt(march), mt940(march), ing(march))

    assert [one.n_new for one in report.files] == [0, 0, 0]


def test_what_was_sorted_by_hand_stays_sorted_if_a_later_import_told_it(
    bring, nora, role_of, undo
):
    atlas = role_of(nora)
    bring(camt([Paid(2, "10.00")]))
    bring(camt([Paid(2, "10.00")]))
    place_record(viewer=nora, record=Payment.objects.get(), role=atlas)

    undo(1)

    assert Payment.objects.get().role == atlas


def test_a_rule_stays_when_what_it_sorted_goes(bring, nora, role_of, undo):
    bring(camt([Paid(2, "10.00")]))
    rule = keep_rule(
        viewer=nora,
        field=RuleField.PAYER,
        value="Zorggroep Atlas",
        role=role_of(nora),
        now=NOW,
    )

    undo(1)

    bring(camt([Paid(2, "10.00")]))
    assert Payment.objects.get().rule == rule


def _with_hours(nora, role):
    from plait.book.operations.records import add_time

    add_time(viewer=nora, role=role, on=TODAY, seconds=60)


def _shared_with(nora, role):
    from plait.book.operations.records import add_time

    other = Role.objects.filter(owner=nora).exclude(pk=role.pk).first()
    add_time(viewer=nora, role=other, on=TODAY, seconds=60, also_for=[role])


def _with_terms(nora, role):
    terms = Agreement(Period(date(2026, 1, 1)), hours=Decimal(8))
    agree(viewer=nora, role=role, terms=terms)


def _with_rule(nora, role):
    keep_rule(viewer=nora, field=RuleField.PAYER, value="A", role=role, now=NOW)


def _with_check_in(nora, role):
    check_in(viewer=nora, role=role, day=TODAY, answers=ANSWERS)


@pytest.mark.parametrize(
    "use", [_with_hours, _shared_with, _with_terms, _with_rule, _with_check_in]
)
def test_a_role_of_the_import_stays_if_anything_else_belongs_to_it(
    bring, nora, undo, use
):
    bring(LINKEDIN)
    role = Role.objects.filter(owner=nora).order_by("pk").last()
    use(nora, role)

    undo(1)

    assert role in Role.objects.filter(owner=nora)


def test_a_role_that_a_later_cv_tells_too_stays_until_that_is_undone(bring, nora, undo):
    bring(RESUME)
    n_roles = Role.objects.count()
    bring(RESUME)
    undo(1)
    n_between = Role.objects.count()

    undo(2)

    assert (n_between, Role.objects.count()) == (n_roles, 0)


def test_a_transfer_waits_again_when_the_other_account_is_no_longer_known(bring, undo):
    bring(camt([Paid(2, "10.00", iban=SAVINGS)]))
    bring(mt940([Paid(9, "5.00")], SAVINGS))
    closed = Payment.objects.get(counter_account=SAVINGS).status

    undo(2)

    assert (closed, Payment.objects.get().status) == (2, 0)


def test_an_account_stays_while_any_import_that_is_left_tells_it(bring, undo):
    bring(camt([Paid(2, "10.00")]))
    bring(camt([Paid(3, "10.00")]))

    undo(1)

    assert Account.objects.get().identifier == MINE


def test_an_account_goes_with_the_last_import_that_tells_it(bring, undo):
    bring(camt([Paid(2, "10.00")]))
    bring(camt([Paid(3, "10.00")]))
    undo(1)

    undo(2)

    assert not Account.objects.exists()


# Statements of two accounts that overlap and pay each other, and a calendar that
# changes its mind: whatever is imported and undone in whatever order, the book is
# the one that the files that are left make.
TRANSFER_OUT = Paid(5, "-50.00", "Nora", SAVINGS, "Savings")
TRANSFER_IN = Paid(5, "50.00", "Nora", MINE, "Savings")
DAYS = [Paid(day, f"{day}.00") for day in range(1, 9)] + [Paid(4, "4.00")] * 2
WEEKLY = ("DTSTART:20261102T090000Z", "SUMMARY:Team")
NAMED = "X-WR-CALNAME:Work\r\n"
FILES = (
    camt([*DAYS[:6], TRANSFER_OUT]),
    camt([*DAYS[3:], TRANSFER_OUT]),
    camt([*DAYS[:2], *DAYS[8:]]),
    camt([TRANSFER_IN, Paid(6, "0.12", "Bank", "", "Interest")], SAVINGS),
    calendar(NAMED, event(*WEEKLY, "RRULE:FREQ=WEEKLY;COUNT=4", uid="team")),
    calendar(NAMED, event(*WEEKLY, "RRULE:FREQ=WEEKLY;COUNT=2", uid="team")),
    calendar(NAMED, event(*WEEKLY, "STATUS:CANCELLED", uid="team")),
    calendar(NAMED, event("RECURRENCE-ID:20261109T090000Z", *WEEKLY, uid="team")),
)
STEPS = st.lists(
    st.one_of(
        st.lists(st.sampled_from(range(len(FILES))), min_size=1, max_size=2),
        st.integers(1, 6),  # the import of that number is undone
    ),
    min_size=2,
    max_size=8,
)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
def test_the_book_is_what_the_imports_that_were_not_undone_make(
    bring, nora, omar, undo, steps
):
    from django.db import transaction

    with transaction.atomic():
        kept: dict[int, list[str]] = {}
        for step in steps:
            if isinstance(step, int):
                if kept.pop(step, None):
                    undo(step)
                continue
            files = [FILES[n] for n in step]
            number = bring(*files).batch
            if number is not None:
                kept[number] = files

        for files in kept.values():
            bring(*files, viewer=omar)

        assert told(nora) == told(omar)
        transaction.set_rollback(True)
