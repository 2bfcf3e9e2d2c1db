"""Where a record belongs as it comes in: written in the file, confirmed, certain, or still open."""

from collections.abc import Iterable, KeysView
from functools import lru_cache
from typing import NamedTuple

from plait.accounts.models import Person
from plait.book.models import Account, Role, Rule
from plait.book.payer_names import payer_names
from plait.book.title_choice import TitleChoice
from plait.domain.errors import Problem
from plait.domain.records import BankLine, EventLine, RecordStatus, TimeLine
from plait.domain.rules import (
    Outcome,
    RuleField,
    Rules,
    Sorter,
    plain_account,
    project_of,
)
from plait.formats.banks.identity.sameness import same_account

Placed = BankLine | TimeLine | EventLine


class Place(NamedTuple):
    """A record's role, the rule that said so, and its status as it is stored."""

    role: int | None = None
    rule: int | None = None
    status: int = int(RecordStatus.OPEN)


_OPEN = Place()
_PRIVATE = Place(status=int(RecordStatus.PRIVATE))


def rules_of(viewer: Person) -> Rules:
    """Return the rules the person confirmed, by subject, for each name of a payer."""
    held = Rule.objects.filter(owner=viewer).values_list("field", "value", "role", "pk")
    rules = {(RuleField(f), v): Outcome(role, pk) for f, v, role, pk in held}
    return payer_names(viewer).with_rules(rules)


class Assignment:
    """Places records: what the file says, then the person's word, then the rules."""

    def __init__(
        self,
        viewer: Person,
        role: Role | None = None,
        titles: TitleChoice | None = None,
    ) -> None:
        self._sorter = Sorter(rules_of(viewer))
        self.titles = titles or TitleChoice(viewer)
        self._all_for = (
            Place(role.pk, None, int(RecordStatus.ASSIGNED)) if role else None
        )
        self._keys = dict(Role.objects.filter(owner=viewer).values_list("key", "pk"))
        own = Account.objects.filter(owner=viewer).values_list("identifier", flat=True)
        self._own_accounts = {plain_account(a) for a in own}
        self._is_own: dict[str, bool] = {}
        self.begin()

    def begin(self) -> None:
        """Begin a file: its problems are its own."""
        self.problems: list[Problem] = []
        self._missed: set[str] = set()

    @property
    def role_keys(self) -> KeysView[str]:
        """The keys of all roles, those that are only planned among them."""
        return self._keys.keys()

    def plan_roles(self, keys: Iterable[str]) -> None:
        """Count roles as held that a file of this import brings."""
        for key in keys:
            self._keys.setdefault(key, 0)

    def own_account(self, identifier: str) -> None:
        """Learn that an account is the person's own."""
        self._own_accounts.add(plain_account(identifier))
        self._is_own.clear()

    def role_keyed(self, key: str, line: Placed) -> int | None:
        """Return the role that a line names by its key; a problem if nobody's."""
        # One problem for each key, not for each of its thousand lines.
        if key not in self._keys and key not in self._missed:
            self._missed.add(key)
            self.problems.append(_no_such_role(key, line))
        return self._keys.get(key)

    def payment(self, line: BankLine) -> Place:
        """Place a bank line; a transfer between own accounts is private for sure."""
        if known := self._of_file(line) or self._all_for:
            return self._by_rule(line, known)
        if line.fingerprint is None and self._is_transfer(line):
            return _PRIVATE
        return self._ruled(line)

    def _is_transfer(self, line: BankLine) -> bool:
        other = line.counter_account
        # Thousands of lines share a few accounts on the other side.
        if other not in self._is_own:
            self._is_own[other] = any(
                same_account(other, account) for account in self._own_accounts
            )
        return self._is_own[other]

    def entry(self, line: TimeLine) -> Place:
        """Place a time entry."""
        known = self._of_file(line) or self._all_for
        return self._by_rule(line, known) if known else self._ruled(line)

    def event(self, line: EventLine) -> Place:
        """Place a calendar event."""
        known = self._of_file(line) or self._all_for
        return self._by_rule(line, known) if known else self._ruled(line)

    def _of_file(self, line: Placed) -> Place | None:
        if line.status is RecordStatus.PRIVATE:
            return _PRIVATE
        role = self.role_keyed(line.role, line) if line.role else None
        return Place(role, None, int(RecordStatus.ASSIGNED)) if role else None

    def _by_rule(self, line: Placed, known: Place) -> Place:
        """Return the place in the file, with the rule that says the same, if a rule did."""
        if not line.is_by_rule:
            return known
        ruled = self._ruled(line)
        return ruled if ruled._replace(rule=None) == known else known

    def _ruled(self, line: Placed) -> Place:
        """Return what the rules say, open if none fits."""
        outcome = self._outcome(line)
        return _OPEN if outcome is None else _place(outcome)

    def _outcome(self, line: Placed) -> Outcome | None:
        rules = self._sorter
        match line:
            case BankLine():
                return rules.payment(line.payer, line.counter_account, line.reference)
            case TimeLine():
                return rules.entry(project_subject(line), line.client)
            case EventLine():
                return rules.event(line.title, line.calendar)


def _no_such_role(key: str, line: Placed) -> Problem:
    return Problem(
        f"line {line.line}",
        "This names a role that is not in the book; its records wait in the inbox",
        key,
        "Take this import back, then import book.json of the same export with it.",
    )


def project_subject(line: TimeLine) -> str:
    """Return what a rule on an entry's project looks at."""
    return project_of(line.project, line.client, line.task, line.description)


@lru_cache(maxsize=1024)
def _place(outcome: Outcome) -> Place:
    status = RecordStatus.PRIVATE if outcome.role is None else RecordStatus.ASSIGNED
    return Place(outcome.role, outcome.rule, int(status))
