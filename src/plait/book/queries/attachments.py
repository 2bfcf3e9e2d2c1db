"""Files kept with payments; lists of them never load their bytes."""

from plait.accounts.models import Person
from plait.book.models import Attachment, Payment, StoredFile
from plait.book.queries.lists import NotThere


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
    held = StoredFile.objects.filter(owner=viewer, sha256=attachment.sha256)
    content = held.values_list("content", flat=True).first()
    if content is None:
        raise NotThere("There is no such file", value=attachment.name)
    return bytes(content)
