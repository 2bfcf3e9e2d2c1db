"""Letting people join a server of several: by a mail to their address alone."""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.core.validators import validate_email
from django.db import transaction
from django.forms import ValidationError
from django.urls import reverse

from plait.accounts.audit.notes import note, note_of_steward
from plait.accounts.models import Invitation, Person
from plait.domain.audit import Act
from plait.domain.errors import PlaitError

# Where a session keeps which invitation somebody came with: its number, no secret.
INVITATION = "invitation"
VALID_FOR = timedelta(days=7)


class NotInvited(PlaitError):
    """An invitation was used before, is too old, was withdrawn, or never was."""


class NoAddress(PlaitError):
    """What was typed is no mail address."""


@transaction.atomic
def invite(
    *,
    viewer: Person | None,
    email: str,
    language: str,
    now: datetime,
    makes_steward: bool = False,
) -> Invitation:
    """Return a new invitation; an earlier one to the address ends.

    `viewer` is the steward who asks; None is whoever runs the server's commands.
    Raise `NoAddress` for what is no mail address.
    """
    email = email.strip().lower()
    try:
        validate_email(email)
    except ValidationError as error:
        raise NoAddress(
            "This is no mail address",
            value=email,
            fix="Write one such as name@example.org.",
        ) from error
    Invitation.objects.filter(email=email, used_at=None).delete()
    if viewer is not None:
        act = Act.INVITED_STEWARD if makes_steward else Act.INVITED
        note_of_steward(steward=viewer, person=None, act=act, now=now)
    return Invitation.objects.create(
        email=email,
        language=language,
        makes_steward=makes_steward,
        invited_by=viewer,
        made_at=now,
        expires_at=now + VALID_FOR,
    )


def token_of(invitation: Invitation) -> str:
    """Return what the invitation's link ends with, signed with the server's key."""
    return _signer().sign(str(invitation.pk))


def address_of(invitation: Invitation) -> str:
    """Return the address that lets the invited one join."""
    path = reverse("invited", args=[token_of(invitation)])
    return f"{settings.SERVER_ADDRESS}{path}"


def invitation_of(*, token: str, now: datetime) -> Invitation:
    """Return an invitation that is still open; raise `NotInvited` otherwise."""
    try:
        found = open_invitation(pk=int(_signer().unsign(token)), now=now)
    except (BadSignature, ValueError):
        found = None
    if found is None:
        raise NotInvited(
            "This invitation does not work any more",
            fix="Ask whoever looks after this server for a new one.",
        )
    return found


def open_invitation(*, pk: int | None, now: datetime) -> Invitation | None:
    """Return the invitation if it is still open, None otherwise."""
    rows = Invitation.objects.filter(pk=pk or 0, used_at=None, expires_at__gt=now)
    return rows.first()


def has_steward() -> bool:
    """Return whether anybody looks after this server."""
    return Person.objects.filter(is_steward=True, is_active=True).exists()


def open_to_steward(*, email: str, now: datetime) -> Invitation | None:
    """Return the invitation that already lets this address look after the server."""
    rows = Invitation.objects.filter(makes_steward=True, used_at=None)
    mine = rows.filter(email=email.strip().lower(), expires_at__gt=now)
    return mine.order_by("-pk").first()


@transaction.atomic
def join(*, invitation: Invitation, person: Person, now: datetime) -> None:
    """Add the person whom the invitation lets in, and spend it.

    Of two who come at once by one invitation the second gets `NotInvited`.
    """
    rows = Invitation.objects.filter(pk=invitation.pk, used_at=None)
    if not rows.update(used_at=now):
        raise NotInvited("This invitation was used a moment ago", fix="Sign in.")
    person.created_at = now
    person.language = invitation.language
    person.is_steward = invitation.makes_steward
    person.save()
    note(owner=person, act=Act.JOINED, now=now)


def _signer() -> Signer:
    return Signer(salt="plait.invitation")
