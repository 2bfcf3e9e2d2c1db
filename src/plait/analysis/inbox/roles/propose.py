"""Propose roles from who pays and for whom hours were tracked.

A payer and a tracker's client of one name are one proposal, by the same likeness of
names as in the inbox. One that is like the organisation or the name of a role that
there is becomes no new role: it belongs to that one. What has had no record for half
a year is proposed as a role that has ended, and not ticked.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from plait.analysis.inbox.likeness import Names
from plait.analysis.inbox.propose import LEAST_SCORE, distinctive, is_own_name
from plait.analysis.inbox.roles.hours import Given, given_of
from plait.analysis.inbox.roles.pay import Pay, pay_of
from plait.domain.proposals.role_evidence import (
    ClientRecords,
    PayerRecords,
    RoleEvidence,
)
from plait.domain.roles import RoleKind
from plait.domain.rules import RuleField, plain

_STILL_HELD = timedelta(days=183)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a rule would be about: a payer, an account, a client or a project."""

    field: RuleField
    value: str


@dataclass(frozen=True, slots=True)
class RoleProposal:
    """A role that could be: `key` names it, `subjects` are whose records it takes.

    `belongs_to` is the index of the role that there is already, None for a new one.
    `pay` is the payer's with the most money, `given` the hours of all its clients.
    """

    key: str
    name: str
    organisation: str
    kind: RoleKind
    is_paid: bool
    started_on: date
    last_on: date
    is_over: bool
    subjects: tuple[Subject, ...]
    pays: tuple[Pay, ...]
    given: Given | None
    belongs_to: int | None = None

    @property
    def pay(self) -> Pay | None:
        """The payer's with the most money."""
        return max(self.pays, key=lambda one: one.total, default=None)


@dataclass(frozen=True, slots=True)
class _Group:
    """Payers and clients of one name."""

    names: tuple[str, ...]
    payers: tuple[tuple[PayerRecords, Pay], ...]
    clients: tuple[tuple[ClientRecords, Given], ...]


def propose_roles(evidence: RoleEvidence) -> tuple[RoleProposal, ...]:
    """Return the proposals, those that run first, then by money and by hours."""
    groups = _groups(evidence)
    held = Names([text for text, _ in _traits(evidence)])
    found = [
        proposal
        for group in groups
        if (proposal := _proposal(group, held, evidence)) is not None
        and plain(proposal.organisation) not in evidence.dismissed
    ]
    return tuple(_keyed(sorted(found, key=_rank)))


def _rank(one: RoleProposal) -> tuple[bool, bool, float, float, str]:
    money = -sum(pay.total for pay in one.pays)
    hours = -one.given.hours if one.given else 0.0
    return one.is_over, one.belongs_to is not None, money, hours, one.name


def _groups(evidence: RoleEvidence) -> list[_Group]:
    """Return payers and clients, those of one name together.

    Clients come first: people name them themselves, so their names hold what sets
    them apart and little else.
    """
    payers = [
        (records, pay)
        for records in evidence.payers
        if not is_own_name(records.payer, evidence.person)
        and (pay := pay_of(records)) is not None
    ]
    # Those that make no role of their own come last: they may join one, no more.
    payers.sort(key=lambda one: one[1].kind is None)
    clients = [
        (records, given)
        for records in evidence.clients
        if (given := given_of(records)) is not None
    ]
    named = [records.client for records, _ in clients]
    named += [records.payer for records, _ in payers]
    together: dict[int, list[int]] = defaultdict(list)
    paid_for = [r.payer if pay.kind else "" for r, pay in payers]
    invoiced = _invoiced([records for records, _ in clients], paid_for)
    n_sure = len(clients) + sum(pay.kind is not None for _, pay in payers)
    for index, first in enumerate(_firsts(named, n_sure, invoiced)):
        together[first].append(index)
    n = len(clients)
    return [
        _Group(
            tuple(named[i] for i in some),
            tuple(payers[i - n] for i in some if i >= n),
            tuple(clients[i] for i in some if i < n),
        )
        for some in together.values()
    ]


def _invoiced(clients: Sequence[ClientRecords], payers: list[str]) -> dict[int, int]:
    """Return the one client in whose hours a payer is named, by the payer's place.

    "Training day Papaver" under a business of one's own is for the payer Papaver.
    """
    texts = [f" {' '.join(map(distinctive, sorted(one.texts)))} " for one in clients]
    found = {}
    for place, payer in enumerate(payers, len(clients)):
        name = distinctive(payer)
        naming = [i for i, text in enumerate(texts) if name and f" {name} " in text]
        if len(naming) == 1 and len(name) > _SHORT:
            found[place] = naming[0]
    return found


def _firsts(named: list[str], n_sure: int, invoiced: Mapping[int, int]) -> list[int]:
    """Return for each name the first of the sure ones that is alike, else itself."""
    texts = [distinctive(name) or plain(name) for name in named]
    names, firsts = Names(texts[:n_sure]), list(range(len(named)))
    for index, text in enumerate(texts):
        if index in invoiced:
            firsts[index] = invoiced[index]
            continue
        alike = [
            other
            for other, score in names.alike(text).items()
            if other < index and score >= LEAST_SCORE and _is_one(texts[other], text)
        ]
        if alike:
            firsts[index] = firsts[min(alike)]
    return firsts


