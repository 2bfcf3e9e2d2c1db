"""Two people, kinds of work whose effect can be counted, and a clock set by hand."""

from datetime import UTC, datetime, timedelta

import pytest

from plait.accounts.operations import add_person
from plait.jobs import kinds
from tests.jobs.handlers import COUNTED, FAULTY, REFUSED

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


class Clock:
    """Says the time that it was set to."""

    def __init__(self) -> None:
        self.at = NOW

    def __call__(self) -> datetime:
        return self.at

    def move(self, **by: float) -> None:
        self.at += timedelta(**by)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture(autouse=True)
def counted_work():
    """Let the work of these tests be carried out, and nothing of it later."""
    for kind in (COUNTED, REFUSED, FAULTY):
        kinds.register(kind)
    yield
    for kind in (COUNTED, REFUSED, FAULTY):
        kinds.forget(kind.name)


@pytest.fixture
def nora(db):
    return add_person(sign_in_name="nora", travel_minutes=0, now=NOW)


@pytest.fixture
def omar(db):
    return add_person(sign_in_name="omar", travel_minutes=0, now=NOW)
