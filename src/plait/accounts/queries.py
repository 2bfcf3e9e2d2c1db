"""The only reads of people."""

from plait.accounts.models import Person
from plait.domain.errors import PlaitError


class NobodyHere(PlaitError):
    """The book has no such person."""


def person_named(*, sign_in_name: str) -> Person | None:
    """Return the person who signs in with that name, None if nobody does."""
    return Person.objects.filter(sign_in_name=sign_in_name, sample_of=None).first()


def only_person() -> Person:
    """Return the one person of a book on their own machine.

    Raise `NobodyHere` where there is nobody yet, or more than one.
    """
    people = list(Person.objects.filter(is_active=True, sample_of=None)[:2])
    if len(people) == 1:
        return people[0]
    if people:
        raise NobodyHere(
            "This book is kept by several people",
            fix="Say who you are: set PLAIT_PERSON to your sign-in name.",
        )
    raise NobodyHere(
        "There is no book here yet", fix='Begin one with: plait init --name "Your name"'
    )


def n_people() -> int:
    """Return how many people keep a book here."""
    return Person.objects.filter(sample_of=None).count()


def sample_of(*, viewer: Person, pk: int) -> Person | None:
    """Return the person's copy of the sample by its key, None if there is none."""
    return Person.objects.filter(pk=pk, sample_of=viewer).first()


def sample_keys(*, viewer: Person) -> list[int]:
    """Return the keys of the person's copies of the sample."""
    return list(Person.objects.filter(sample_of=viewer).values_list("pk", flat=True))


def others_than(*, viewer: Person) -> bool:
    """Return whether anybody else keeps a book here, the viewer's sample aside."""
    return Person.objects.exclude(pk=viewer.pk).exclude(sample_of=viewer).exists()
