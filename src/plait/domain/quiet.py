"""The quiet view: names and amounts are hidden, for whoever opens Plait at work.

A name is replaced by what it is and a number ("Role 2", "Payer 4821"), always the same
one, so that pages can still be followed; other texts and amounts by `HIDDEN`. All of
it bears a mark that cannot be seen, so that nothing hidden is ever saved as a value.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import blake2b

from plait.domain.errors import PlaitError

MARK = "\u2063"  # INVISIBLE SEPARATOR: takes no room and is not read aloud
HIDDEN = f"···{MARK}"
_KEY = re.compile(r"\bq-role-(\d+)\b")
_NUMBERS = 9_000


class NamesHidden(PlaitError):
    """A change while names are hidden: what was read hidden would be saved."""


class Kind(StrEnum):
    """What a hidden text is the name of."""

    ROLE = "role"
    ORGANISATION = "organisation"
    PAYER = "payer"
    CLIENT = "client"
    PROJECT = "project"
    ACCOUNT = "account"
    CALENDAR = "calendar"
    PLACE = "place"
    FILE = "file"
    CAUSE = "cause"
    INVOICE = "invoice"
    SECTOR = "sector"
    SKILL = "skill"
    KEY = "key"
    NAME = "name"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Disguise:
    """What stands for the names of one book.

    `roles` are numbers by their names, `organisations` by theirs in small letters,
    `keys` those of roles by their keys; `nouns` what each kind is called in the reader's language; `salt`
    makes that nobody else can work out the numbers of other names.
    """

    roles: Mapping[str, int]
    organisations: Mapping[str, int]
    keys: Mapping[str, int]
    nouns: Mapping[Kind, str]
    language: str
    salt: bytes = b""
    _by_number: dict[int, str] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self._by_number.update({number: key for key, number in self.keys.items()})

    def disguised(self, kind: Kind, text: str) -> str:
        """Return what is shown for a text; nothing stays nothing."""
        if not text or MARK in text:
            return text
        if kind is Kind.KEY:
            return self.key(text)
        if kind is Kind.TEXT:
            return HIDDEN
        # Who pays is often where a role is: one name for both.
        number = None if kind is Kind.ROLE else self.organisations.get(plain_name(text))
        if number is not None:
            kind = Kind.ORGANISATION
        elif kind is Kind.ROLE:
            number = self.roles.get(text)
        number = number or self._number(text)
        return f"{self.nouns.get(kind, kind.value)} {number}{MARK}"

    def key(self, key: str) -> str:
        """Return what stands for the key of a role."""
        number = self.keys.get(key)
        return key if number is None else f"q-role-{number}"

    def key_behind(self, text: str) -> str:
        """Return a text with the true keys of roles in it."""
        return _KEY.sub(lambda m: self._by_number.get(int(m[1]), m[0]), text)

    def _number(self, text: str) -> int:
        digest = blake2b(plain_name(text).encode(), key=self.salt, digest_size=4)
        return 1_000 + int.from_bytes(digest.digest()) % _NUMBERS


def plain_name(text: str) -> str:
    """Return a name without what its spellings differ in."""
    return " ".join(text.split()).casefold()


_worn: ContextVar[Disguise | None] = ContextVar("quiet_view", default=None)


def disguise() -> Disguise | None:
    """Return the disguise of the page that is being made, None where all is shown."""
    return _worn.get()


def hidden(kind: Kind, text: str) -> str:
    """Return a text as the page that is being made shows it."""
    worn = _worn.get()
    return text if worn is None else worn.disguised(kind, text)


@contextmanager
def wearing(worn: Disguise | None) -> Iterator[None]:
    """Hide names and amounts in what is read and said inside; None shows all."""
    token = _worn.set(worn)
    try:
        yield
    finally:
        _worn.reset(token)
