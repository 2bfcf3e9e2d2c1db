"""Files kept with payments: what they are called, and their bytes in a table apart."""

from typing import ClassVar

from django.db import models

from plait.book.models.imports import Batch
from plait.book.models.owned import Owned
from plait.book.models.records import Payment


class Attachment(Owned):
    """A file of a payment, by the SHA-256 of its bytes.

    A change in the history holds this row and not the bytes, so that undoing finds
    them where they still are.
    """

    payment = models.ForeignKey(Payment, models.CASCADE, related_name="attachments")
    name = models.CharField(max_length=120)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    added_at = models.DateTimeField()
    batch = models.ForeignKey(Batch, models.SET_NULL, null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["payment", "sha256"], name="attachment_kept_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class StoredFile(Owned):
    """The bytes of a file, once however often it is attached.

    `unused_since` is when it was first seen that nothing is attached by them any more;
    they go some time after, and with the person.
    """

    in_journal: ClassVar[bool] = False

    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    content = models.BinaryField()
    unused_since = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "sha256"], name="file_stored_once"
            ),
        ]

    def __str__(self) -> str:
        return self.sha256
