"""Payers by all their names, and accounts of one's own."""

from collections import Counter, defaultdict

from plait.accounts.models import Person
from plait.book.models import Account, PayerName, Payment
from plait.book.payer_names import payer_names
from plait.book.queries.lists import NotThere
from plait.domain.rules import plain

Names = tuple[tuple[str, int], ...]


def payers(*, viewer: Person) -> tuple[tuple[str, Names], ...]:
    """Return each payer with the names it pays under and how often, most first."""
    named = payer_names(viewer)
    paid = Payment.objects.filter(owner=viewer, amount_minor__gt=0).exclude(payer="")
    times: dict[str, Counter[str]] = defaultdict(Counter)
    by_key: dict[str, str] = {}
    for payer in paid.order_by("-booked_on").values_list("payer", flat=True):
        name = named.of(payer)
        by_key.setdefault(plain(name), name)
        times[plain(name)][payer] += 1
    found = [
        (by_key[key], tuple(sorted(n.items(), key=lambda one: (-one[1], one[0]))))
        for key, n in times.items()
    ]
    return tuple(sorted(found, key=lambda one: -sum(n for _, n in one[1])))


def payer_alias(*, viewer: Person, alias: str) -> PayerName:
    """Return that a name counts as another's; raise `NotThere`."""
    found = PayerName.objects.filter(owner=viewer, alias=plain(alias)).first()
    if found is None:
        raise NotThere(
            "This name counts as no other's",
            value=alias,
            fix="See the names with: plait payer list.",
        )
    return found


def accounts(*, viewer: Person) -> list[Account]:
    """Return the viewer's accounts by name."""
    return [*Account.objects.filter(owner=viewer).order_by("name", "identifier")]


def account_numbered(*, viewer: Person, pk: int) -> Account:
    """Return one account; raise `NotThere`."""
    found = Account.objects.filter(owner=viewer, pk=pk).first()
    if found is None:
        raise NotThere("There is no such account", value=str(pk))
    return found


def account_of(*, viewer: Person, identifier: str) -> Account:
    """Return an account by its number or name, or raise `NotThere`."""
    held = Account.objects.filter(owner=viewer)
    wanted = "".join(identifier.split()).casefold()
    for one in held.order_by("pk"):
        if wanted in {
            "".join(text.split()).casefold() for text in (one.identifier, one.name)
        }:
            return one
    raise NotThere(
        "There is no account of that number",
        value=identifier,
        fix="See them with: plait account list.",
    )
