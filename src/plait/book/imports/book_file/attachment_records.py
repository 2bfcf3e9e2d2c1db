"""Takes files kept with payments from an export, with their bytes."""

from typing import Any

from django.conf import settings

from plait.book.imports.book_file.record_common import RecordIntake
from plait.book.models import Attachment, OtherFingerprint, Payment
from plait.book.operations.attachments import attach_file
from plait.domain.errors import PlaitError
from plait.domain.records import FingerprintKind
from plait.domain.schemas.book_records import AttachmentRecord
from plait.formats.plait import cells


class NoSuchPayment(PlaitError):
    """A file belongs to a payment that is not in the book."""


class AttachmentIntake(RecordIntake[AttachmentRecord]):
    """Takes files; known is the same one at the same payment."""

    kind = "attachments"
    model = Attachment

    def _names(self, entry: AttachmentRecord) -> tuple[object, ...]:
        return cells.fingerprint(entry.payment), entry.sha256

    def _add(self, entry: AttachmentRecord) -> None:
        attach_file(
            viewer=self.viewer,
            payment=self._payment(entry),
            name=entry.name,
            content=entry.content,
            now=self.batch.created_at,
            quota_bytes=settings.ATTACHMENT_QUOTA_BYTES,
            batch=self.batch,
            added_at=entry.added_at,
        )

    def _payment(self, entry: AttachmentRecord) -> Payment:
        """Return the payment of that fingerprint, also one that a twin of it became."""
        mine = Payment.objects.filter(owner=self.viewer)
        fingerprint = cells.fingerprint(entry.payment) or 0
        found = mine.filter(fingerprint=fingerprint).first()
        if found is None:
            others = OtherFingerprint.objects.filter(
                owner=self.viewer,
                kind=FingerprintKind.PAYMENT,
                fingerprint=fingerprint,
                record__isnull=False,
            )
            found = mine.filter(pk__in=others.values("record")).first()
        if found is None:
            raise NoSuchPayment(
                "This file belongs to a payment that is not in the book",
                value=entry.name,
                fix="Import it together with the payments.csv of the same export.",
            )
        return found


INTAKES: dict[type, Any] = {AttachmentRecord: AttachmentIntake}
