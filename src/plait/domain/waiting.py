"""What waits in the inbox, by the subject that a rule would be about."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Waiting:
    """What the inbox holds for one subject: a payer, a project, a calendar.

    Money that names nobody is told by its text: its field is `REFERENCE`, `value` the
    text, and `account` the person's own account it came to.
    """

    field: str
    value: str
    n_records: int
    minor: int = 0
    currency: str = ""
    seconds: int = 0
    first_on: date | None = None
    last_on: date | None = None
    account: str = ""
