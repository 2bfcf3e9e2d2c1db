"""Whose hours? A team's export holds those of several people."""

from collections.abc import Collection

from plait.formats.source import Unreadable
from plait.formats.values import shorten

Person = tuple[str, str, str]


def chosen(people: Collection[Person], wanted: str) -> dict[Person, str]:
    """Return whose rows count and how each is called; refuse to guess whose.

    People are first name, surname, e-mail as in the file. Rows of one address
    are one person's, also under two names; rows without any name are not told
    apart.
    """
    names = {person: _name(person) for person in people}
    keys = _keys(names)
    known = {keys[person]: name for person, name in names.items() if keys[person]}
    if not known or (len(known) == 1 and not wanted):
        return names
    theirs = {keys[p] for p in people if wanted and _is(wanted, p, names[p])}
    if not theirs:
        raise Unreadable(
            "The person you chose is not in this export"
            if wanted
            else "This export holds the hours of several people",
            value=shorten(", ".join(known.values())),
            fix="Choose whose hours these are: --person NAME",
        )
    return {person: name for person, name in names.items() if keys[person] in theirs}


def _is(wanted: str, person: Person, name: str) -> bool:
    email = person[2].strip()
    return wanted.strip().casefold() in (name.casefold(), email.casefold())


def _name(person: Person) -> str:
    first, surname, email = (part.strip() for part in person)
    return f"{first} {surname}".strip() or email


def _keys(names: dict[Person, str]) -> dict[Person, str]:
    """Return what tells people apart: the address, else that known of the name."""
    address = {name: p[2].strip() for p, name in names.items() if p[2].strip()}
    return {
        person: (person[2].strip() or address.get(name, name)).casefold()
        for person, name in names.items()
    }
