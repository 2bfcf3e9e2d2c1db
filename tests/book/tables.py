"""What stands in the tables, to compare a book with what it was."""

from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q

from plait.accounts.models import Person
from plait.book.models import Event, Payment, TimeEntry

Rows = list[tuple[Any, ...]]

# The history of imports, what each covered, and the book's state are no records.
HISTORY = ("Book", "Batch", "Change", "ImportedFile", "Coverage")


def whole(*, but: tuple[str, ...] = ()) -> dict[str, Rows]:
    """Return every row of every table of people and books."""
    found = [*apps.get_app_config("book").get_models(), Person]
    return {
        model.__name__: sorted(model.objects.values_list(), key=repr)
        for model in found
        if model.__name__ not in but
    }


def records() -> dict[str, Rows]:
    """Return all rows but the history of imports."""
    return whole(but=HISTORY)


def counts() -> dict[str, int]:
    return {name: len(rows) for name, rows in whole().items()}


def told(viewer: Person) -> dict[str, Rows]:
    """Return a person's records as their files told them, without any keys."""
    return {
        model.__name__: sorted(_told_of(model, viewer), key=repr)
        for model in (Payment, TimeEntry, Event)
    }


def _told_of(model: type[models.Model], viewer: Person) -> models.QuerySet[Any]:
    """Leave out keys, which another book has others of; say what they point at."""
    ours = {"id", "owner", "batch", "rule", "superseded_by", "account", "role"}
    names = [f.name for f in model._meta.concrete_fields if f.name not in ours]
    mine = model.objects.filter(owner=viewer)
    if model is Payment:
        names.append("account__identifier")
    if model is Event:
        mine = mine.annotate(stands=Q(superseded_by=None))
        names.append("stands")
    return mine.values_list(*names, "role__key")
