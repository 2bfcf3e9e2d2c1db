"""Mail that came back: read as RFC 3464 has it, and noted for whom it concerns.

Whoever writes such a message by hand gets nowhere: only this server signs the
addresses that mail comes back to, and each counts for one address of one person.
"""

from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import getaddresses

from django.conf import settings
from django.db import transaction

from plait.accounts.mailing.identity import Concerned, is_genuine, who_is_meant
from plait.accounts.mailing.refusals import note_refusal, note_refused_invitation
from plait.accounts.models import Invitation

# By whichever of these a mail server says to whom it brings a message.
_TO = ("Delivered-To", "X-Original-To", "Envelope-To", "To")


def note_bounce(message: bytes, *, recipient: str = "", now: datetime) -> bool:
    """Note that an address takes no mail; return False where a message says no such.

    `recipient` is the address that it came back to, "" where its headers say it.
    """
    read = message_from_bytes(message, policy=policy.default)
    status = failed_status(read)
    if status is None:
        return False
    written = [recipient] if recipient else _recipients(read)
    noted = [_note(address, status, now) for address in written]
    return any(noted)


def failed_status(message: Message) -> str | None:
    """Return the status of a delivery that failed for good, None for anything else."""
    for fields in _reports(message):
        action = str(fields.get("Action", "")).strip().lower()
        status = str(fields.get("Status", "")).split("(")[0].strip()
        if action == "failed" and status.startswith("5."):
            return status
    return None


def _reports(message: Message) -> Iterator[Message]:
    """Yield what a notice says of each recipient; the first block is of the message."""
    for part in message.walk():
        if part.get_content_type() == "message/delivery-status":
            blocks = part.get_payload()
            if isinstance(blocks, list):
                yield from (one for one in blocks if isinstance(one, Message))


def _recipients(message: EmailMessage | Message) -> list[str]:
    values = [str(value) for name in _TO for value in message.get_all(name, [])]
    return [address for _, address in getaddresses(values)]


@transaction.atomic
def _note(address: str, status: str, now: datetime) -> bool:
    meant = who_is_meant(address)
    if meant is None:
        return False
    concerned, mark = meant
    to = next(
        (to for to in _addresses(concerned) if is_genuine(concerned, to, mark)), ""
    )
    if not to:
        return False
    if concerned.what == "i":
        note_refused_invitation(pk=concerned.pk, now=now)
    else:
        note_refusal(owner=concerned.pk, email=to, status=status, now=now)
    return True


def _addresses(concerned: Concerned) -> list[str]:
    """Return the addresses that a mail for them may have gone to."""
    if concerned.what == "i":
        rows = Invitation.objects.filter(pk=concerned.pk)
        return list(rows.values_list("email", flat=True))
    if not settings.SERVER:
        return []
    from allauth.account.models import EmailAddress

    rows = EmailAddress.objects.filter(user_id=concerned.pk)
    return list(rows.values_list("email", flat=True))
