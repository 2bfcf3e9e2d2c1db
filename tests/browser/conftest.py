"""A browser in somebody's hand, and Marit with the sample book."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from plait.accounts.operations import add_person, change_person
from plait.book.imports.batches import import_files
from plait.book.imports.position_choice import PositionChoice, Positions
from plait.formats.source import Options, Source
from plait.jobs import carrier
from plait.web import clock
from tests.browser.watched import Watched

SAMPLES = Path(__file__).parents[2] / "samples"

PHONE = {
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "is_mobile": True,
    "device_scale_factor": 2,
}
DESK = {"viewport": {"width": 1280, "height": 800}}


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@pytest.fixture
def marit(transactional_db):
    """Somebody whose book is empty; `clock.today()` in the test is the day it is there."""
    now = datetime.now(UTC)
    person = add_person(sign_in_name="marit", name="Marit van Dalen", now=now)
    with timezone.override(person.timezone):
        yield person


@pytest.fixture
def book(marit):
    """Marit's book with all samples in it."""
    now = datetime.now(UTC)
    files = [SAMPLES / "portfolio.toml", *sorted((SAMPLES / "files").iterdir())]
    import_files(
        viewer=marit,
        sources=[Source(file.name, file) for file in files],
        options=Options(today=clock.today(), timezone=ZoneInfo(marit.timezone)),
        now=now,
        titles=True,
        positions=PositionChoice(Positions.ALL),
    )
    change_person(viewer=marit, capacity_minutes=46 * 60)
    return marit


@pytest.fixture
def carried(transactional_db):
    """Carry jobs out beside the pages, as a server does."""
    carrier.carry_here(lambda: datetime.now(UTC))
    yield
    carrier.stop_here()


@pytest.fixture
def watch(page_of, live_server, carried):
    """Open a browser whose faults are collected: `watch(marit, **PHONE)`."""

    def watch(person=None, **options) -> Watched:
        has_scripts = options.get("java_script_enabled", True)
        page = page_of(person, **options)
        return Watched(page, live_server.url, has_scripts=has_scripts)

    return watch
