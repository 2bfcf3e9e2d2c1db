"""Import batches: what came in together and can be undone together."""

from django.conf import settings
from django.db import models

from plait.book.models.owned import Owned


class Book(models.Model):
    """One person's book; `revision` is another number after every change of it.

    Whatever was worked out from the book holds as long as the revision does.
    """

    owner = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True
    )
    revision = models.PositiveBigIntegerField(default=1)

    def __str__(self) -> str:
        return f"book of {self.owner_id}"


class Batch(Owned):
    """One import; `number` counts up per person and is never used again.

    `person_before` holds what the import changed of what the person says of
    themselves: by field, the value before and the value it set.
    """

    in_journal = False  # a change names it

    number = models.PositiveIntegerField()
    created_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)
    person_before = models.JSONField(default=dict, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "number"], name="batch_numbered_once"
            ),
        ]

    def __str__(self) -> str:
        return f"import {self.number}"


class ImportedFile(Owned):
    """One file of a batch and what became of it.

    `n_known` counts lines that the book held already, `n_changed` those that told
    one otherwise and corrected it. `known_fingerprints` holds
    theirs, eight bytes each, so that undoing the earlier import leaves this one
    with every line its file told; of a calendar also the marks of what it says of
    its series (see `intake.tellings`).
    """

    in_journal = False  # goes with its batch

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="files")
    name = models.CharField(max_length=255)
    format = models.CharField(max_length=40, blank=True)
    n_read = models.PositiveIntegerField(default=0)
    n_new = models.PositiveIntegerField(default=0)
    n_known = models.PositiveIntegerField(default=0)
    n_changed = models.PositiveIntegerField(default=0, db_default=0)
    problems = models.JSONField(default=list, blank=True)
    known_fingerprints = models.BinaryField(default=b"")

    def __str__(self) -> str:
        return self.name


class Mapping(Owned):
    """Which column means what, confirmed once for tables with this heading."""

    name = models.CharField(max_length=100)
    signature = models.CharField(max_length=64)
    columns = models.JSONField()
    batch = models.ForeignKey(Batch, models.SET_NULL, null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "name"], name="mapping_named_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name
