"""The same income seen by payer, sector, occupation, place and shared cause.

A role that does not say its sector, occupation or place stands by itself there: to
put all such roles together would call strangers one. By cause, what can stop
together is one: the same payer over several roles, roles with a cause in common, and
on through both (two clients of one ministry, and what else that ministry pays). So
by cause an income is never less concentrated than by payer.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from plait.analysis.income.concentration.parts import Part, parts_of
from plait.analysis.income.concentration.shares import Concentration, concentration
from plait.domain.portfolio import Portfolio
from plait.domain.rules import plain
from plait.reference.rates import Rates


class By(StrEnum):
    """What an income is counted by."""

    PAYER = "payer"
    SECTOR = "sector"
    OCCUPATION = "occupation"
    PLACE = "place"
    CAUSE = "cause"


@dataclass(frozen=True, slots=True)
class Grouped:
    """The concentration of net income by one thing, before tax.

    `roles` are for each name the indices of the roles in it, in the order of the
    names. `unknown` are roles that do not say the thing and stand by themselves,
    `refused` roles that cost more than they brought, with what they lost.
    """

    by: By
    of: Concentration
    roles: tuple[tuple[int, ...], ...]
    unknown: tuple[int, ...]
    refused: tuple[tuple[int, float], ...]


_Groups = dict[str, tuple[str, list[Part]]]


def grouped(
    portfolio: Portfolio, rates: Rates, by: By, *, n_months: int = 12
) -> Grouped:
    """Return how net income of the last whole months lies over one thing."""
    counted = parts_of(portfolio, rates, n_months=n_months)
    label = _LABELS.get(by)
    groups, unknown = (
        _by_label(portfolio, counted.parts, label)
        if label
        else (_by_payer(portfolio, counted.parts, causes=by is By.CAUSE), [])
    )
    # Two groups may bear one name, so their keys tell them apart.
    keys = list(groups)
    amounts = [sum(part.net for part in groups[key][1]) for key in keys]
    found = concentration(amounts, keys, n_months=counted.n_months)
    return Grouped(
        by=by,
        of=_renamed(found, groups),
        roles=tuple(tuple(sorted({p.role for p in groups[k][1]})) for k in found.names),
        unknown=tuple(unknown),
        refused=counted.refused,
    )


def _renamed(found: Concentration, groups: _Groups) -> Concentration:
    return Concentration(
        names=tuple(groups[key][0] for key in found.names),
        shares=found.shares,
        herfindahl=found.herfindahl,
        effective=found.effective,
        total=found.total,
        n_months=found.n_months,
    )


_LABELS: dict[By, Callable[[Portfolio, int], str]] = {
    By.SECTOR: lambda portfolio, role: portfolio.roles[role].organisation.sector,
    By.OCCUPATION: lambda portfolio, role: portfolio.roles[role].occupation,
    By.PLACE: lambda portfolio, role: (
        portfolio.roles[role].place or portfolio.roles[role].organisation.country
    ),
}


def _by_label(
    portfolio: Portfolio,
    parts: tuple[Part, ...],
    label: Callable[[Portfolio, int], str],
) -> tuple[_Groups, list[int]]:
    groups: _Groups = {}
    unknown: set[int] = set()
    for part in parts:
        name = label(portfolio, part.role).strip()
        key = plain(name)
        if not key:
            unknown.add(part.role)
            # A key that no name has: one for all such roles would call strangers one.
            key, name = f"\0{part.role}", portfolio.roles[part.role].name
        groups.setdefault(key, (name, []))[1].append(part)
    return groups, sorted(unknown)


def _by_payer(
    portfolio: Portfolio, parts: tuple[Part, ...], *, causes: bool
) -> _Groups:
    """Return parts by payer, and with causes by all that can stop together."""
    names: dict[int, list[str]] = defaultdict(list)
    for cause in portfolio.causes if causes else ():
        for role in cause.roles:
            names[role].append(cause.name)
    groups: _Groups = {}
    for key, members in _joined(parts, names):
        shared = sorted({name for part in members for name in names[part.role]})
        groups[key] = (", ".join(shared) or members[0].name, members)
    return groups


def _joined(
    parts: tuple[Part, ...], causes: dict[int, list[str]]
) -> Iterator[tuple[str, list[Part]]]:
    """Yield parts that share a payer or a cause, each under its first payer."""
    above: dict[str, str] = {}

    def top(node: str) -> str:
        while above.setdefault(node, node) != node:
            node = above[node]
        return node

    for part in parts:
        for cause in causes[part.role]:
            above[top(f"cause {cause}")] = top(f"payer {part.payer}")
    members: dict[str, list[Part]] = defaultdict(list)
    for part in parts:
        members[top(f"payer {part.payer}")].append(part)
    for together in members.values():
        yield together[0].payer, together
