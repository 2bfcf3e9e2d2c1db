"""What recurs, as it stands below a list of records."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import ngettext

from plait.book.queries.recurring import Occurrence, held_recurring
from plait.wording.records.recurring import figure_text
from plait.wording.words import Words

_LISTED = 40


@dataclass(frozen=True, slots=True)
class RecurringDay:
    """One day of what recurs, and where it opens."""

    title: str
    when: str
    figure: str
    colour: int
    url: str


@dataclass(frozen=True, slots=True)
class RecurringPart:
    """The days of a selection: how many there are, and the newest of them."""

    counted: str
    lines: tuple[RecurringDay, ...]
    n_more: int


def recurring_part(found: Sequence[Occurrence], words: Words) -> RecurringPart | None:
    """Return the part of the page, None where nothing recurs."""
    if not found:
        return None
    counted = ngettext(
        "Counted in the sum above: %(n)d day.",
        "Counted in the sum above: %(n)d days.",
        len(found),
    )
    lines = tuple(_line(one, words) for one in found[:_LISTED])
    n_more = max(0, len(found) - _LISTED)
    return RecurringPart(counted % {"n": len(found)}, lines, n_more)


def _line(one: Occurrence, words: Words) -> RecurringDay:
    held = held_recurring(one.row)
    figure = figure_text(words, held.amount, held.seconds)
    parts = (held.role_name, words.weekday(one.on, with_year=True))
    return RecurringDay(
        title=held.title or held.role_name or figure,
        when=" · ".join(filter(None, parts)),
        figure=figure,
        colour=held.colour,
        url=reverse("recurring_day", args=[one.row.pk, one.on.isoformat()]),
    )
