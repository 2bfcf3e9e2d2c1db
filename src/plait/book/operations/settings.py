"""Changes to what the person says of themselves, as changes of their book."""

from typing import Unpack

from plait.accounts.models import Person
from plait.accounts.operations import (
    PersonSettings,
    change_person,
    with_savings_currency,
)
from plait.book.models.recording import read
from plait.book.operations.writing import book_of


def change_settings(*, viewer: Person, **settings: Unpack[PersonSettings]) -> Person:
    """Change a person's own settings."""
    settings = with_savings_currency(viewer, settings)
    fields = [Person._meta.get_field(name) for name in settings]  # noqa: SLF001  # Django's name for it
    with book_of(viewer, what="change_settings") as recorder:
        before = read(Person, fields, [viewer.pk])  # type: ignore[arg-type]  # only columns are settings
        change_person(viewer=viewer, **settings)
        after = read(Person, fields, [viewer.pk])  # type: ignore[arg-type]  # the same
        recorder.changed(Person, before, after)
    return viewer
