"""What a steward may do: whom the server lets in. Never into anybody's book."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from plait.accounts.audit.notes import note, note_of_steward
from plait.accounts.invitations import invite
from plait.accounts.models import Invitation, Person
from plait.accounts.sign_ins import end_sessions
from plait.domain.audit import Act
from plait.domain.errors import PlaitError
from plait.jobs.operations import enqueue

INVITATION_MAIL = "invitation-mail"
"""The kind of the job that sends an invitation; the room of mail carries it out."""


class NoSteward(PlaitError):
    """Whoever asks does not look after this server."""


class LastSteward(PlaitError):
    """The server would have nobody left who looks after it."""


def steward_only(viewer: Person) -> None:
    """Raise `NoSteward` unless the viewer looks after this server."""
    if not viewer.is_steward:
        raise NoSteward("You do not look after this server")


def people(*, viewer: Person | None, named: str = "") -> QuerySet[Person]:
    """Return who has an account here, by name; a steward sees no more of them.

    `named` is a part of their name. Here and below `viewer` is the steward who asks;
    None is whoever runs the server's commands.
    """
    if viewer is not None:
        steward_only(viewer)
    rows = Person.objects.filter(sample_of=None, name__icontains=named)
    seen = ("name", "is_active", "is_steward", "created_at")
    return rows.order_by("name", "pk").only(*seen, "leaves_at", "leaves_because")


def person_numbered(*, viewer: Person, pk: int) -> Person:
    """Return another person with an account here; raise `NoSteward`."""
    steward_only(viewer)
    others = Person.objects.filter(sample_of=None).exclude(pk=viewer.pk)
    found = others.filter(pk=pk).first()
    if found is None:
        raise NoSteward("There is no such person here")
    return found


@transaction.atomic
def invite_by_mail(
    *, viewer: Person, email: str, language: str, now: datetime
) -> Invitation:
    """Return a new invitation, whose mail is sent by a job asked for with it."""
    steward_only(viewer)
    invitation = invite(viewer=viewer, email=email, language=language, now=now)
    enqueue(
        owner=None,
        kind=INVITATION_MAIL,
        key=str(invitation.pk),
        arguments={"invitation": invitation.pk},
        now=now,
    )
    return invitation


def open_invitations(*, viewer: Person, now: datetime) -> list[Invitation]:
    """Return those that were not used yet and still can be, the newest first."""
    steward_only(viewer)
    rows = Invitation.objects.filter(used_at=None, expires_at__gt=now)
    return list(rows.order_by("-made_at", "-pk"))


@transaction.atomic
def withdraw(*, viewer: Person, pk: int, now: datetime) -> None:
    """End an invitation that was not used yet."""
    steward_only(viewer)
    n, _ = Invitation.objects.filter(pk=pk, used_at=None).delete()
    if n:
        act = Act.INVITATION_WITHDRAWN
        note_of_steward(steward=viewer, person=None, act=act, now=now)


@transaction.atomic
def suspend(*, viewer: Person | None, pk: int, now: datetime) -> None:
    """Let somebody in no more, and end their sessions; nothing of theirs is lost."""
    person = _other(viewer, pk)
    person.is_active = False
    person.save(update_fields=["is_active"])
    end_sessions(person=person)
    _note(viewer, person, Act.SUSPENDED, now)


@transaction.atomic
def let_in_again(*, viewer: Person | None, pk: int, now: datetime) -> None:
    """Let somebody in again who was suspended."""
    person = _other(viewer, pk)
    person.is_active = True
    person.save(update_fields=["is_active"])
    _note(viewer, person, Act.LET_IN_AGAIN, now)


@transaction.atomic
def hand_over(*, viewer: Person, pk: int, now: datetime) -> None:
    """Let another person look after this server, and no longer oneself."""
    person = _other(viewer, pk)
    if not person.is_active or person.leaves_at is not None:
        raise LastSteward("Whoever looks after the server must be able to sign in")
    person.is_steward, viewer.is_steward = True, False
    person.save(update_fields=["is_steward"])
    viewer.save(update_fields=["is_steward"])
    note_of_steward(steward=viewer, person=person, act=Act.HANDED_OVER, now=now)


@transaction.atomic
def make_steward(*, viewer: None, pk: int, now: datetime) -> None:
    """Let somebody look after this server, beside others: for commands alone."""
    person = _other(viewer, pk)
    if not person.is_active or person.leaves_at is not None:
        raise LastSteward("Whoever looks after the server must be able to sign in")
    person.is_steward = True
    person.save(update_fields=["is_steward"])
    _note(viewer, person, Act.HANDED_OVER, now)


def _note(viewer: Person | None, person: Person, act: Act, now: datetime) -> None:
    if viewer is None:
        note(owner=person, act=act, now=now)
    else:
        note_of_steward(steward=viewer, person=person, act=act, now=now)


def _other(viewer: Person | None, pk: int) -> Person:
    others = Person.objects.filter(sample_of=None)
    if viewer is not None:
        steward_only(viewer)
        others = others.exclude(pk=viewer.pk)
    found = others.select_for_update().filter(pk=pk).first()
    if found is None:
        raise NoSteward("There is no such person here")
    return found
