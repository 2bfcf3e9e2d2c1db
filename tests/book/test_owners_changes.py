"""No change of a book touches another's: refused, not found, or only one's own."""

from collections.abc import Callable
from decimal import Decimal
from importlib import import_module
from inspect import isfunction, signature
from pkgutil import walk_packages

import pytest
from django.apps import apps

from plait.accounts.models import Person
from plait.book import imports, operations
from plait.book.imports import sample
from plait.book.operations import (
    any_line,
    availability,
    calendar_titles,
    deletion,
    doubles,
    feed,
    findings,
    identity,
    known,
    lines,
    log,
    many,
    mappings,
    organisations,
    payers,
    proposed_roles,
    reminders,
    resilience,
    roles,
    settings,
    sorting,
    taking_on,
)
from plait.book.operations.writing import NotTheirs
from plait.domain.availability import Season
from plait.domain.doubles import Double, DoubleKind
from plait.domain.errors import PlaitError
from plait.domain.payment_kinds.kinds import PaymentKind
from plait.domain.proposals.accepted_role import AcceptedRole
from plait.domain.proposals.proposal import Move, RoleChange
from plait.domain.reminders import USUAL, ReminderKind
from plait.domain.roles import RoleKind
from plait.domain.rules import RuleField
from plait.domain.selection import ChosenRecords, RecordKind, Selection
from plait.formats.plait.scenarios import scenario_from
from tests.book.conftest import NOW, SAMPLES, TODAY
from tests.book.owned_changes import REFUSED
from tests.book.owned_things import AUGUST, SETTLED, TERMS, Things, crossings
from tests.book.statements import Paid, camt
from tests.book.tables import whole
from tests.roles import new_role

Try = Callable[[Person, Things], object]


@pytest.fixture
def theirs(omar, bring, role_of) -> Things:
    return Things(omar, bring, role_of)


def test_no_operation_takes_what_is_another_persons(nora, theirs):
    before = whole()

    for name, change in REFUSED.items():
        with pytest.raises(NotTheirs):
            pytest.fail(f"{name} took it: {change(nora, theirs)}")

    assert whole() == before


def ticked(t: Things) -> ChosenRecords:
    return ChosenRecords(Selection(RecordKind.PAYMENTS), (t.payment.pk, t.typed.pk))


# What is named by a key or in words is looked for among one's own.
NOT_FOUND: dict[str, Try] = {
    "move_records": lambda me, t: many.move_records(
        viewer=me, chosen=ticked(t), role=None
    ),
    "remove_records": lambda me, t: many.remove_records(viewer=me, chosen=ticked(t)),
    "set_kind_of": lambda me, t: many.set_kind_of(
        viewer=me, chosen=ticked(t), kind=PaymentKind.LOAN
    ),
    "always_so": lambda me, t: many.always_so(
        viewer=me, chosen=ticked(t), role=None, now=NOW
    ),
    "accept_roles": lambda me, t: proposed_roles.accept_roles(
        viewer=me, accepted=[AcceptedRole((), belongs_to=t.role.key)], now=NOW
    ),
    "carry_out": lambda me, t: taking_on.carry_out(
        viewer=me,
        change=RoleChange(Move.LEAVE, TODAY, RoleKind.CONTRACT, role=t.role.key),
    ),
    "log_line": lambda me, t: lines.log_line(
        viewer=me, text=f"1h {t.role.name}", today=TODAY
    ),
    "keep_line": lambda me, t: any_line.keep_line(
        viewer=me, text=f"got 5 from {t.role.name}", today=TODAY
    ),
    "stop_timer": lambda me, _: log.stop_timer(viewer=me, at=NOW),
    "drop_timer": lambda me, _: log.drop_timer(viewer=me),
}


def test_nothing_of_another_person_is_found_by_its_key_or_its_name(nora, theirs):
    before = whole()

    for name, change in NOT_FOUND.items():
        with pytest.raises(PlaitError):
            pytest.fail(f"{name} found it: {change(nora, theirs)}")

    assert whole() == before


