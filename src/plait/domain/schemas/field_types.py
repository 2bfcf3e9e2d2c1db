"""What a field of a record can hold, and within which limits; data, no behaviour.

Whoever reads, writes, checks, asks for or describes a field looks at its type:
files and JSON (`formats.plait`), columns (`book.record_rows`), options of commands,
fields of forms, the reference page and the JSON Schema.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

LONGEST_KEY = 60


@dataclass(frozen=True, slots=True)
class Text:
    """A text of at most so many characters, "" where there is none.

    One that has a `pattern` matches it whole, or is refused with `wrong` and `fix`.
    """

    most: int
    pattern: str = ""
    wrong: str = ""
    fix: str = ""


@dataclass(frozen=True, slots=True)
class Key:
    """The key of a role: letters, digits, hyphens and underscores."""


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys of roles, each once."""


@dataclass(frozen=True, slots=True)
class Names:
    """Names without commas, so many letters together with a comma between."""

    most: int


@dataclass(frozen=True, slots=True)
class Day:
    """A date; as the end of a period, the first day that no longer counts."""


@dataclass(frozen=True, slots=True)
class Week:
    """A week, by its Monday; any day of it may be written."""


@dataclass(frozen=True, slots=True)
class Instant:
    """A moment, in UTC."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number from 0 to `most`; with a `scale`, held as a whole number of parts.

    Hours with a scale of 60 are held in minutes, a share with 1000 in thousandths.
    """

    most: int
    scale: int | None = None


@dataclass(frozen=True, slots=True)
class Signed:
    """A number of at most `most`, below or above 0."""

    most: int


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number between two bounds."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class YesNo:
    """True or false; `no` is the option of a command that says false."""

    no: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the words of an enumeration, with a label and an explanation of each."""

    words: type[StrEnum]
    labels: Mapping[Any, str] = field(default_factory=dict)
    helps: Mapping[Any, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Currency:
    """The ISO code of a currency."""


@dataclass(frozen=True, slots=True)
class Country:
    """Two letters."""


@dataclass(frozen=True, slots=True)
class Zone:
    """The name of a time zone, such as Europe/Amsterdam."""


@dataclass(frozen=True, slots=True)
class Amount:
    """Money, written as text beside its currency; `basis` says what it is paid for.

    `currency` and `basis` name the fields beside it. Held in minor units of that
    currency where `in_minor`, and as `Money` elsewhere. `otherwise` names the field
    of the currency where the first is empty.
    """

    most: int
    currency: str = "currency"
    basis: str = ""
    in_minor: bool = False
    otherwise: str = ""


@dataclass(frozen=True, slots=True)
class WeekBlocks:
    """Agreed days and times, such as "mon 09:00-17:00, tue 09:00-12:30"."""

    most: int


@dataclass(frozen=True, slots=True)
class Entries:
    """A list of records of another schema, each within this one."""

    of: str


@dataclass(frozen=True, slots=True)
class Other:
    """What a kind of record reads in its own way; `written` says how it is written."""

    written: str
    json_type: str = ""


FieldType = (
    Text
    | Key
    | Keys
    | Names
    | Day
    | Week
    | Instant
    | Number
    | Signed
    | Whole
    | YesNo
    | Choice
    | Currency
    | Country
    | Zone
    | Amount
    | WeekBlocks
    | Entries
    | Other
)
