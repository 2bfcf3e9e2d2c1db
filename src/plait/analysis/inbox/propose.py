"""Propose a role for each subject that waits, with the reason and how sure it is.

A proposal compares the subject (a payer, project or calendar) with what is known
of each role: its organisation, its own name, and the subjects confirmed for it
before. Names are compared without case, accents and the words every company
carries, and scored word by word (see likeness). Below 80, or where the best role
leads the next by less than 8, nothing is proposed: a wrong proposal costs more than
none. Of two roles that score alike, the one that such a subject was confirmed
for before goes first.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from plait.analysis.inbox.likeness import Names
from plait.domain.portfolio import Portfolio
from plait.domain.roles import Role
from plait.domain.rules import RuleField, plain
from plait.domain.waiting import Inbox, Placed, Waiting

LEAST_SCORE = 80
# Two roles at one organisation score alike, and neither is to be guessed.
CLEAR_LEAD = 8
# Of what was sorted by hand before so many agree, for the next to be proposed alike.
MOST_BEFORE = 2 / 3
PRIVATE = "private"
# Words that do not tell one organisation from another: too many names hold them.
_COMMON = frozenset(
    [
        "bv",
        "nv",
        "vof",
        "b",
        "v",
        "n",
        "ltd",
        "limited",
        "plc",
        "llp",
        "inc",
        "gmbh",
        "ag",
        "kg",
        "ug",
        "ev",
        "e",
        "sa",
        "sarl",
        "de",
        "het",
        "een",
        "the",
        "van",
        "der",
        "den",
        "of",
        "and",
        "en",
        "und",
        "et",
        "stichting",
        "vereniging",
        "foundation",
        "holding",
        "group",
        "groep",
        "project",
        "work",
        "calendar",
    ]
)


class Reason(StrEnum):
    """Why a role is proposed."""

    ORGANISATION = "organisation"
    NAME = "name"
    CONFIRMED = "confirmed"
    OWN_NAME = "own name"
    PLACED = "placed"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A role (index into the portfolio's) for a subject, and why.

    With `Reason.OWN_NAME` no role but private is proposed: the other side is the
    person, so it is money between their own accounts. With `Reason.PLACED` `n_alike`
    of `n_before` such records were sorted that way before; without a role, as private.
    """

    waiting: Waiting
    role: int | None
    reason: Reason | None = None
    likeness: str = ""
    score: int = 0
    n_alike: int = 0
    n_before: int = 0


_NOTHING: Placed = {}


def propose(
    portfolio: Portfolio | Inbox,
    confirmed: Mapping[str, Iterable[str]],
    placed: Placed = _NOTHING,
) -> tuple[Proposal, ...]:
    """Return a proposal for each subject that waits, in the same order.

    `confirmed` maps a role's key to the subjects confirmed for it before, `placed`
    counts what was sorted before by hand.
    """
    traits = [
        trait
        for index, role in enumerate(portfolio.roles)
        for trait in _traits(index, role, confirmed.get(role.key, ()))
    ]
    names = Names([distinctive(text) for _, _, text in traits])
    return tuple(
        Proposal(one, None, Reason.OWN_NAME)
        if one.field == RuleField.PAYER
        and is_own_name(one.value, portfolio.person.name)
        else _as_before(one, portfolio.roles, placed) or _proposal(one, traits, names)
        for one in portfolio.waiting
    )


def is_own_name(payer_name: str, name: str) -> bool:
    """Return whether a payer is the person: their names, or initials for some.

    "M van Dalen" and "DALEN M VAN" are Marit van Dalen; "A. van Dalen-Smit" is not.
    """
    own, payer = set(plain(name).split()), plain(payer_name).split()
    initials = {word[0] for word in own}
    # One whole name at least: "van", or initials alone, could be anybody.
    full = [word for word in payer if word in own and word not in _COMMON]
    return bool(full) and all(word in own or word in initials for word in payer)


def _as_before(one: Waiting, roles: Sequence[Role], placed: Placed) -> Proposal | None:
    """Return what most such records were sorted as, None where that is not clear."""
    before = placed.get((one.field, plain(one.value), one.minor < 0), {})
    n = sum(before.values())
    if not n:
        return None
    key = max(before, key=lambda name: before[name])
    if before[key] < MOST_BEFORE * n:
        return None
    index = next((i for i, role in enumerate(roles) if role.key == key), None)
    if index is None and key != PRIVATE:
        return None
    return Proposal(one, index, Reason.PLACED, n_alike=before[key], n_before=n)


_Trait = tuple[int, Reason, str]


def _traits(index: int, role: Role, confirmed: Iterable[str]) -> list[_Trait]:
    traits = [(Reason.ORGANISATION, role.organisation.name), (Reason.NAME, role.name)]
    traits += [(Reason.CONFIRMED, subject) for subject in confirmed]
    return [(index, why, text) for why, text in traits]


def distinctive(text: str) -> str:
    """Return the words that set a name apart: not the common ones, and no numbers."""
    words = plain(text).split()
    return " ".join(w for w in words if w not in _COMMON and not w.isdecimal())


def _proposal(one: Waiting, traits: list[_Trait], names: Names) -> Proposal:
    best: dict[int, _Likeness] = {}
    for index, score in names.alike(distinctive(one.value)).items():
        role, why, text = traits[index]
        found = _Likeness(score, why is Reason.CONFIRMED, role, why, text)
        best[role] = max(best.get(role, found), found, key=_rank)
    ranked = sorted(best.values(), key=_rank, reverse=True)
    if not ranked or ranked[0].score < LEAST_SCORE or not _is_clear(ranked):
        return Proposal(one, None)
    first = ranked[0]
    return Proposal(one, first.role, first.why, first.text, first.score)


class _Likeness(NamedTuple):
    """How alike a subject is to one trait of a role."""

    score: int
    is_confirmed: bool
    role: int
    why: Reason
    text: str


def _rank(found: _Likeness) -> tuple[int, bool]:
    return found.score, found.is_confirmed


def _is_clear(ranked: list[_Likeness]) -> bool:
    """Return whether the first role leads the second, or alone was confirmed."""
    if len(ranked) == 1 or ranked[0].score - ranked[1].score >= CLEAR_LEAD:
        return True
    return ranked[0].is_confirmed and not ranked[1].is_confirmed
