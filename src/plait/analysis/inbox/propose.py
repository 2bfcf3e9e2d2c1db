"""Propose a role for each subject that waits, with the reason and how sure it is.

A proposal compares the subject (a payer, project or calendar) with what is known
of each role: its organisation, its own name, and the subjects confirmed for it
before. Names are compared without case, accents and the words every company
carries; the score is the share of the shorter name's words that the other has
too, spelling allowed for (RapidFuzz token_set_ratio). Below 80 of 100, or where
two roles score alike, nothing is proposed: a wrong proposal costs more than none.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

from plait.domain.portfolio import Portfolio, Waiting
from plait.domain.roles import Role
from plait.domain.rules import RuleField, plain

LEAST_SCORE = 80
CLEAR_LEAD = 8
# Words that tell nothing of who it is; they stand in too many names.
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


@dataclass(frozen=True, slots=True)
class Proposal:
    """A role (index into the portfolio's) for a subject, and why.

    With `Reason.OWN_NAME` no role but private is proposed: the other side is the
    person, so it is money between their own accounts.
    """

    waiting: Waiting
    role: int | None
    reason: Reason | None = None
    likeness: str = ""
    score: int = 0


def propose(
    portfolio: Portfolio, confirmed: Mapping[str, Iterable[str]]
) -> tuple[Proposal, ...]:
    """Return a proposal for each subject that waits, in the same order.

    `confirmed` maps a role's key to the subjects confirmed for it before.
    """
    traits = [
        trait
        for index, role in enumerate(portfolio.roles)
        for trait in _traits(index, role, confirmed.get(role.key, ()))
    ]
    return tuple(
        Proposal(one, None, Reason.OWN_NAME)
        if _is_own_name(one, portfolio.person.name)
        else _proposal(one, traits)
        for one in portfolio.waiting
    )


def _is_own_name(one: Waiting, name: str) -> bool:
    """Return whether a payer is the person: their names, or initials for some.

    "M van Dalen" and "DALEN M VAN" are Marit van Dalen; "A. van Dalen-Smit" is not.
    """
    if one.field != RuleField.PAYER:
        return False
    own, told = set(plain(name).split()), plain(one.value).split()
    initials = {word[0] for word in own}
    full = [word for word in told if word in own and word not in _COMMON]
    return bool(full) and all(word in own or word in initials for word in told)


_Trait = tuple[int, Reason, str, str]


def _traits(index: int, role: Role, confirmed: Iterable[str]) -> list[_Trait]:
    told = [(Reason.ORGANISATION, role.organisation.name), (Reason.NAME, role.name)]
    told += [(Reason.CONFIRMED, subject) for subject in confirmed]
    return [(index, why, text, _telling(text)) for why, text in told if _telling(text)]


def _telling(text: str) -> str:
    return " ".join(word for word in plain(text).split() if word not in _COMMON)


def _proposal(one: Waiting, traits: list[_Trait]) -> Proposal:
    subject = _telling(one.value)
    if not subject:
        return Proposal(one, None)
    best: dict[int, tuple[int, Reason, str]] = {}
    for role, why, text, telling in traits:
        score = round(fuzz.token_set_ratio(subject, telling))
        if role not in best or score > best[role][0]:
            best[role] = (score, why, text)
    ranked = sorted(best.items(), key=lambda item: -item[1][0])
    if not ranked or ranked[0][1][0] < LEAST_SCORE:
        return Proposal(one, None)
    role, (score, why, text) = ranked[0]
    if len(ranked) > 1 and score - ranked[1][1][0] < CLEAR_LEAD:
        return Proposal(one, None)
    return Proposal(one, role, why, text, score)
