"""What a person decided on a finding: settled, or put off, and why."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

Value = str | int | float | bool | tuple[str | int | float, ...] | None


class SettledAs(StrEnum):
    """Settled for good, or put off: then half the step brings it back."""

    SETTLED = "settled"
    PUT_OFF = "put-off"


@dataclass(frozen=True, slots=True)
class SettledFinding:
    """A finding as it was when the person settled it or put it off.

    `key` and `kind` are the finding's, `role` the key of the role it is about, "" for
    none. `numbers` are those figures by which it is known and compared, by their
    names. `title` is what it said, in the language of that day.
    """

    key: str
    kind: str
    settled_as: SettledAs
    reason: str
    on: date
    title: str
    role: str = ""
    numbers: tuple[tuple[str, Value], ...] = ()

    def number(self, name: str) -> Value:
        """Return one of the numbers, None where there is none of that name."""
        return dict(self.numbers).get(name)
