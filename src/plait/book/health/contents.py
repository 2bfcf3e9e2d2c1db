"""Can what is kept be read and meant: days, amounts, and the history of changes?"""

from collections import Counter
from collections.abc import Iterator

from plait.accounts.models import Person
from plait.book.journal import unpack
from plait.book.models import Change
from plait.book.queries.reach import beyond
from plait.domain.book_state import Fault, FaultKind


def contents_faults(using: str) -> Iterator[Fault]:
    """Yield records beyond all bounds, and changes that cannot be read."""
    counted: Counter[str] = Counter()
    for person in Person.objects.using(using):
        counted.update(beyond(viewer=person, using=using))
        yield from _history_faults(person, using)
    for kind, n in sorted((+counted).items()):
        yield Fault(FaultKind.BEYOND, kind, n)


def _history_faults(person: Person, using: str) -> Iterator[Fault]:
    held = Change.objects.using(using).filter(owner=person).order_by("number")
    spoiled = [
        number
        for number in held.values_list("number", flat=True)
        if not _is_readable(person, number, using)
    ]
    if spoiled:
        numbers = ", ".join(map(str, spoiled[:5]))
        yield Fault(FaultKind.HISTORY, numbers, len(spoiled))


def _is_readable(person: Person, number: int, using: str) -> bool:
    try:
        change = Change.objects.using(using).get(owner=person, number=number)
        for _ in unpack(change.rows):
            pass
    except (ValueError, TypeError, KeyError, AttributeError, LookupError):
        return False  # no JSON, or JSON that is no change
    return True
