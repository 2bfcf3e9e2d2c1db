"""What tests of bank readers share: a file read by whichever format knows it."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from plait.domain.errors import Problem
from plait.domain.records import BankLine, StatementPeriod
from plait.formats import registry


class Statement(NamedTuple):
    """What a file gave: its format, and what it holds of each kind."""

    format: str
    lines: list[BankLine]
    periods: list[StatementPeriod]
    problems: list[Problem]


@pytest.fixture
def statement(a_file, options) -> Callable[..., Statement]:
    """Read text (or bytes) with the format that recognises it."""

    def read(content: str | bytes, encoding: str = "utf-8") -> Statement:
        source = a_file(content, encoding)
        known = registry.format_of(source, options)
        found = list(known.read(source, options))
        kinds = (BankLine, StatementPeriod, Problem)
        parts = ([one for one in found if isinstance(one, kind)] for kind in kinds)
        return Statement(known.NAME, *parts)

    return read
