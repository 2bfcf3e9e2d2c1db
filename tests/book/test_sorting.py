"""Sorting: confirmed once, kept, changed and dropped; a person's word stands."""

from itertools import pairwise

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plait.book.models import Event, Payment, Rule, TimeEntry
from plait.book.operations.sorting import (
    EmptyRule,
    drop_rule,
    keep_rule,
    keep_rules,
    place_record,
    sort_once,
)
from plait.book.queries import n_sorted_by, waiting
from plait.book.queries.rule_list import rule_list
from plait.domain.records import RecordStatus
from plait.domain.rules import RuleField, plain_value
from tests.book.conftest import NOW
from tests.book.statements import ATLAS, MINE, SAVINGS, Paid, camt, mt940
from tests.book.tables import told
from tests.formats.ics_samples import calendar, event

OPEN, ASSIGNED, PRIVATE = RecordStatus.OPEN, RecordStatus.ASSIGNED, RecordStatus.PRIVATE

PAYMENT = camt([Paid(2, "10.00", text="Invoice 12 trainer day")])
HOURS = (
    "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,"
    "End date,End time,Duration,Tags,Amount (EUR)\n"
    "Nora,n@example.org,Zorggroep Atlas,Budget,,Sums,No,2026-03-02,09:00:00,"
    "2026-03-02,11:00:00,02:00:00,,0.00\n"
)
MEETING = calendar(
    "X-WR-CALNAME:Work\r\n",
    event("DTSTART:20261102T090000Z", "SUMMARY:Board meeting", uid="one"),
)
FILES = {Payment: PAYMENT, TimeEntry: HOURS, Event: MEETING}


@pytest.fixture
def confirm(nora):
    """Confirm a subject: `confirm("payer", "Zorggroep Atlas", role)`."""

    def confirm(field, value, role):
        return keep_rule(
            viewer=nora, field=RuleField(field), value=value, role=role, now=NOW
        )

    return confirm


def placed(kind=Payment):
    """Return role and status of the one record of that kind."""
    one = kind.objects.get()
    return one.role, one.status


# Every subject a rule can be about, the wider of each kind first.
SUBJECTS = [
    (Payment, "payer", "zorggroep  ATLAS"),
    (Payment, "reference", "trainer day"),
    (Payment, "account", "nl14 veer 0724 5842 93"),
    (TimeEntry, "client", "Zorggroep Atlas"),
    (TimeEntry, "project", "budget"),
    (Event, "calendar", "Work"),
    (Event, "title", "Board  Meeting"),
]


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_confirmed_subject_sorts_what_waits(bring, nora, role_of, confirm, subject):
    kind, field, value = subject
    atlas = role_of(nora)
    bring(FILES[kind], titles=True)

    rule = confirm(field, value, atlas)

    assert placed(kind) == (atlas, ASSIGNED)
    assert n_sorted_by(viewer=nora, rule=rule) == 1
    listed = {one.number: one.n_records for one in rule_list(viewer=nora)}
    assert listed == {rule.pk: 1}


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_confirmed_subject_sorts_what_comes_later(
    bring, nora, role_of, confirm, subject
):
    kind, field, value = subject
    atlas = role_of(nora)
    confirm(field, value, atlas)

    bring(FILES[kind], titles=True)

    assert placed(kind) == (atlas, ASSIGNED)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_subject_confirmed_as_private_belongs_to_no_role(bring, confirm, subject):
    kind, field, value = subject
    bring(FILES[kind], titles=True)

    confirm(field, value, None)

    assert placed(kind) == (None, PRIVATE)


NARROWER = [pair for pair in pairwise(SUBJECTS) if pair[0][0] is pair[1][0]]
ORDERS = [(pair, is_turned) for pair in NARROWER for is_turned in (False, True)]


@pytest.mark.parametrize("order", ORDERS)
def test_the_narrower_rule_holds_whichever_was_confirmed_first(
    bring, nora, role_of, confirm, order
):
    pair, is_turned = order
    wide, narrow = role_of(nora, "Wide"), role_of(nora, "Narrow")
    kind = pair[0][0]
    bring(FILES[kind], titles=True)
    said = [(*pair[0][1:], wide), (*pair[1][1:], narrow)]

    for field, value, role in reversed(said) if is_turned else said:
        confirm(field, value, role)

    assert placed(kind) == (narrow, ASSIGNED)


