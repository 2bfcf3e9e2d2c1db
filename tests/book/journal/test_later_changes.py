"""What came later keeps a change from being undone, and says so by its number."""

from datetime import date, timedelta

import pytest

from plait.accounts.models import Person
from plait.book.imports.undo import undo_import
from plait.book.imports.undo_change import (
    ImportStaysUndone,
    redo_change,
    undo_change,
)
from plait.book.models import Batch, Change, Event, Payment, Role, Rule, TimeEntry
from plait.book.operations import records, roles, sorting
from plait.book.operations.journal import UndoneAlready
from plait.book.operations.journal_conflicts import (
    LaterChange,
    StandsInPlace,
    StillUsed,
)
from plait.book.operations.settings import change_settings
from plait.book.operations.writing import DoneBefore, as_request, book_of
from plait.domain.errors import PlaitError
from plait.domain.records import RecordStatus
from plait.domain.rules import RuleField
from tests.book.conftest import NOW, SAMPLES, TODAY
from tests.book.statements import Paid, camt
from tests.book.tables import records as rows
from tests.roles import other_role


def undo(viewer: Person, number: int) -> int:
    return undo_change(viewer=viewer, change=numbered(viewer, number), now=NOW)


def redo(viewer: Person, number: int) -> int:
    return redo_change(viewer=viewer, change=numbered(viewer, number))


def numbered(viewer: Person, number: int) -> Change:
    return Change.objects.get(owner=viewer, number=number)


def test_a_change_of_the_same_field_is_named(nora, role_of):
    role = role_of(nora)  # 1
    for name in ("Atlas South", "Atlas West"):  # 2 and 3
        role.refresh_from_db()
        to = other_role(role, name=name)
        roles.change_role(viewer=nora, role=role, to=to)

    with pytest.raises(LaterChange) as refused:
        undo(nora, 2)

    day = numbered(nora, 3).made_at.date()
    assert str(refused.value) == (
        f"A later change touches the same: 3 ({day}). Undo that one first."
    )
    assert undo(nora, 3) == 1
    assert undo(nora, 2) == 1
    assert Role.objects.get().name == "Atlas"


def test_a_change_of_another_field_is_no_hindrance(nora):
    change_settings(viewer=nora, currency="GBP")
    change_settings(viewer=nora, travel_minutes=45)

    undo(nora, 1)

    assert (nora.currency, nora.travel_minutes) == ("EUR", 45)


def test_what_belongs_to_a_role_that_was_added_later_keeps_it(nora, role_of):
    role = role_of(nora)
    records.add_time(viewer=nora, role=role, on=TODAY, seconds=60)
    before = rows()

    with pytest.raises(LaterChange) as refused:
        undo(nora, 1)

    assert refused.value.what == "Something that a later change added belongs to it"
    assert refused.value.value.startswith("2 (")
    assert rows() == before


def test_what_an_import_brought_to_a_role_keeps_it(nora, role_of, bring):
    role = role_of(nora)
    bring(camt([Paid(2, "10.00")]), role=role)

    with pytest.raises(StillUsed):
        undo(nora, 1)


def test_a_removed_role_is_needed_for_what_moved_away_from_it(nora, role_of):
    first, other = role_of(nora), role_of(nora, "Board")
    entry = records.add_time(viewer=nora, role=first, on=TODAY, seconds=60)
    sorting.place_record(viewer=nora, record=entry, role=other)  # 4
    roles.remove_role(viewer=nora, role=first)  # 5

    with pytest.raises(LaterChange, match="What it belonged to is gone: 5"):
        undo(nora, 4)

    assert undo(nora, 5)
    assert undo(nora, 4)
    assert TimeEntry.objects.get().role.key == "atlas"


def test_a_name_that_was_taken_since_keeps_a_removed_thing_away(nora, role_of):
    role = role_of(nora)
    roles.remove_role(viewer=nora, role=role)
    role_of(nora)

    with pytest.raises(StandsInPlace):
        undo(nora, 2)

    assert Role.objects.count() == 1


def test_undone_twice_or_redone_while_it_stands_is_refused(nora, role_of):
    role_of(nora)
    undo(nora, 1)

    with pytest.raises(UndoneAlready, match="was undone before"):
        undo(nora, 1)
    redo(nora, 1)
    with pytest.raises(UndoneAlready, match="is not undone"):
        redo(nora, 1)


def test_another_persons_change_is_not_there_to_undo(nora, omar, role_of):
    role_of(omar)

    with pytest.raises(PlaitError, match="no such thing"):
        undo_change(viewer=nora, change=Change.objects.get(), now=NOW)


def test_a_rule_undone_lets_what_it_sorted_since_wait_again(nora, role_of, bring):
    role = role_of(nora)
    sorting.keep_rule(
        viewer=nora, field=RuleField.PAYER, value="Atlas", role=role, now=NOW
    )
    bring(camt([Paid(2, "10.00", payer="Atlas")]))
    assert Payment.objects.get().role == role

    undo(nora, 2)
    assert (Payment.objects.get().status, Rule.objects.count()) == (0, 0)

    redo(nora, 2)
    assert Payment.objects.get().role == role


