"""Files kept with payments; lists of them never load their bytes."""

from plait.accounts.models import Person
from plait.book.models import Attachment, Payment, StoredFile
from plait.book.queries.lists import NotThere
from plait.domain.attachments import exported_name
from plait.domain.schemas.book_records import AttachmentRecord
from plait.formats.plait import cells
from plait.formats.plait.attached import FOLDER


def attachments(*, viewer: Person, payment: Payment) -> list[Attachment]:
    """Return the files of a payment, in the order they were attached."""
    held = Attachment.objects.filter(owner=viewer, payment=payment)
    return list(held.order_by("pk"))


def attachment_of(*, viewer: Person, pk: int) -> Attachment:
    """Return one file; raise `NotThere`."""
    held = Attachment.objects.filter(owner=viewer, pk=pk).select_related("payment")
    found = held.first()
    if found is None:
        raise NotThere("There is no such file", value=str(pk))
    return found


def content_of(*, viewer: Person, attachment: Attachment) -> bytes:
    """Return the bytes of a file; raise `NotThere` where they are gone for good."""
    return stored_content(viewer=viewer, sha256=attachment.sha256)


def stored_content(*, viewer: Person, sha256: str) -> bytes:
    """Return bytes by what they come to; raise `NotThere` where they are gone."""
    held = StoredFile.objects.filter(owner=viewer, sha256=sha256)
    content = held.values_list("content", flat=True).first()
    if content is None:
        raise NotThere("There is no such file", value=sha256)
    return bytes(content)


def attachment_records(*, viewer: Person) -> list[AttachmentRecord]:
    """Return every file whose bytes are still there, without them, oldest first."""
    there = StoredFile.objects.filter(owner=viewer).values("sha256")
    held = Attachment.objects.filter(owner=viewer, sha256__in=there)
    names: dict[str, str] = {}
    return [
        AttachmentRecord(
            f"attachments {number}",
            payment=cells.written_fingerprint(one.payment.fingerprint),
            name=one.name,
            sha256=one.sha256,
            size=one.size,
            # The same bytes lie there once, whatever else they are called.
            file=names.setdefault(
                one.sha256, f"{FOLDER}/{exported_name(one.name, one.sha256)}"
            ),
            added_at=one.added_at,
        )
        for number, one in enumerate(
            held.select_related("payment").order_by("pk"), start=1
        )
    ]


def stored_bytes(*, viewer: Person) -> int:
    """Return what all files kept with the viewer's payments come to."""
    sizes = StoredFile.objects.filter(owner=viewer).values_list("size", flat=True)
    return sum(sizes)