@pytest.mark.parametrize("order", ORDERS)
def test_the_narrower_rule_holds_for_what_comes_later_too(
    bring, nora, role_of, confirm, order
):
    pair, is_turned = order
    wide, narrow = role_of(nora, "Wide"), role_of(nora, "Narrow")
    kind = pair[0][0]
    said = [(*pair[0][1:], wide), (*pair[1][1:], narrow)]
    for field, value, role in reversed(said) if is_turned else said:
        confirm(field, value, role)

    bring(FILES[kind], titles=True)

    assert placed(kind) == (narrow, ASSIGNED)


def test_confirming_a_subject_again_changes_its_rule(bring, nora, role_of, confirm):
    first, second = role_of(nora, "First"), role_of(nora, "Second")
    bring(PAYMENT)
    confirm("payer", "Zorggroep Atlas", first)

    confirm("payer", "ZORGGROEP ATLAS", second)

    assert Rule.objects.count() == 1
    assert placed() == (second, ASSIGNED)


def test_a_rule_can_become_private_and_come_back(bring, nora, role_of, confirm):
    atlas = role_of(nora)
    bring(PAYMENT)
    confirm("payer", "Zorggroep Atlas", None)

    confirm("payer", "Zorggroep Atlas", atlas)

    assert placed() == (atlas, ASSIGNED)


def test_what_a_dropped_rule_had_sorted_waits_again(bring, nora, role_of, confirm):
    bring(PAYMENT)
    rule = confirm("payer", "Zorggroep Atlas", role_of(nora))

    drop_rule(viewer=nora, rule=rule)

    assert placed() == (None, OPEN)
    assert [one.value for one in waiting(viewer=nora)] == ["Zorggroep Atlas"]


def test_what_a_dropped_private_rule_had_sorted_waits_again(bring, nora, confirm):
    bring(PAYMENT)
    rule = confirm("payer", "Zorggroep Atlas", None)

    drop_rule(viewer=nora, rule=rule)

    assert placed() == (None, OPEN)


def test_what_a_dropped_rule_had_sorted_goes_where_the_wider_one_says(
    bring, nora, role_of, confirm
):
    wide, narrow = role_of(nora, "Wide"), role_of(nora, "Narrow")
    bring(PAYMENT)
    confirm("payer", "Zorggroep Atlas", wide)
    rule = confirm("account", ATLAS, narrow)

    drop_rule(viewer=nora, rule=rule)

    assert placed() == (wide, ASSIGNED)


def test_several_rules_are_kept_at_once(bring, nora, role_of):
    atlas = role_of(nora)
    bring(PAYMENT, HOURS)

    keep_rules(
        viewer=nora,
        confirmed=[
            (RuleField.PAYER, "Zorggroep Atlas", atlas),
            (RuleField.PROJECT, "Budget", None),
        ],
        now=NOW,
    )

    assert placed() == (atlas, ASSIGNED)
    assert placed(TimeEntry) == (None, PRIVATE)


def test_of_several_rules_all_are_kept_or_none(bring, nora, role_of):
    bring(PAYMENT)
    confirmed = [
        (RuleField.PAYER, "Zorggroep Atlas", role_of(nora)),
        (RuleField.PROJECT, "  ", None),
    ]

    with pytest.raises(EmptyRule):
        keep_rules(viewer=nora, confirmed=confirmed, now=NOW)

    assert not Rule.objects.exists()
    assert placed() == (None, OPEN)


@pytest.mark.parametrize("value", ["", "   ", "!?", "- - -"])
def test_a_rule_that_would_fit_everything_is_refused(bring, nora, confirm, value):
    bring(camt([Paid(2, "10.00", payer="***")]))

    with pytest.raises(EmptyRule) as refused:
        confirm("payer", value, None)

    assert refused.value.what == "A rule needs something to look for"
    assert placed() == (None, OPEN)


