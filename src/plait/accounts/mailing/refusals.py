"""Addresses that refused mail: noted, asked again, and confirmed by their person."""

from datetime import datetime, timedelta

from django.core.signing import BadSignature, TimestampSigner
from django.db import transaction

from plait.accounts.models import Invitation, MailRefusal, Person
from plait.jobs.operations import enqueue

ADDRESS_MAIL = "address-mail"
"""The kind of the job that asks whether an address takes mail again."""
CONFIRM_WITHIN = timedelta(days=2)
_LONGEST_STATUS = 12


def refusal_of(*, owner: int, email: str) -> MailRefusal | None:
    """Return when that address of somebody refused mail, None where it did not."""
    return MailRefusal.objects.filter(owner=owner, email=email.lower()).first()


@transaction.atomic
def note_refusal(*, owner: int, email: str, status: str, now: datetime) -> None:
    """Note that an address of somebody refuses mail; nothing goes there from now on."""
    MailRefusal.objects.update_or_create(
        owner_id=owner,
        email=email.lower(),
        defaults={"at": now, "status": status[:_LONGEST_STATUS]},
    )


@transaction.atomic
def note_refused_invitation(*, pk: int, now: datetime) -> None:
    """Note that an invitation's mail came back: whoever looks after the server sees."""
    Invitation.objects.filter(pk=pk).update(refused_at=now)


@transaction.atomic
def confirm_address(*, owner: int, email: str) -> bool:
    """Let mail go to an address again; return whether it had refused any."""
    found = MailRefusal.objects.filter(owner=owner, email=email.lower())
    n, _ = found.delete()
    return bool(n)


@transaction.atomic
def ask_address(*, viewer: Person, now: datetime) -> None:
    """Send one mail to the viewer's address, by which they confirm it."""
    enqueue(owner=viewer, kind=ADDRESS_MAIL, now=now)


def confirm_token(owner: int, email: str) -> str:
    """Return what the address ends with that confirms a mail address."""
    return _signer().sign(f"{owner}.{email.lower()}")


def confirmed_by(token: str) -> tuple[Person, str] | None:
    """Return whose address a token confirms; None for an old one or one made up."""
    try:
        text = _signer().unsign(token, max_age=CONFIRM_WITHIN)
        owner, _, email = text.partition(".")
        found = Person.objects.filter(pk=int(owner), is_active=True, sample_of=None)
    except (BadSignature, ValueError):
        return None
    person = found.first()
    return (person, email) if person else None


def _signer() -> TimestampSigner:
    return TimestampSigner(salt="plait.mail.confirm")
