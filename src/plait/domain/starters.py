"""What people do beside a job, often without calling it a role: offers to tick.

Each becomes a role with terms that are sensible as a first guess; the texts are
translated where they are shown.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from plait.domain.money import Money
from plait.domain.period import Period
from plait.domain.roles import (
    Agreement,
    Organisation,
    PayBasis,
    Role,
    RoleKind,
    usual_counting,
)
from plait.domain.schemas.schema import gettext_noop as _

N_COLOURS = 8


class At(StrEnum):
    """Whom a ticked role is held at while nothing else was said."""

    EMPLOYER = "employer"
    CLIENTS = "clients"
    SCHOOL = "school"
    CAUSE = "cause"
    ONESELF = "oneself"


AT_LABELS = {
    At.EMPLOYER: _("My employer"),
    At.CLIENTS: _("My clients"),
    At.SCHOOL: _("My school"),
    At.CAUSE: _("The organisation"),
}


@dataclass(frozen=True, slots=True)
class Starter:
    """Something people do: `title` says it, `role` is what the role is then called.

    `hours` a week and `basis` are the first guess of its terms; `colour` is the strand
    it takes where that is free.
    """

    key: str
    title: str
    hint: str
    role: str
    kind: RoleKind
    at: At
    hours: Decimal
    basis: PayBasis = PayBasis.NONE
    colour: int = 0

    @property
    def is_paid(self) -> bool:
        """Whether it usually brings in money."""
        return self.basis is not PayBasis.NONE


STARTERS: tuple[Starter, ...] = (
    Starter(
        key="job",
        title=_("A job"),
        hint=_("with an employer and a salary"),
        role=_("Job"),
        kind=RoleKind.EMPLOYMENT,
        at=At.EMPLOYER,
        hours=Decimal(28),
        basis=PayBasis.SALARY,
        colour=1,
    ),
    Starter(
        key="board",
        title=_("Sit on a board"),
        hint=_("a charity, a school, a club"),
        role=_("Board"),
        kind=RoleKind.BOARD,
        at=At.CAUSE,
        hours=Decimal(3),
        colour=4,
    ),
    Starter(
        key="mentor",
        title=_("Mentor or coach someone"),
        hint=_("a colleague, a starter"),
        role=_("Mentoring"),
        kind=RoleKind.MENTORING,
        at=At.CAUSE,
        hours=Decimal(2),
        colour=5,
    ),
    Starter(
        key="teach",
        title=_("Teach or train"),
        hint=_("days, courses, workshops"),
        role=_("Training"),
        kind=RoleKind.CONTRACT,
        at=At.CLIENTS,
        hours=Decimal(6),
        basis=PayBasis.DAILY,
        colour=2,
    ),
    Starter(
        key="clients",
        title=_("Work for clients"),
        hint=_("projects, advice, locum"),
        role=_("Client work"),
        kind=RoleKind.CONTRACT,
        at=At.CLIENTS,
        hours=Decimal(8),
        basis=PayBasis.HOURLY,
        colour=3,
    ),
    Starter(
        key="study",
        title=_("Study"),
        hint=_("a degree, a course, an exam"),
        role=_("Study"),
        kind=RoleKind.STUDY,
        at=At.SCHOOL,
        hours=Decimal(6),
        colour=6,
    ),
    Starter(
        key="volunteer",
        title=_("Volunteer"),
        hint=_("hospice, sports club, church"),
        role=_("Volunteering"),
        kind=RoleKind.VOLUNTEERING,
        at=At.CAUSE,
        hours=Decimal(2),
        colour=7,
    ),
    Starter(
        key="let",
        title=_("Let a room or a flat"),
        hint=_("rent is income with hours too"),
        role=_("Letting"),
        kind=RoleKind.VENTURE,
        at=At.ONESELF,
        hours=Decimal(1),
        basis=PayBasis.MONTHLY,
        colour=8,
    ),
    Starter(
        key="write",
        title=_("Write or speak"),
        hint=_("a column, a book, talks"),
        role=_("Writing"),
        kind=RoleKind.CONTRACT,
        at=At.CLIENTS,
        hours=Decimal(3),
        basis=PayBasis.FIXED,
        colour=3,
    ),
    Starter(
        key="make",
        title=_("Make or sell things"),
        hint=_("a shop, a market stall, an app"),
        role=_("Own shop"),
        kind=RoleKind.VENTURE,
        at=At.ONESELF,
        hours=Decimal(4),
        basis=PayBasis.COMMISSION,
        colour=6,
    ),
    Starter(
        key="care",
        title=_("Care for someone"),
        hint=_("a parent, a child, a neighbour"),
        role=_("Care"),
        kind=RoleKind.VOLUNTEERING,
        at=At.ONESELF,
        hours=Decimal(6),
        colour=7,
    ),
    Starter(
        key="other",
        title=_("Something else"),
        hint=_("name it yourself"),
        role="",
        kind=RoleKind.VOLUNTEERING,
        at=At.ONESELF,
        hours=Decimal(2),
        colour=4,
    ),
)


@dataclass(frozen=True, slots=True)
class Ticked:
    """What was ticked, and what the person changed of it.

    `hours` are a week, None where none are agreed; `pay` is for `basis`.
    """

    starter: Starter
    name: str
    organisation: str
    since: date
    hours: Decimal | None
    basis: PayBasis = PayBasis.NONE
    pay: Money | None = None
    colour: int = 0


def starter_keyed(key: str) -> Starter | None:
    """Return the offer of that key, None where there is none."""
    return next((one for one in STARTERS if one.key == key), None)


def usual_since(today: date) -> date:
    """Return since when a ticked role runs unless somebody says: a year, whole months.

    So the year that Today draws is the one that was agreed, and what came in lately
    falls within the role.

    >>> usual_since(date(2026, 11, 30)), usual_since(date(2026, 12, 1))
    (datetime.date(2025, 12, 1), datetime.date(2026, 1, 1))
    """
    first = today.year * 12 + today.month - 1 - 11
    return date(first // 12, first % 12 + 1, 1)


def coloured(wanted: Sequence[int], used: Collection[int] = ()) -> tuple[int, ...]:
    """Return a colour for each, its own where free, else the least used, 1 to 8.

    >>> coloured([1, 4, 4, 0], used=[2])
    (1, 4, 3, 5)
    """
    taken = [*used]
    found = []
    for colour in wanted:
        if not colour or colour in taken:
            colour = min(  # noqa: PLW2901  # the one it wanted is another's
                range(1, N_COLOURS + 1), key=lambda c: (taken.count(c), c)
            )
        taken.append(colour)
        found.append(colour)
    return tuple(found)


def role_of(ticked: Ticked) -> Role:
    """Return the role that a tick stands for, with its terms.

    One for which neither hours nor pay were agreed has no terms yet.
    """
    starter, is_paid = ticked.starter, ticked.basis is not PayBasis.NONE
    kind = starter.kind
    if starter.key == "other" and is_paid:
        kind = RoleKind.CONTRACT
    terms = Agreement(
        Period(ticked.since),
        hours=ticked.hours,
        pay_basis=ticked.basis,
        pay=ticked.pay,
        counts_as=usual_counting(kind),
    )
    role = Role(
        key="",
        name=ticked.name,
        kind=kind,
        organisation=Organisation(ticked.organisation),
        period=Period(ticked.since),
        is_paid=is_paid,
        colour=ticked.colour,
    )
    has_terms = ticked.hours is not None or is_paid
    return replace(role, agreements=(terms,)) if has_terms else role
