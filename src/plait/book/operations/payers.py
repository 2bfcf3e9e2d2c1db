"""Payers under several names seen as one."""

from plait.accounts.models import Person
from plait.book.models import PayerName
from plait.book.operations.sorting import sort_again
from plait.book.operations.writing import book_of
from plait.domain.errors import PlaitError
from plait.domain.rules import plain

_LONGEST = 200


class NoPayer(PlaitError):
    """A name without a letter, or the same name twice."""


def join_payers(*, viewer: Person, alias: str, name: str) -> PayerName:
    """Let payments from one name count as from another, wherever payers are told.

    What was confirmed of either holds for both; the names in the records stay.
    """
    name, plain_alias = name.strip()[:_LONGEST], plain(alias)
    if not plain_alias or not plain(name) or plain(name) == plain_alias:
        raise NoPayer(
            "Joining takes two different names",
            value=alias.strip() or name,
            fix="Write both names as the payments have them.",
        )
    with book_of(viewer, what="join_payers"):
        held = PayerName.objects.filter(owner=viewer)
        # A name that was another's alias leads to that one; none leads in a circle.
        further = held.filter(alias=plain(name)).first()
        target = further.name if further else name
        if plain(target) == plain_alias:
            if further is not None:
                further.delete()
            target = name
        for one in held.all():
            if plain(one.name) == plain_alias:
                one.name = target
                one.save(update_fields=["name"])
        joined, _ = PayerName.objects.update_or_create(
            owner=viewer, alias=plain_alias, defaults={"name": target}
        )
        sort_again(viewer)
    return joined


def part_payer(*, viewer: Person, alias: PayerName) -> None:
    """Let a name be a payer of its own again."""
    with book_of(viewer, alias, what="part_payer"):
        alias.delete()
        sort_again(viewer)
