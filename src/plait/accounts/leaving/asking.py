"""Asking to leave, and taking that back within the week."""

from datetime import datetime, timedelta
from functools import partial

from django.conf import settings
from django.db import transaction

from plait.accounts.audit.notes import note, note_of_steward
from plait.accounts.leaving.noted import Happened, add_note
from plait.accounts.leaving.parts import end_at_once
from plait.accounts.models import Person, SignInLink
from plait.accounts.sign_ins import end_sessions
from plait.accounts.stewardship import LastSteward, NoSteward, steward_only
from plait.domain.audit import Act
from plait.domain.errors import PlaitError
from plait.jobs.operations import enqueue

GRACE = timedelta(days=7)
LEAVING_MAIL = "leaving-mail"
"""The kind of the job that tells somebody of it; the room of mail carries it out."""
LONGEST_REASON = 300


class NotLeaving(PlaitError):
    """Nothing was asked for, it is too late, or whoever looks after the server asked."""


class ReasonMissing(PlaitError):
    """Whoever deletes another says why."""


@transaction.atomic
def ask_to_leave(*, viewer: Person, now: datetime) -> datetime:
    """Begin the week after which all of the viewer's is removed; return its end.

    Sessions and feeds end, and what others hold of them is blanked. Raise
    `LastSteward` where others would have nobody who looks after the server.
    """
    person = _locked(viewer.pk)
    _refuse_last_steward(person)
    note(owner=person, act=Act.DELETION_ASKED, now=now)
    return _begin(person, now, because="", happened=Happened.ASKED)


@transaction.atomic
def take_back(*, viewer: Person, now: datetime) -> None:
    """Stay; raise `NotLeaving` after the week, or where the steward asked for it."""
    person = _locked(viewer.pk)
    if person.leaves_because:
        raise NotLeaving(
            "Whoever looks after this server asked for it",
            fix="Write to them if it is a mistake.",
        )
    _stay(person, now)
    note(owner=person, act=Act.DELETION_UNDONE, now=now)


@transaction.atomic
def delete_by_steward(
    *, viewer: Person | None, pk: int, because: str, now: datetime
) -> datetime:
    """Begin the week for another person; they read why. Return its end.

    `viewer` is the steward; None is whoever runs the server's commands.
    """
    person = _another(viewer, pk)
    because = " ".join(because.split())[:LONGEST_REASON]
    if not because:
        raise ReasonMissing("There is no reason", fix="Say why, for them to read.")
    _refuse_last_steward(person)
    if viewer is not None:
        act = Act.DELETION_BY_STEWARD
        note_of_steward(steward=viewer, person=person, act=act, now=now)
    else:
        note(owner=person, act=Act.DELETION_BY_STEWARD, now=now)
    happened = Happened.ASKED_BY_STEWARD
    return _begin(person, now, because=because, happened=happened)


@transaction.atomic
def keep_by_steward(*, viewer: Person | None, pk: int, now: datetime) -> None:
    """Let somebody stay whom a steward asked to be deleted."""
    person = _another(viewer, pk)
    if not person.leaves_because:
        raise NotLeaving("They asked for it themselves, or nobody did")
    _stay(person, now)
    note(owner=person, act=Act.DELETION_UNDONE, now=now)


def _begin(
    person: Person, now: datetime, *, because: str, happened: Happened
) -> datetime:
    if person.leaves_at is not None and (person.leaves_because or not because):
        return person.leaves_at
    due = person.leaves_at = min(person.leaves_at or now + GRACE, now + GRACE)
    person.leaves_because = because
    person.save(update_fields=["leaves_at", "leaves_because"])
    shut_out(person, now)
    enqueue(owner=person, kind=LEAVING_MAIL, now=now)
    # Where a kill comes between, it is only not known to a backup from before.
    written = partial(_note, person, happened, now, due)
    transaction.on_commit(written)
    return due


def shut_out(person: Person, now: datetime) -> None:
    """End every session, link and feed, and what others hold of the person."""
    end_sessions(person=person)
    SignInLink.objects.filter(owner=person).delete()
    end_at_once(owner=person.pk, now=now)


def _stay(person: Person, now: datetime) -> None:
    if person.leaves_at is None or person.leaves_at <= now:
        raise NotLeaving("The week is over, or nothing was asked for")
    person.leaves_at, person.leaves_because = None, ""
    person.save(update_fields=["leaves_at", "leaves_because"])
    # Before it holds: otherwise a kill in between would delete who wants to stay.
    _note(person, Happened.STAYS, now, None)


def _note(
    person: Person, happened: Happened, now: datetime, due: datetime | None
) -> None:
    joined_at = person.created_at
    add_note(owner=person.pk, joined_at=joined_at, happened=happened, now=now, due=due)


def _locked(pk: int) -> Person:
    if not settings.SERVER:
        raise NotLeaving("On your own machine everything is deleted at once")
    return Person.objects.select_for_update(no_key=True).get(pk=pk)


def _another(viewer: Person | None, pk: int) -> Person:
    if viewer is not None:
        steward_only(viewer)
    others = Person.objects.filter(sample_of=None)
    if viewer is not None:
        others = others.exclude(pk=viewer.pk)
    if not others.filter(pk=pk).exists():
        raise NoSteward("There is no such person here")
    return _locked(pk)


def _refuse_last_steward(person: Person) -> None:
    """Somebody who stays must look after the server."""
    stay = Person.objects.filter(sample_of=None, leaves_at=None)
    stay = stay.exclude(pk=person.pk)
    has_other = stay.filter(is_steward=True, is_active=True).exists()
    if person.is_steward and not has_other and stay.exists():
        raise LastSteward(
            "Nobody else looks after this server",
            fix="Hand it over first, then delete your account.",
        )
