"""The two kinds of errors: problems in a person's data, and failures.

A `Problem` is a value: all of them are collected, each with its place. A failure
is an exception under `PlaitError`, one class per situation, defined where raised.
Both are worded alike: what is wrong, the value, what to do. The sentences are
whole and carry no numbers of their own, so that a skin can translate them.
"""

from typing import NamedTuple


class PlaitError(Exception):
    """Something cannot be done: what is wrong, the value, and what to do."""

    def __init__(self, what: str, *, value: str = "", fix: str = "") -> None:
        super().__init__(what, value, fix)
        self.what = what
        self.value = value
        self.fix = fix

    def __str__(self) -> str:
        start = f"{self.what}: {self.value}." if self.value else f"{self.what}."
        return f"{start} {self.fix}".strip()


class BadValue(PlaitError):
    """One value cannot be taken; in a file, its line becomes a problem."""


class Problem(NamedTuple):
    """One thing in a file that could not be taken as it stands.

    `where` names the place inside the file ("line 12", "event 3"); `what` and
    `fix` are whole sentences without a full stop in `what`; `value` is the text
    as it stood in the file, shortened where it is long.
    """

    where: str
    what: str
    value: str
    fix: str
