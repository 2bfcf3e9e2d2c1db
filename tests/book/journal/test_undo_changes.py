"""Whatever a person does to a book can be undone, and done again."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import transaction

from plait.book.imports.undo_change import redo_change, undo_change
from plait.book.models import Change
from plait.book.operations import log, records, roles, sort_waiting, sorting, week
from plait.book.operations.settings import change_settings
from plait.book.operations.taking_on import add_roles, add_with_terms
from plait.domain.errors import PlaitError
from plait.domain.rules import RuleField
from plait.domain.waiting import Waiting
from tests.book.conftest import NOW, TODAY
from tests.book.owned_changes import ANSWERS, REFUSED
from tests.book.owned_things import TERMS, Things
from tests.book.tables import HISTORY, whole
from tests.roles import new_role


@pytest.fixture
def things(omar, bring, role_of) -> Things:
    return Things(omar, bring, role_of)


def rows():
    # The bytes of a file stay a while after it is undone (`attachments`).
    return whole(but=(*HISTORY, "StoredFile"))


def last(viewer) -> Change:
    return Change.objects.filter(owner=viewer).order_by("number").last()


def back(viewer) -> int:
    return undo_change(viewer=viewer, change=last(viewer), now=NOW)


def waits(t: Things) -> Waiting:
    return Waiting(RuleField.CALENDAR, t.event.calendar, 1)


# Beside what must not touch another's book: what takes nothing, or would not differ.
_MORE = {
    "sort_once": lambda me, t: sorting.sort_once(
        viewer=me, field=RuleField.CALENDAR, value=t.event.calendar, role=t.role
    ),
    "correct_agreement": lambda me, t: roles.correct_agreement(
        viewer=me, agreement=t.terms, terms=replace(TERMS, hours=Decimal(20))
    ),
    "stop_timer": lambda me, _: log.stop_timer(viewer=me, at=NOW + timedelta(hours=2)),
    "drop_timer": lambda me, _: log.drop_timer(viewer=me),
    "change_settings": lambda me, _: change_settings(
        viewer=me, currency="GBP", capacity_minutes=2400, born_on=TODAY
    ),
    "add_with_terms": lambda me, _: add_with_terms(
        viewer=me, role=new_role("Board", organisation="A new house"), terms=TERMS
    ),
    "add_roles": lambda me, _: add_roles(
        viewer=me, roles=[new_role("Board"), new_role("Choir")]
    ),
    "keep_rules": lambda me, t: sorting.keep_rules(
        viewer=me,
        confirmed=[
            (RuleField.PAYER, "Zorggroep Atlas", None),
            (RuleField.CALENDAR, t.event.calendar, t.role),
        ],
        now=NOW,
    ),
    "sort_waiting": lambda me, t: sort_waiting.sort_waiting(
        viewer=me, waits=waits(t), to=sort_waiting.Sorting(t.role), now=NOW
    ),
    "sort_all": lambda me, t: sort_waiting.sort_all(
        viewer=me, confirmed=[(waits(t), t.role)], now=NOW
    ),
    "check_in": lambda me, t: records.check_in(
        viewer=me, role=t.role, day=TODAY, answers=ANSWERS
    ),
    "set_days": lambda me, t: week.set_days(
        viewer=me, cells=[week.Cell(t.role, TODAY, 7200)]
    ),
}
# These need that something else is not there, or there is nothing left to do.
_WITHOUT = {"remove_role", "start_timer", "note_leave", "forget", "undo_import"}
_WITHOUT |= {"reset_holiday", "pay_in_full", "mark_all_paid"}
# Undoing itself is no change of its own.
_WITHOUT |= {"undo_change", "undo_rows", "redo_change", "redo_rows", "revert_updates"}
_TRIED = {name: do for name, do in (REFUSED | _MORE).items() if name not in _WITHOUT}


def test_a_change_is_undone_to_what_was_and_redone_to_what_became_of_it(omar, things):
    before, idle = rows(), set()

    for name, do in _TRIED.items():
        n_changes = Change.objects.count()
        try:
            with transaction.atomic():
                do(omar, things.fresh())
        except PlaitError:
            idle.add(name)
            continue
        after = rows()
        if after == before:
            assert Change.objects.count() == n_changes, name
            idle.add(name)
            continue
        assert Change.objects.count() == n_changes + 1, name
        back(omar)
        assert rows() == before, name
        redo_change(viewer=omar, change=last(omar))
        assert rows() == after, name
        back(omar)
        assert rows() == before, name

    # Every calendar's titles are left out already, and nothing waits without a name.
    assert idle == {"keep_titles_of", "sort_nameless"}


def test_everything_undone_one_by_one_leaves_the_import_alone(nora, bring, role_of):
    empty = rows()
    role = role_of(nora)
    records.add_time(viewer=nora, role=role, on=TODAY, seconds=60)
    role_of(nora, "Board")
    roles.agree(viewer=nora, role=role, terms=TERMS)
    roles.agree(viewer=nora, role=role, terms=TERMS)

    while change := _standing(nora):
        undo_change(viewer=nora, change=change, now=NOW)

    assert rows() == empty


def _standing(viewer) -> Change | None:
    mine = Change.objects.filter(owner=viewer, undone_at=None)
    return mine.order_by("number").last()


def test_a_change_that_changed_nothing_is_none(nora, role_of):
    role = role_of(nora)
    week.set_days(viewer=nora, cells=[week.Cell(role, TODAY, 0)])
    sorting.sort_once(viewer=nora, field=RuleField.PAYER, value="Nobody", role=role)

    assert [one.what for one in Change.objects.filter(owner=nora)] == ["add_role"]
