"""A copy of the sample, to look at beside one's own book and to leave again.

It is an own book of an own owner, whom nobody signs in as: nothing of it is ever in
the person's own records, figures, exports or journal. `book/sample.zip` is an export
of the files in `samples`, made by `scripts/make_sample_book.py`.
"""

import secrets
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from plait.accounts.models import Person
from plait.accounts.operations import add_sample_person
from plait.book.imports.batches import import_files
from plait.book.operations.deletion import delete_everything
from plait.domain.errors import PlaitError
from plait.formats.source import Options, Source

# The day that its files end on: every page of a copy looks from there.
SAMPLE_DAY = date(2026, 11, 21)
_FILE = Path(__file__).resolve().parent.parent / "sample.zip"
# Whoever closed the browser instead of leaving does not come back to it.
_KEPT_FOR = timedelta(days=1)


class NoSample(PlaitError):
    """The file of the sample is not where the package has it."""


def open_sample(*, viewer: Person, now: datetime) -> Person:
    """Return a fresh copy of the sample for a person; an earlier one goes."""
    if not _FILE.exists():
        raise NoSample(
            "The sample is not in this installation",
            value=_FILE.name,
            fix="Install Plait again.",
        )
    drop_samples(viewer=viewer, now=now)
    name = f"sample-{secrets.token_hex(8)}"
    copy = add_sample_person(viewer=viewer, sign_in_name=name, now=now)
    options = Options(SAMPLE_DAY, ZoneInfo("Europe/Amsterdam"), currency="EUR")
    try:
        import_files(
            viewer=copy,
            sources=[Source(_FILE.name, _FILE)],
            options=options,
            now=now,
            titles=True,
        )
    except BaseException:
        delete_everything(viewer=copy)
        raise
    return copy


def drop_samples(*, viewer: Person, now: datetime) -> None:
    """Delete the person's copy, and what others left behind a day ago or more."""
    left = Person.objects.filter(
        sample_of__isnull=False, created_at__lt=now - _KEPT_FOR
    )
    for copy in viewer.samples.all() | left:
        delete_everything(viewer=copy)
