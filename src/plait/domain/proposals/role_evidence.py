"""What roles are proposed from: money and hours that wait, by whom they are for."""

from dataclasses import dataclass
from datetime import date

from plait.domain.roles import Role
from plait.domain.rules import RuleField


@dataclass(frozen=True, slots=True)
class PayerRecords:
    """Money of one payer that came in and waits, in order of days.

    `field` is PAYER, or ACCOUNT where only an account number is known. `minor` is in
    minor units of `currency`; `texts` are what the payments say. All equally long.
    """

    field: RuleField
    payer: str
    currency: str
    days: tuple[date, ...]
    minor: tuple[int, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClientRecords:
    """Hours that wait of one client of a tracker, or of one project without a client.

    `projects` are its projects, most hours first; days and seconds in order of days.
    `texts` are the tasks and descriptions, each once.
    """

    field: RuleField
    client: str
    projects: tuple[str, ...]
    days: tuple[date, ...]
    seconds: tuple[int, ...]
    is_billable: bool = False
    texts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RoleEvidence:
    """All that waits and could be a role's, beside the roles there are.

    `dismissed` are plain names of what the person said is no role.
    """

    on: date
    person: str
    roles: tuple[Role, ...]
    payers: tuple[PayerRecords, ...]
    clients: tuple[ClientRecords, ...]
    dismissed: frozenset[str] = frozenset()
