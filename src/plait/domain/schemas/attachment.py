"""The fields of files kept with payments."""

from plait.domain.attachments import MOST_BYTES
from plait.domain.schemas.book_records import AttachmentRecord
from plait.domain.schemas.field_types import Instant, Text, Whole
from plait.domain.schemas.schema import Field, Schema

ATTACHMENT = Schema(
    section="attachments",
    record=AttachmentRecord,
    about="A file kept with a payment, such as a receipt. An export writes these into"
    " `attachments.json`, and the files themselves into the folder `files`.",
    fields=(
        Field(
            "payment",
            Text(40),
            "the payment, as the first column of `payments.csv` names it",
            example="m00000000000004d2",
            is_needed=True,
        ),
        Field(
            "name",
            Text(120),
            "what it is called",
            example="receipt.pdf",
            is_needed=True,
        ),
        Field(
            "sha256",
            Text(64),
            "the SHA-256 of its bytes, 64 hexadecimal digits",
            example="0f" * 32,
            is_needed=True,
        ),
        Field(
            "size",
            Whole(1, MOST_BYTES),
            "how many bytes it has",
            example="48213",
            is_needed=True,
        ),
        Field(
            "file",
            Text(200),
            "where it lies, from the folder of the export",
            example=f"files/receipt-{'0f' * 32}.pdf",
            is_needed=True,
        ),
        Field("added_at", Instant(), "when it was attached"),
    ),
)