def test_sorting_once_needs_something_to_look_for_too(bring, nora):
    bring(camt([Paid(2, "10.00", payer="***")]))

    with pytest.raises(EmptyRule):
        sort_once(viewer=nora, field=RuleField.PAYER, value="!", role=None)

    assert placed() == (None, OPEN)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_sorting_once_places_what_waits_and_keeps_no_rule(
    bring, nora, role_of, subject
):
    kind, field, value = subject
    atlas = role_of(nora)
    bring(FILES[kind], titles=True)

    sort_once(viewer=nora, field=RuleField(field), value=value, role=atlas)

    assert placed(kind) == (atlas, ASSIGNED)
    assert not Rule.objects.exists()


def test_what_was_sorted_once_does_not_hold_for_what_comes_later(bring, nora, role_of):
    bring(PAYMENT)
    sort_once(
        viewer=nora, field=RuleField.PAYER, value="Zorggroep Atlas", role=role_of(nora)
    )

    bring(camt([Paid(9, "10.00")]))

    assert Payment.objects.get(booked_on__day=9).status == OPEN


def test_sorting_once_leaves_what_was_placed_before(bring, nora, role_of):
    atlas, other = role_of(nora), role_of(nora, "Other")
    bring(PAYMENT)
    place_record(viewer=nora, record=Payment.objects.get(), role=other)

    sort_once(viewer=nora, field=RuleField.PAYER, value="Zorggroep Atlas", role=atlas)

    assert placed() == (other, ASSIGNED)


BY_HAND = [(*subject, is_private) for subject in SUBJECTS for is_private in (0, 1)]


@pytest.mark.parametrize("by_hand", BY_HAND)
def test_a_record_placed_by_hand_is_overruled_by_no_rule(
    bring, nora, role_of, confirm, by_hand
):
    kind, field, value, is_private = by_hand
    mine, by_rule = role_of(nora, "By hand"), role_of(nora, "By rule")
    role = None if is_private else mine
    bring(FILES[kind], titles=True)
    place_record(viewer=nora, record=kind.objects.get(), role=role)

    rule = confirm(field, value, by_rule)
    drop_rule(viewer=nora, rule=rule)

    assert placed(kind) == (role, PRIVATE if is_private else ASSIGNED)


def test_a_record_placed_by_hand_after_a_rule_stays_when_the_rule_changes(
    bring, nora, role_of, confirm
):
    by_hand, by_rule = role_of(nora, "By hand"), role_of(nora, "By rule")
    bring(PAYMENT)
    confirm("payer", "Zorggroep Atlas", by_rule)
    place_record(viewer=nora, record=Payment.objects.get(), role=by_hand)

    confirm("payer", "Zorggroep Atlas", None)

    assert placed() == (by_hand, ASSIGNED)


@pytest.mark.parametrize("n_letters", [10, 300, 3_000])
def test_a_reference_is_searched_to_its_end(bring, nora, role_of, confirm, n_letters):
    atlas = role_of(nora)
    confirm("reference", "trainer day", atlas)

    bring(camt([Paid(2, "10.00", text=f"{'a' * n_letters} trainer day")]))

    assert placed() == (atlas, ASSIGNED)


# Transfers between own accounts.

OUT = Paid(5, "-50.00", "Nora", SAVINGS, "Put aside")
INTO = Paid(5, "50.00", "Nora", MINE, "Put aside")


@pytest.mark.parametrize("is_turned", [False, True])
@pytest.mark.parametrize("at_once", [False, True])
def test_a_transfer_is_private_on_both_sides_whichever_statement_comes_first(
    bring, is_turned, at_once
):
    files = [camt([OUT]), mt940([INTO], SAVINGS)]
    files = files[::-1] if is_turned else files

    if at_once:
        bring(*files, titles=True)
    else:
        bring(files[0], titles=True)
        bring(files[1], titles=True)

    assert set(Payment.objects.values_list("status", flat=True)) == {PRIVATE}


