"""Saying which role records belong to: once, kept as a rule, or for one record."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Q

from plait.accounts.models import Person
from plait.book import bulk
from plait.book.assignment import rules_of
from plait.book.models import Event, Payment, Role, Rule, TimeEntry
from plait.book.models.recorded import update_known
from plait.book.models.recording import Rows
from plait.book.models.row_values import Values
from plait.book.operations.writing import book_of
from plait.domain.errors import PlaitError
from plait.domain.records import RecordStatus
from plait.domain.rules import (
    Outcome,
    RuleField,
    Sorter,
    plain_value,
    project_of,
)


class EmptyRule(PlaitError):
    """A rule without anything to look for would fit everything."""


def keep_rule(
    *, viewer: Person, field: RuleField, value: str, role: Role | None, now: datetime
) -> Rule:
    """Keep what the person confirmed and sort every record that it fits.

    Without a role such records are private. A rule on the same subject is changed.
    """
    return keep_rules(viewer=viewer, confirmed=[(field, value, role)], now=now)[0]


def keep_rules(
    *,
    viewer: Person,
    confirmed: Sequence[tuple[RuleField, str, Role | None]],
    now: datetime,
) -> list[Rule]:
    """Keep several rules at once, each of a subject and its role; then sort."""
    with book_of(viewer, *(role for _, _, role in confirmed), what="keep_rules"):
        kept = [
            _keep(viewer, field, value, role, now) for field, value, role in confirmed
        ]
        sort_again(viewer)
    return kept


def _keep(
    viewer: Person, field: RuleField, value: str, role: Role | None, now: datetime
) -> Rule:
    rule, _ = Rule.objects.update_or_create(
        owner=viewer,
        field=field,
        value=_subject(field, value),
        defaults={"role": role, "batch": None},
        create_defaults={"role": role, "created_at": now},
    )
    return rule


def sort_once(
    *, viewer: Person, field: RuleField, value: str, role: Role | None
) -> None:
    """Say where what waits of one subject belongs, and keep no rule of it."""
    here = Outcome(role.pk if role else None, 0)
    once = Sorter({(field, _subject(field, value)): here})
    with book_of(viewer, role, what="sort_once"):
        for kind, fields, outcome_of in _kinds(once):
            waits = kind.objects.filter(owner=viewer, status=RecordStatus.OPEN)
            rows = waits.values_list("pk", *fields)
            keys = [key for key, *texts in rows if outcome_of(*texts)]
            for piece in bulk.in_pieces(keys):
                kind.objects.filter(pk__in=piece).update(
                    role=role, status=_columns(here)["status"]
                )


def _subject(field: RuleField, value: str) -> str:
    """Return the plain form of what a rule looks for; raise `EmptyRule` if none."""
    if subject := plain_value(field, value):
        return subject
    raise EmptyRule(
        "A rule needs something to look for",
        value=value,
        fix="Name the payer, project or calendar it is about.",
    )


def change_rule(
    *, viewer: Person, rule: Rule, value: str, role: Role | None, now: datetime
) -> Rule:
    """Let a rule look for another value, or lead to another role; one change in all."""
    with book_of(viewer, rule, role, what="keep_rules"):
        field = RuleField(rule.field)
        kept = keep_rule(viewer=viewer, field=field, value=value, role=role, now=now)
        if kept.pk != rule.pk:
            drop_rule(viewer=viewer, rule=rule)
    return kept


def drop_rule(*, viewer: Person, rule: Rule) -> None:
    """Forget a rule; what it had sorted waits in the inbox again."""
    with book_of(viewer, rule, what="drop_rule"):
        for kind in (Payment, TimeEntry, Event):
            sorted_by_it = kind.objects.filter(owner=viewer, rule=rule)
            sorted_by_it.update(role=None, rule=None, status=RecordStatus.OPEN)
        rule.delete()
        sort_again(viewer)


def place_record(
    *, viewer: Person, record: Payment | TimeEntry | Event, role: Role | None
) -> None:
    """Say where one record belongs, whatever the rules say of others like it."""
    with book_of(viewer, record, role, what="place_record"):
        record.role, record.rule = role, None
        record.status = RecordStatus.ASSIGNED if role else RecordStatus.PRIVATE
        record.save(update_fields=["role", "rule", "status"])


def sort_again(viewer: Person) -> None:
    """Let the rules sort all that is open or was sorted by a rule before."""
    for kind, fields, outcome_of in _kinds(Sorter(rules_of(viewer))):
        _sort(viewer, kind, fields, outcome_of)


_Kind = tuple[type[Any], Sequence[str], Callable[..., Outcome | None]]


def _kinds(sorter: Sorter) -> list[_Kind]:
    """Return each kind of record, the columns rules look at, and what sorts it."""
    return [
        (Payment, ("payer", "counter_account", "reference"), sorter.payment),
        (
            TimeEntry,
            ("project", "client", "task", "description"),
            lambda p, c, *t: sorter.entry(project_of(p, c, *t), c),
        ),
        (Event, ("title", "calendar"), sorter.event),
    ]


def _sort(
    viewer: Person,
    kind: type[Any],
    fields: Sequence[str],
    outcome_of: Callable[..., Outcome | None],
) -> None:
    """Move the records whose rule is another one now."""
    # What a person placed by hand stays, whatever the rules come to say.
    by_rules = Q(status=RecordStatus.OPEN) | Q(rule__isnull=False)
    mine = kind.objects.filter(by_rules, owner=viewer)
    moved: dict[Outcome | None, Rows] = defaultdict(dict)
    alike: dict[tuple[int | None, int | None, int], Values] = {}
    columns = ("pk", "role", "rule", "status", *fields)
    for key, role, rule, status, *texts in mine.values_list(*columns):
        outcome = outcome_of(*texts)
        now = (outcome.role, outcome.rule) if outcome else (None, None)
        # Only what moved is written: nearly all stays where it was.
        if now != (role, rule):
            here = {"role_id": role, "rule_id": rule, "status": status}
            moved[outcome][key] = alike.setdefault((role, rule, status), here)
    for outcome, before in moved.items():
        update_known(kind, before, _columns(outcome))


def _columns(outcome: Outcome | None) -> dict[str, object]:
    if outcome is None:
        return {"role_id": None, "rule_id": None, "status": int(RecordStatus.OPEN)}
    status = RecordStatus.PRIVATE if outcome.role is None else RecordStatus.ASSIGNED
    return {"role_id": outcome.role, "rule_id": outcome.rule, "status": int(status)}
