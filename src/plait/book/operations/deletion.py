"""Deleting a person's whole book, and the person."""

import shutil
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import connection, models, transaction
from django.utils import timezone

from plait.accounts.leaving.overwriting import overwritten
from plait.accounts.leaving.tables import STAY
from plait.accounts.models import Person
from plait.accounts.operations import delete_person
from plait.accounts.queries import n_people
from plait.accounts.sharing.operations import forget_shares
from plait.book.queries.memory import forget_books

# Beside the book: what is kept of answers, and files that wait to be read.
_KEPT_ANSWERS, _UPLOADS = "kept", "staging"


def delete_everything(*, viewer: Person) -> None:
    """Delete every row of a person and the person, with their sample: no way back.

    All or nothing. No journal is kept of it, for that would keep what goes. Answers
    and uploads beside the book go too; backups and copies stay.
    """
    samples = Person.objects.filter(sample_of=viewer)
    gone = [viewer.pk, *samples.values_list("pk", flat=True)]
    with overwritten():
        with transaction.atomic():
            now = timezone.now()  # noqa: TID251  # when their copies were emptied
            forget_shares(owners=gone, now=now)
            for kind in owned_tables():
                rows = kind._base_manager.filter(owner__in=gone)  # noqa: SLF001  # without the journal
                rows._raw_delete(connection.alias)  # noqa: SLF001  # every table of the owner is emptied
            delete_person(viewer=viewer)
        forget_books()
    remove_beside(gone)


def owned_tables() -> list[type[models.Model]]:
    """Return every table whose rows belong to a person and go with them."""
    return [
        kind
        for kind in apps.get_models()
        if kind not in STAY
        and any(field.name == "owner" for field in kind._meta.fields)  # noqa: SLF001  # Django's name for it
    ]


def remove_beside(gone: list[int]) -> None:
    """Remove what of these people lies beside the database: uploads, kept answers."""
    home = Path(settings.PLAIT_HOME)
    for pk in gone:
        shutil.rmtree(home / _UPLOADS / str(pk), ignore_errors=True)
    if not n_people():
        shutil.rmtree(home / _KEPT_ANSWERS, ignore_errors=True)