def _is_one(one: str, other: str) -> bool:
    """Return whether two alike names are of one: not by a single short word alone."""
    shorter = min(one.split(), other.split(), key=len)
    return len(shorter) > 1 or one == other or len(shorter[0]) > _SHORT


_SHORT = 3


def _traits(evidence: RoleEvidence) -> list[tuple[str, int]]:
    return [
        (distinctive(text), index)
        for index, role in enumerate(evidence.roles)
        for text in (role.organisation.name, role.name)
    ]


def _belongs_to(group: _Group, held: Names, evidence: RoleEvidence) -> int | None:
    traits = _traits(evidence)
    best: dict[int, int] = {}
    for name in group.names:
        for index, score in held.alike(distinctive(name)).items():
            if score >= LEAST_SCORE:
                role = traits[index][1]
                best[role] = max(best.get(role, 0), score)
    if not best:
        return None
    # Of several roles at one organisation, the one that runs; then the first.
    runs = [role for role in best if evidence.roles[role].is_held_on(evidence.on)]
    return min(runs or best, key=lambda role: (-best[role], role))


def _proposal(
    group: _Group, held: Names, evidence: RoleEvidence
) -> RoleProposal | None:
    kinds = [pay.kind for _, pay in group.payers if pay.kind is not None]
    if not kinds and not group.clients:
        return None
    kinds += [given.kind for _, given in group.clients if given.kind is not None]
    pays = tuple(pay for _, pay in group.payers)
    given = _together([given for _, given in group.clients])
    days = [(pay.first_on, pay.last_on) for pay in pays]
    if given is not None:
        days.append((given.first_on, given.last_on))
    last_on = max(last for _, last in days)
    organisation = _tidy(_organisation(group))
    belongs_to = _belongs_to(group, held, evidence)
    return RoleProposal(
        key="",
        name=_name(group, organisation),
        organisation=organisation,
        kind=_kind(kinds),
        is_paid=any(not pay.is_paid_back for pay in pays)
        or any(records.is_billable for records, _ in group.clients),
        started_on=min(first for first, _ in days),
        last_on=last_on,
        is_over=last_on < evidence.on - _STILL_HELD,
        subjects=_subjects(group),
        pays=pays,
        given=given,
        belongs_to=belongs_to,
    )


def _kind(kinds: list[RoleKind]) -> RoleKind:
    """Return the kind that says most: words for a board or a flat before a rhythm."""
    plain_ones = {RoleKind.EMPLOYMENT, RoleKind.CONTRACT, RoleKind.VOLUNTEERING}
    special = [kind for kind in kinds if kind not in plain_ones]
    if RoleKind.EMPLOYMENT in kinds:
        return RoleKind.EMPLOYMENT
    return (special or kinds or [RoleKind.CONTRACT])[0]


def _together(given: list[Given]) -> Given | None:
    if not given:
        return None
    return Given(
        kind=None,
        hours=sum(one.hours for one in given),
        hours_a_week=sum(one.hours_a_week for one in given),
        first_on=min(one.first_on for one in given),
        last_on=max(one.last_on for one in given),
    )


def _organisation(group: _Group) -> str:
    """Return the fullest name: a bank writes organisations out, trackers shorten.

    Of a business that several pay, the client's in the tracker.
    """
    of_payers = [r.payer for r, _ in group.payers if r.field is RuleField.PAYER]
    if len({distinctive(name) for name in of_payers}) > 1 and group.clients:
        return group.clients[0][0].client
    named = of_payers or list(group.names)
    return min(named, key=lambda name: (name.isupper(), -len(name.split()), name))


def _name(group: _Group, organisation: str) -> str:
    """Return the project's name where there is one, else the organisation's."""
    projects = {plain(one): one for r, _ in group.clients for one in r.projects if one}
    return _begun(next(iter(projects.values()))) if len(projects) == 1 else organisation


def _subjects(group: _Group) -> tuple[Subject, ...]:
    found = [Subject(records.field, records.payer) for records, _ in group.payers]
    found += [Subject(records.field, records.client) for records, _ in group.clients]
    return tuple(dict.fromkeys(found))


def _tidy(name: str) -> str:
    """Return a name that a bank wrote in capitals, or in none, as people write it."""
    is_written_flat = name.isupper() and len(name) > _SHORT + 1
    return name.title() if is_written_flat else _begun(name)


def _begun(name: str) -> str:
    """Return a name without any capital with one to begin with."""
    return name[:1].upper() + name[1:] if name.islower() else name


def _keyed(found: Iterable[RoleProposal]) -> Iterable[RoleProposal]:
    """Give each proposal a key to name it by: its organisation's plain name."""
    taken: set[str] = set()
    for one in found:
        stem = re.sub(r"[^a-z0-9]+", "-", plain(one.organisation)).strip("-")[:50]
        numbers = (f"{stem or 'role'}-{n}" for n in range(2, len(taken) + 3))
        options = [stem] if stem else []
        key = next(key for key in (*options, *numbers) if key not in taken)
        taken.add(key)
        yield replace(one, key=key)
