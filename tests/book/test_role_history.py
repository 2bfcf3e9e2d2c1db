"""Roles merged, split, renamed, archived; organisations renamed and joined."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from plait.book.imports.undo_change import redo_change, undo_change
from plait.book.models import (
    Agreement,
    Change,
    CheckIn,
    HolidayChange,
    Organisation,
    Payment,
    Role,
    Rule,
    TimeEntry,
    TimeShare,
)
from plait.book.operations import organisations, role_history, roles
from plait.book.operations.by_hand import add_payment
from plait.book.operations.records import add_time, check_in
from plait.book.operations.sorting import keep_rule
from plait.book.queries import roles as listed
from plait.book.record_rows import role_from
from plait.domain.money import Money
from plait.domain.period import Period
from plait.domain.roles import Agreement as Terms
from plait.domain.roles import Organisation as House
from plait.domain.rules import RuleField
from tests import falling_back
from tests.book.conftest import NOW, TODAY
from tests.book.owned_changes import ANSWERS
from tests.book.statements import Paid, camt
from tests.book.tables import records as rows

MARCH = date(2026, 3, 1)


class Life:
    """A role with something of everything, and another that has its own of some."""

    def __init__(self, nora, bring, role_of) -> None:
        self.nora = nora
        self.old = role_of(nora, "Old")
        self.new = role_of(nora, "New", started_on=date(2024, 1, 1))
        keep_rule(
            viewer=nora, field=RuleField.PAYER, value="Atlas", role=self.old, now=NOW
        )
        bring(camt([Paid(2, "10.00", payer="Atlas")]))
        amount = Money(Decimal(5), "EUR")
        add_payment(viewer=nora, role=self.old, on=date(2026, 2, 1), amount=amount)
        for on in (date(2026, 2, 2), date(2026, 3, 2)):
            add_time(viewer=nora, role=self.old, on=on, seconds=60, also_for=[self.new])
        add_time(viewer=nora, role=self.new, on=TODAY, seconds=60, also_for=[self.old])
        for role in (self.old, self.new):
            check_in(viewer=nora, role=role, day=TODAY, answers=ANSWERS)
        check_in(viewer=nora, role=self.old, day=date(2026, 2, 2), answers=ANSWERS)
        falling_back.set_belief(viewer=nora, role=self.old, chance=Decimal("0.2"))
        falling_back.set_belief(viewer=nora, role=self.new, chance=Decimal("0.1"))
        falling_back.set_fallback(viewer=nora, role=self.old, what="Teach", weeks=3)
        for role, first, end in (
            (self.old, date(2020, 1, 1), date(2024, 1, 1)),
            (self.old, date(2024, 1, 1), None),
            (self.new, date(2025, 1, 1), None),
        ):
            terms = Terms(Period(first, end), hours=Decimal(16))
            roles.agree(viewer=nora, role=role, terms=terms)

    def to(self, name: str) -> object:
        return replace(role_from(self.old), name=name, organisation=House("Elsewhere"))


@pytest.fixture
def life(nora, bring, role_of) -> Life:
    return Life(nora, bring, role_of)


def back_and_forth(viewer, before) -> None:
    """Undo the last change, do it again, and undo it for good."""
    after = rows()
    change = Change.objects.filter(owner=viewer).order_by("number").last()
    undo_change(viewer=viewer, change=change, now=NOW)
    assert rows() == before
    redo_change(viewer=viewer, change=change)
    assert rows() == after


def test_merged_everything_is_of_the_role_that_stays(nora, life):
    before = rows()

    role_history.merge_roles(viewer=nora, role=life.old, into=life.new)

    role = Role.objects.get()
    assert (role.key, role.started_on) == ("new-2", date(2020, 1, 1))
    assert Payment.objects.filter(role=role).count() == 2
    assert TimeEntry.objects.filter(role=role).count() == 3
    assert not TimeShare.objects.exists()
    assert CheckIn.objects.count() == 2
    assert role.belief.chance == 100  # its own
    assert role.fallback.what == "Teach"
    assert Rule.objects.get().role == role
    # Of the terms, those that held before its own did.
    starts = Agreement.objects.order_by("starts_on").values_list("starts_on", flat=True)
    assert list(starts) == [date(2020, 1, 1), date(2025, 1, 1)]
    assert [one.name for one in Organisation.objects.all()] == ["New House"]
    back_and_forth(nora, before)


def test_a_role_is_not_merged_with_itself(nora, life):
    with pytest.raises(role_history.SameRole):
        role_history.merge_roles(viewer=nora, role=life.old, into=life.old)


def test_split_what_is_later_is_of_the_second_role(nora, life):
    before = rows()

    second = role_history.split_role(
        viewer=nora, role=life.old, on=MARCH, to=life.to("Second")
    )

    assert (second.key, second.started_on, second.ended_on) == ("second", MARCH, None)
    assert Role.objects.get(key="old").ended_on == MARCH
    assert list(second.payment_set.values_list("booked_on")) == [(date(2026, 3, 2),)]
    assert list(second.timeentry_set.values_list("on")) == [(date(2026, 3, 2),)]
    assert TimeShare.objects.filter(role=second).count() == 1
    assert Rule.objects.get().role == second
    [terms] = second.agreements.all()
    assert (terms.starts_on, terms.minutes) == (MARCH, 16 * 60)
    assert life.old.agreements.order_by("starts_on").last().ends_on == MARCH
    back_and_forth(nora, before)


def test_what_comes_after_a_split_comes_for_the_second_role(nora, life, bring):
    second = role_history.split_role(
        viewer=nora, role=life.old, on=MARCH, to=life.to("Second")
    )

    bring(camt([Paid(9, "10.00", payer="Atlas")]))

    assert Payment.objects.get(booked_on=date(2026, 3, 9)).role == second


@pytest.mark.parametrize("on", [date(2020, 1, 1), date(2019, 1, 1)])
def test_it_is_split_on_a_day_of_its_own(nora, life, on):
    with pytest.raises(role_history.OutsideRole):
        role_history.split_role(viewer=nora, role=life.old, on=on, to=life.to("B"))


def test_another_key_names_it_from_now_on(nora, life):
    before = rows()
    role_history.change_key(viewer=nora, role=life.old, key=" Atlas-South ")

    assert Role.objects.filter(key="atlas-south").exists()
    back_and_forth(nora, before)


@pytest.mark.parametrize("key", ["new", "private", "", "a b", "roles/x"])
def test_a_key_that_means_something_else_is_refused(nora, life, key):
    with pytest.raises(role_history.BadKey):
        role_history.change_key(viewer=nora, role=life.old, key=key)


def test_a_key_of_another_role_is_refused(nora, life, role_of):
    role_of(nora, "Board")
    with pytest.raises(roles.RoleExists):
        role_history.change_key(viewer=nora, role=life.old, key="board")


def test_archived_it_is_no_choice_and_its_history_stays(nora, life):
    before = rows()
    role_history.archive_role(viewer=nora, role=life.old, is_archived=True)

    assert [role.key for role in listed(viewer=nora)] == ["new-2"]
    assert TimeEntry.objects.filter(role=life.old).exists()
    back_and_forth(nora, before)


def test_an_organisation_is_renamed_for_every_role(nora, role_of):
    first = role_of(nora, "A", organisation="Atlas")
    second = role_of(nora, "B", organisation="Atlas")
    before = rows()

    organisations.rename_organisation(
        viewer=nora, organisation=first.organisation, name=" Zorggroep Atlas "
    )

    second.organisation.refresh_from_db()
    assert second.organisation.name == "Zorggroep Atlas"
    back_and_forth(nora, before)


def test_holidays_of_an_organisation_go_along(nora, role_of):
    first, second = role_of(nora, "A"), role_of(nora, "B")
    for role, day in ((first, "good-friday"), (second, "good-friday"), (first, "x")):
        HolidayChange.objects.create(
            owner=nora, organisation=role.organisation, day=day, is_free=True
        )

    organisations.join_organisations(
        viewer=nora, organisation=first.organisation, into=second.organisation
    )

    days = HolidayChange.objects.filter(organisation=second.organisation)
    assert sorted(days.values_list("day", flat=True)) == ["good-friday", "x"]


def test_a_name_that_another_has_is_for_joining(nora, role_of):
    first = role_of(nora, "A", organisation="Atlas")
    second = role_of(nora, "B", organisation="Zorggroep Atlas", sector="care")
    with pytest.raises(organisations.NameHeld, match="Join the two"):
        organisations.rename_organisation(
            viewer=nora, organisation=first.organisation, name="Zorggroep Atlas"
        )
    before = rows()

    organisations.join_organisations(
        viewer=nora, organisation=second.organisation, into=first.organisation
    )

    assert [(o.name, o.sector) for o in Organisation.objects.all()] == [
        ("Atlas", "care")
    ]
    assert Role.objects.filter(organisation=first.organisation).count() == 2
    back_and_forth(nora, before)
    with pytest.raises(organisations.SameOrganisation):
        organisations.join_organisations(
            viewer=nora, organisation=first.organisation, into=first.organisation
        )