# These take nothing but words, or numbers that mean nothing in another's book.
OWN: dict[str, Try] = {
    "accept_roles": lambda me, _: proposed_roles.accept_roles(
        viewer=me,
        accepted=[AcceptedRole(((RuleField.PAYER, "Zorggroep Atlas"),), new_role())],
        now=NOW,
    ),
    "add_role": lambda me, t: roles.add_role(viewer=me, role=new_role(t.role.name)),
    "add_roles": lambda me, t: taking_on.add_roles(
        viewer=me, roles=[new_role(t.role.name)]
    ),
    "add_with_terms": lambda me, t: taking_on.add_with_terms(
        viewer=me, role=new_role(t.role.name), terms=TERMS
    ),
    "add_season": lambda me, _: availability.add_season(
        viewer=me, season=Season(AUGUST, Decimal(20))
    ),
    "change_settings": lambda me, _: settings.change_settings(viewer=me, name="N"),
    "choose_reminder": lambda me, _: reminders.choose_reminder(
        viewer=me, reminder=USUAL[ReminderKind.TAX]
    ),
    "choose_reminders": lambda me, _: reminders.choose_reminders(
        viewer=me, reminders=[*USUAL.values()]
    ),
    "dismiss_reminder": lambda me, _: reminders.dismiss_reminder(
        viewer=me, kind=ReminderKind.TAX, on=TODAY
    ),
    "dismiss_role": lambda me, t: proposed_roles.dismiss_role(
        viewer=me, name=t.typed.payer
    ),
    "drop_samples": lambda me, _: sample.drop_samples(viewer=me, now=NOW),
    "drop_unused": lambda me, _: organisations.drop_unused(me),
    "join_payers": lambda me, _: payers.join_payers(
        viewer=me, alias="Zorggroep Atlas", name="Mine"
    ),
    "keep_apart": lambda me, t: doubles.keep_apart(
        viewer=me, kind=DoubleKind.PAYMENT, first=t.payment.pk, second=t.typed.pk
    ),
    "keep_mapping": lambda me, t: mappings.keep_mapping(
        viewer=me, name=t.mapping.name, signature="s", columns={"a": 1}
    ),
    "keep_rules": lambda me, _: sorting.keep_rules(
        viewer=me, confirmed=[(RuleField.PAYER, "Zorggroep Atlas", None)], now=NOW
    ),
    "keep_scenario": lambda me, _: resilience.keep_scenario(
        viewer=me, scenario=scenario_from({"name": "Mine", "lose": [{"all": True}]})
    ),
    "keep_titles": lambda me, t: calendar_titles.keep_titles(
        viewer=me, name=t.event.calendar, keeps=False
    ),
    "restore_titles": lambda me, t: calendar_titles.restore_titles(
        viewer=me, names=[t.event.calendar]
    ),
    "leave_events": lambda me, t: log.leave_events(
        viewer=me, fingerprints=[t.event.fingerprint]
    ),
    "take_events_as_time": lambda me, t: log.take_events_as_time(
        viewer=me, fingerprints=[t.event.fingerprint]
    ),
    "make_feed": lambda me, _: feed.make_feed(viewer=me, now=NOW),
    "revoke_feed": lambda me, _: feed.revoke_feed(viewer=me, now=NOW),
    "make_reminder_feed": lambda me, _: feed.make_reminder_feed(viewer=me, now=NOW),
    "revoke_reminder_feed": lambda me, _: feed.revoke_reminder_feed(viewer=me, now=NOW),
    "merge_doubles": lambda me, t: doubles.merge_doubles(
        viewer=me, found=[Double(DoubleKind.PAYMENT, t.payment.pk, t.typed.pk)]
    ),
    "put_off_finding": lambda me, _: findings.put_off_finding(
        viewer=me, finding=SETTLED
    ),
    "say_entered_until": lambda me, _: known.say_entered_until(
        viewer=me, until=TODAY, today=TODAY
    ),
    "settle_finding": lambda me, _: findings.settle_finding(viewer=me, finding=SETTLED),
    "remember_removed": lambda me, t: identity.remember_removed(me, [t.typed]),
    "remember_joined": lambda me, t: identity.remember_joined(me, [t.typed], t.payment),
    "sort_again": lambda me, _: sorting.sort_again(me),
}


def test_a_change_of_ones_own_book_leaves_others_as_they_are(nora, omar, theirs, bring):
    # Of the same names, files and days as the other book.
    sorting.keep_rule(
        viewer=nora, field=RuleField.PAYER, value="Atlas", role=None, now=NOW
    )
    bring(camt([Paid(2, "10.00")]), SAMPLES / "agenda-praktijk.ics")
    before = rows_of(omar)

    for name, change in OWN.items():
        change(nora, theirs)
        assert rows_of(omar) == before, name
    assert [*crossings()] == []

    deletion.delete_everything(viewer=nora)
    assert rows_of(omar) == before


# These write nothing, or hand on what they are given to one that is tried.
READS = {"free_key", "is_in_use", "refuse_in_use", "read_line", "understood"}
READS |= {"role_of_line", "keyed", "roles_named", "is_day_first", "holiday_day"}
READS |= {"book_of", "refuse_others", "export_book", "refuse_conflicts"}
# Files bring what they hold to who brings them in (test_imports.py): these are parts.
READS |= {"is_empty_book", "held_fingerprints", "revision_of", "make_plan"}
READS |= {"record_intake", "read_files", "series_of", "preview", "bring_in"}
READS |= {"settle_series", "take_back_records", "hand_over_records", "turn"}
# A calendar is looked up again before it is asked (test_followed_calendars.py).
READS |= {"asked_visits", "ask_visits", "outcomes"}
READS |= {"follow", "refresh", "open_sample", "delete_everything", "import_files"}
READS |= {"ask_visits", "asked_visits", "outcomes", "brought_before"}


def test_every_change_of_a_book_is_tried_here():
    rooms = [
        import_module(one.name)
        for room in (operations, imports)
        for one in walk_packages(room.__path__, f"{room.__name__}.")
    ]
    found = {
        name
        for room in rooms
        for name, thing in vars(room).items()
        if isfunction(thing)
        and thing.__module__ == room.__name__
        and "viewer" in signature(thing).parameters
        and not name.startswith("_")
    }

    assert found - {*REFUSED, *NOT_FOUND, *OWN} == READS & found
    assert found >= READS


def rows_of(owner: Person) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of a person's book, and of the person."""
    found = {
        model: model._base_manager.filter(owner=owner)
        for model in apps.get_app_config("book").get_models()
    }
    found[Person] = Person.objects.filter(pk=owner.pk)
    return {
        model.__name__: sorted(rows.values_list(), key=repr)
        for model, rows in found.items()
    }
