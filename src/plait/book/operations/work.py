"""What a role's work is: its occupation, place and skills, and the sector it is in."""

import re

from plait.accounts.models import Person
from plait.book.models import Organisation
from plait.domain.errors import PlaitError

MOST_SKILLS = 300
_LONGEST = {"place": 100, "sector": 100, "skills": MOST_SKILLS}
_CODE = re.compile(r"\d{2,4}", re.ASCII)


class BadWork(PlaitError):
    """An occupation that is no code, or a text longer than the table holds."""


def check_work(**told: object) -> None:
    """Raise `BadWork` for an occupation that is no code, or a text too long."""
    code = str(told.get("occupation", ""))
    if code and not _CODE.fullmatch(code):
        raise BadWork(
            "An occupation is kept as its ISCO-08 code",
            value=code[:40],
            fix="Write two to four digits, such as 2424.",
        )
    for name, most in _LONGEST.items():
        text = str(told.get(name, ""))
        if len(text) > most:
            raise BadWork(
                "This text is longer than its column",
                value=f"{name}: {text[:40]}…",
                fix="Write a shorter one.",
            )


def skills_as_text(text: str) -> str:
    """Return skills with one comma between them, each once.

    >>> skills_as_text(" budgets,, chairing , Budgets")
    'budgets, chairing'
    """
    once: dict[str, str] = {}
    for part in (" ".join(part.split()) for part in text.split(",")):
        once.setdefault(part.casefold(), part)
    return ", ".join(filter(None, once.values()))


def organisation_of(
    viewer: Person, name: str, sector: str | None = None
) -> Organisation:
    """Return the person's organisation of that name, in that sector where told."""
    place, _ = Organisation.objects.get_or_create(owner=viewer, name=name)
    if sector is not None and sector != place.sector:
        place.sector = sector
        place.save(update_fields=["sector"])
    return place