def test_an_import_is_a_change_and_undone_as_imports_are(nora, bring):
    bring(camt([Paid(2, "10.00")]))
    bring(camt([Paid(2, "10.00"), Paid(3, "5.00")]))
    first, second = Change.objects.order_by("number")
    assert (first.what, first.batch.number, first.rows) == ("import", 1, [])

    assert undo_change(viewer=nora, change=first, now=NOW) == 0  # both handed over
    assert Payment.objects.count() == 2
    undo_import(viewer=nora, batch=Batch.objects.get(number=2), now=NOW)

    second.refresh_from_db()
    assert second.undone_at == NOW
    with pytest.raises(ImportStaysUndone):
        redo_change(viewer=nora, change=second)


def test_a_preview_leaves_no_change(nora, bring):
    bring(camt([Paid(2, "10.00")]), keep=False)

    assert not Change.objects.exists()


def test_what_was_removed_of_an_import_that_is_undone_does_not_come_back(
    nora, bring, role_of
):
    role = role_of(nora)
    bring(SAMPLES / "agenda-praktijk.ics")
    event = Event.objects.first()
    sorting.place_record(viewer=nora, record=event, role=role)  # 3
    with book_of(nora, what="remove"):  # 4
        event.delete()
    undo(nora, 2)

    assert undo(nora, 4) == 0
    assert undo(nora, 3) == 0
    assert not Event.objects.exists()


class Corrected:
    """An entry of a first import that two later ones change, 1 h to 2 h to 3 h."""

    def __init__(self, nora) -> None:
        self.viewer = nora
        for number in (1, 2, 3):
            with book_of(nora, what="import") as recorder:
                recorder.batch = Batch.objects.create(
                    owner=nora, number=number, created_at=NOW
                )
                TimeEntry.objects.update_or_create(
                    owner=nora,
                    fingerprint=1,
                    defaults={"on": TODAY, "seconds": number * 3600},
                    create_defaults={
                        "on": TODAY,
                        "seconds": 3600,
                        "batch": recorder.batch,
                    },
                )

    def undo(self, *numbers: int) -> int | None:
        for number in numbers:
            undo(self.viewer, number)
        found = TimeEntry.objects.first()
        return found.seconds // 3600 if found else None


@pytest.fixture
def corrected(nora) -> Corrected:
    return Corrected(nora)


@pytest.mark.parametrize(
    ("order", "hours"),
    [((2,), 3), ((3,), 2), ((2, 3), 1), ((3, 2), 1), ((2, 3, 1), None)],
)
def test_imports_that_change_one_entry_are_undone_in_any_order(corrected, order, hours):
    assert corrected.undo(*order) == hours


def test_an_edit_after_an_import_stays_and_goes_back_to_what_the_import_found(
    corrected, nora
):
    with book_of(nora, what="change_entry"):
        TimeEntry.objects.update(seconds=9 * 3600)

    assert corrected.undo(3) == 9
    assert corrected.undo(4) == 2


def test_what_an_import_only_sorted_is_none_of_its_changes(nora, bring, role_of):
    role = role_of(nora)
    bring(camt([Paid(2, "10.00", payer="Atlas")]))
    payment = Payment.objects.get()
    with book_of(nora, what="import") as recorder:
        recorder.batch = Batch.objects.create(owner=nora, number=2, created_at=NOW)
        Payment.objects.update(role=role, status=RecordStatus.ASSIGNED)

    assert payment.pk
    assert Change.objects.get(number=3).rows == []


def _add_two(nora, role) -> None:
    with book_of(nora):
        records.add_time(viewer=nora, role=role, on=TODAY, seconds=120)
        records.add_time(viewer=nora, role=role, on=TODAY, seconds=0)


def test_a_part_that_fails_inside_a_change_is_none_of_it(nora, role_of):
    role = role_of(nora)
    with book_of(nora, what="both"):
        records.add_time(viewer=nora, role=role, on=TODAY, seconds=60)
        with pytest.raises(records.BadHours):
            _add_two(nora, role)

    [packed] = Change.objects.get(number=2).rows
    assert len(packed["made"]) == 1


def test_one_request_changes_a_book_once(nora, role_of):
    role = role_of(nora)
    with as_request("offline-1"):
        records.add_time(viewer=nora, role=role, on=TODAY, seconds=60)
    with pytest.raises(DoneBefore) as refused, as_request("offline-1"):
        records.add_time(viewer=nora, role=role, on=TODAY, seconds=60)

    assert refused.value.value == "2"
    assert TimeEntry.objects.count() == 1


def test_rows_that_change_alike_are_kept_together(nora, role_of, bring):
    role = role_of(nora)
    days = [date(2026, 3, 1) + timedelta(days=n) for n in range(20)]
    bring(camt([Paid(day.day, "10.00", payer="Atlas") for day in days]))
    sorting.keep_rule(
        viewer=nora, field=RuleField.PAYER, value="Atlas", role=role, now=NOW
    )

    rule, payments = Change.objects.get(number=3).rows
    [[before, after, keys]] = payments["changed"]
    assert (rule["model"], payments["model"]) == ("Rule", "Payment")
    assert (before[0], after[0], len(keys)) == (None, role.pk, 20)
