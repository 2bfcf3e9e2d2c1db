"""What roles are proposed from: what waits, by payer and by a tracker's client."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from plait.accounts.models import Person
from plait.book.models import DismissedRole, Payment, Role, TimeEntry
from plait.book.payer_names import payer_names
from plait.book.queries.reach import MONEY_IN_REACH, TIME_IN_REACH
from plait.book.record_rows import role_from
from plait.domain.proposals.role_evidence import (
    ClientRecords,
    PayerRecords,
    RoleEvidence,
)
from plait.domain.records import RecordStatus
from plait.domain.rules import RuleField, plain, plain_account, project_of


def role_evidence(*, viewer: Person, on: date) -> RoleEvidence:
    """Return what waits up to a day, and the roles there are."""
    held = Role.objects.filter(owner=viewer).select_related("organisation")
    held = held.prefetch_related("agreements").order_by("started_on", "pk")
    return RoleEvidence(
        on=on,
        person=viewer.name,
        roles=tuple(role_from(role) for role in held),
        payers=tuple(_payers(viewer, on)),
        clients=tuple(_clients(viewer, on)),
        dismissed=frozenset(
            DismissedRole.objects.filter(owner=viewer).values_list("name", flat=True)
        ),
    )


_Paid = tuple[date, int, str]


def _payers(viewer: Person, on: date) -> Iterable[PayerRecords]:
    waits = Payment.objects.filter(
        MONEY_IN_REACH,
        owner=viewer,
        status=RecordStatus.OPEN,
        amount_minor__gt=0,
        booked_on__lte=on,
    ).order_by("booked_on", "pk")
    columns = ("payer", "counter_account", "currency")
    named = payer_names(viewer)
    spelling: dict[tuple[RuleField, str], str] = {}
    lines: dict[tuple[RuleField, str, str], list[_Paid]] = defaultdict(list)
    rows = waits.values_list(*columns, "booked_on", "amount_minor", "reference")
    for payer, account, currency, *line in rows:
        name = named.of(payer)
        if plain(name):
            subject = (RuleField.PAYER, plain(name))
        elif plain_account(account):
            name = plain_account(account)
            subject = (RuleField.ACCOUNT, name)
        else:
            continue
        if subject not in spelling or spelling[subject].isupper():
            spelling[subject] = name
        lines[*subject, currency].append(tuple(line))
    for (field, key, currency), some in lines.items():
        days, minor, texts = zip(*some, strict=True)
        yield PayerRecords(field, spelling[field, key], currency, days, minor, texts)


def _clients(viewer: Person, on: date) -> Iterable[ClientRecords]:
    waits = TimeEntry.objects.filter(
        TIME_IN_REACH, owner=viewer, status=RecordStatus.OPEN, on__lte=on
    ).order_by("on", "pk")
    columns = ("client", "project", "task", "description", "on", "seconds")
    found: dict[tuple[RuleField, str], _Hours] = {}
    for client, project, task, text, day, seconds, billable in waits.values_list(
        *columns, "is_billable"
    ):
        field, name = RuleField.CLIENT, client
        if not plain(client):
            field, name = RuleField.PROJECT, project_of(project, "", task, text)
        if plain(name):
            of = found.setdefault((field, plain(name)), _Hours(name))
            of.add(day, seconds, project, is_billable=bool(billable))
            of.texts.update((task, text))
    for (field, _), one in found.items():
        projects = sorted(one.projects, key=lambda name: -one.projects[name])
        given = tuple(projects), tuple(one.days), tuple(one.seconds)
        texts = frozenset(one.texts)
        yield ClientRecords(field, one.name, *given, one.is_billable, texts)


class _Hours:
    """Hours of one client as they are read."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.days: list[date] = []
        self.seconds: list[int] = []
        self.projects: dict[str, int] = defaultdict(int)
        self.is_billable = False
        self.texts: set[str] = set()

    def add(self, day: date, seconds: int, project: str, *, is_billable: bool) -> None:
        self.days.append(day)
        self.seconds.append(seconds)
        if project:
            self.projects[project] += seconds
        self.is_billable |= is_billable
