"""What a steward may do: whom the server lets in. Never into anybody's book."""

from django.db import transaction

from plait.accounts.models import Person
from plait.accounts.sign_ins import end_sessions
from plait.domain.errors import PlaitError


class NoSteward(PlaitError):
    """Whoever asks does not look after this server."""


class LastSteward(PlaitError):
    """The server would have nobody left who looks after it."""


def steward_only(viewer: Person) -> None:
    """Raise `NoSteward` unless the viewer looks after this server."""
    if not viewer.is_steward:
        raise NoSteward("You do not look after this server")


def people(*, viewer: Person) -> list[Person]:
    """Return who has an account here, by name; a steward sees no more of them."""
    steward_only(viewer)
    rows = Person.objects.filter(sample_of=None).order_by("name", "pk")
    return list(rows.only("name", "is_active", "is_steward", "created_at"))


@transaction.atomic
def suspend(*, viewer: Person, pk: int) -> None:
    """Let somebody in no more, and end their sessions; nothing of theirs is lost."""
    person = _other(viewer, pk)
    person.is_active = False
    person.save(update_fields=["is_active"])
    end_sessions(person=person)


@transaction.atomic
def let_in_again(*, viewer: Person, pk: int) -> None:
    """Let somebody in again who was suspended."""
    person = _other(viewer, pk)
    person.is_active = True
    person.save(update_fields=["is_active"])


@transaction.atomic
def hand_over(*, viewer: Person, pk: int) -> None:
    """Let another person look after this server, and no longer oneself."""
    person = _other(viewer, pk)
    if not person.is_active:
        raise LastSteward("Whoever looks after the server must be able to sign in")
    person.is_steward, viewer.is_steward = True, False
    person.save(update_fields=["is_steward"])
    viewer.save(update_fields=["is_steward"])


def _other(viewer: Person, pk: int) -> Person:
    steward_only(viewer)
    others = Person.objects.filter(sample_of=None).exclude(pk=viewer.pk)
    found = others.select_for_update().filter(pk=pk).first()
    if found is None:
        raise NoSteward("There is no such person here")
    return found
