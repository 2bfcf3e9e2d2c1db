"""Where a record belongs as it comes in: told, confirmed, certain, or still open."""

from typing import NamedTuple

from plait.accounts.models import Person
from plait.book.models import Account, Role, Rule
from plait.domain.records import BankLine, EventLine, Standing, TimeLine
from plait.domain.rules import (
    Outcome,
    RuleField,
    Rules,
    Sorter,
    plain_account,
    project_of,
)


class Place(NamedTuple):
    """A record's role, the rule that said so, and its standing."""

    role: int | None = None
    rule: int | None = None
    standing: Standing = Standing.OPEN


_PRIVATE = Place(standing=Standing.PRIVATE)


def rules_of(viewer: Person) -> Rules:
    """Return the rules the person confirmed, by subject."""
    held = Rule.objects.filter(owner=viewer).values_list("field", "value", "role", "pk")
    return {(RuleField(f), v): Outcome(role, pk) for f, v, role, pk in held}


class Filing:
    """Places records: what the file told, then the person's word, then the rules."""

    def __init__(self, viewer: Person, role: Role | None = None) -> None:
        self._sorter = Sorter(rules_of(viewer))
        self._all_for = Place(role.pk, None, Standing.ASSIGNED) if role else None
        self._keys = dict(Role.objects.filter(owner=viewer).values_list("key", "pk"))
        own = Account.objects.filter(owner=viewer).values_list("identifier", flat=True)
        self._own_accounts = {plain_account(a) for a in own}

    def own_account(self, identifier: str) -> None:
        """Learn that an account is the person's own."""
        self._own_accounts.add(plain_account(identifier))

    def role_keyed(self, key: str) -> int | None:
        """Return the role that a file names by its key."""
        return self._keys.get(key)

    def payment(self, line: BankLine) -> Place:
        """Place a bank line; a transfer between own accounts is private for sure."""
        if told := self._told(line) or self._all_for:
            return told
        other = line.counter_account
        if other and plain_account(other) in self._own_accounts:
            return _PRIVATE
        return _place(
            self._sorter.payment(line.payer, line.counter_account, line.reference)
        )

    def entry(self, line: TimeLine) -> Place:
        """Place a time entry."""
        told = self._told(line) or self._all_for
        return told or _place(self._sorter.entry(subject_of(line), line.client))

    def event(self, line: EventLine) -> Place:
        """Place a calendar event."""
        told = self._told(line) or self._all_for
        return told or _place(self._sorter.event(line.title, line.calendar))

    def _told(self, line: BankLine | TimeLine | EventLine) -> Place | None:
        if line.standing is Standing.PRIVATE:
            return _PRIVATE
        role = self._keys.get(line.role) if line.role else None
        return Place(role, None, Standing.ASSIGNED) if role else None


def subject_of(line: TimeLine) -> str:
    """Return what a rule on an entry's project looks at."""
    return project_of(line.project, line.client, line.task, line.description)


def _place(outcome: Outcome | None) -> Place:
    if outcome is None:
        return Place()
    standing = Standing.PRIVATE if outcome.role is None else Standing.ASSIGNED
    return Place(outcome.role, outcome.rule, standing)