@pytest.mark.parametrize("is_turned", [False, True])
@pytest.mark.parametrize("spelling", [SAVINGS.lower(), "WILGNL2A/417164558"])
def test_a_transfer_is_known_however_the_account_is_spelled(bring, spelling, is_turned):
    files = [camt([OUT]).replace(SAVINGS, spelling), mt940([INTO], SAVINGS)]

    for file in files[::-1] if is_turned else files:
        bring(file)

    assert set(Payment.objects.values_list("status", flat=True)) == {PRIVATE}


def test_a_transfer_that_a_rule_had_sorted_becomes_private_too(
    bring, nora, role_of, confirm
):
    confirm("payer", "Nora", role_of(nora))
    bring(camt([OUT]))

    bring(mt940([INTO], SAVINGS))

    assert set(Payment.objects.values_list("status", "role")) == {(PRIVATE, None)}


def test_a_transfer_placed_by_hand_stays_where_it_was_placed(bring, nora, role_of):
    atlas = role_of(nora)
    bring(camt([OUT]))
    place_record(viewer=nora, record=Payment.objects.get(), role=atlas)

    bring(mt940([INTO], SAVINGS))

    assert Payment.objects.get(account__identifier=MINE).role == atlas


def test_no_rule_overrules_a_transfer(bring, nora, role_of, confirm):
    bring(camt([OUT]), mt940([INTO], SAVINGS))

    confirm("payer", "Nora", role_of(nora))

    assert set(Payment.objects.values_list("status", flat=True)) == {PRIVATE}


def test_another_persons_account_makes_no_transfer_of_mine(bring, omar):
    bring(mt940([INTO], SAVINGS), viewer=omar)

    bring(camt([OUT]))

    assert Payment.objects.get(account__identifier=MINE).status == OPEN


def test_payments_from_others_are_left_alone_when_an_account_becomes_known(bring):
    bring(camt([OUT, Paid(6, "10.00")]))

    bring(mt940([INTO], SAVINGS))

    assert Payment.objects.get(booked_on__day=6).status == OPEN


# Whatever comes in and is confirmed in whatever order, it lies where it would lie
# had everything come in first and the rules that are left been confirmed after.

ROLES = ("Wide", "Narrow")
RULES = (
    ("payer", "Zorggroep Atlas", "Wide"),
    ("payer", "Zorggroep Atlas", None),
    ("account", ATLAS, "Narrow"),
    ("reference", "trainer day", None),
    ("payer", "Nora", "Wide"),
    ("client", "Zorggroep Atlas", "Wide"),
    ("project", "Budget", "Narrow"),
    ("calendar", "Work", "Wide"),
    ("title", "Board meeting", None),
)
COMES_IN = (PAYMENT, HOURS, MEETING, camt([OUT]), mt940([INTO], SAVINGS))
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("import"), st.sampled_from(COMES_IN)),
        st.tuples(st.just("keep"), st.sampled_from(RULES)),
        st.tuples(st.just("drop"), st.sampled_from(RULES)),
    ),
    max_size=10,
)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
def test_the_order_of_imports_and_rules_makes_no_difference(
    bring, nora, omar, role_of, steps
):
    with transaction.atomic():
        held = {(w, name): role_of(w, name) for w in (nora, omar) for name in ROLES}
        kept: dict[tuple[str, str], str | None] = {}

        def keep(viewer, field, value, name) -> None:
            role = held[viewer, name] if name else None
            rule = {"field": RuleField(field), "value": value, "role": role}
            keep_rule(viewer=viewer, now=NOW, **rule)

        for what, told_of in steps:
            if what == "import":
                bring(told_of, titles=True)
            elif what == "keep":
                keep(nora, *told_of)
                kept[told_of[:2]] = told_of[2]
            elif kept.pop(told_of[:2], ...) is not ...:
                field, value = (
                    told_of[0],
                    plain_value(RuleField(told_of[0]), told_of[1]),
                )
                rule = Rule.objects.get(owner=nora, field=field, value=value)
                drop_rule(viewer=nora, rule=rule)

        for what, told_of in steps:
            if what == "import":
                bring(told_of, viewer=omar, titles=True)
        for (field, value), name in kept.items():
            keep(omar, field, value, name)

        assert told(nora) == told(omar)
        transaction.set_rollback(True)
