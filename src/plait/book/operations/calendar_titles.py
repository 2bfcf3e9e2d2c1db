"""Whether the titles and places of a calendar's events are kept: the person says so.

A work calendar may name patients or clients, who never agreed to stand in a book.
"""

from collections.abc import Iterable

from django.db.models import Q

from plait.accounts.models import Person
from plait.book.journal_titles import forget_in_journal
from plait.book.models import CalendarSource, CalendarTitles, Event
from plait.book.models.recording import Recorder
from plait.book.operations.writing import book_of
from plait.book.queries.calendars import batches_of_calendar
from plait.domain.rules import RuleField


def keep_titles(*, viewer: Person, name: str, keeps: bool) -> int:
    """Keep the titles of a calendar's events from now on, or no longer.

    Returns how many events lost theirs: those that stand in the book are blanked at
    once, in the history too. The events themselves stay as they are.
    """
    with book_of(viewer, what="keep_titles") as recorder:
        CalendarTitles.objects.update_or_create(
            owner=viewer, name=name[:200], defaults={"is_kept": keeps}
        )
        if keeps:
            return 0
        which = Q(owner=viewer, calendar=name[:200])
        return _blank(viewer, recorder, which, name[:200])


def restore_titles(*, viewer: Person, names: Iterable[str]) -> None:
    """Keep the titles of calendars that had them in another book of the person's own.

    What was said of a calendar here goes before.
    """
    with book_of(viewer, what="keep_titles"):
        for name in names:
            CalendarTitles.objects.get_or_create(
                owner=viewer, name=name[:200], defaults={"is_kept": True}
            )


def keep_titles_of(*, viewer: Person, source: CalendarSource, keeps: bool) -> int:
    """Keep the titles of a followed calendar's events, or no longer; see `keep_titles`.

    Those that were not kept come in when the calendar is looked at again.
    """
    with book_of(viewer, source, what="keep_titles") as recorder:
        source.keeps_titles = keeps
        # What the server sent last is forgotten, so that it sends everything again.
        source.etag = source.modified = source.sync_token = ""
        source.save(update_fields=["keeps_titles", "etag", "modified", "sync_token"])
        if keeps:
            return 0
        batches = batches_of_calendar(viewer=viewer, source=source).order_by()
        which = Q(owner=viewer, batch__in=batches.values("pk"))
        return _blank(viewer, recorder, which)


def _blank(viewer: Person, recorder: Recorder, which: Q, calendar: str = "") -> int:
    """Blank titles and places; neither the history nor a rule keeps what they were.

    What a rule on the title placed stays where it is, as if placed by hand: without
    its title no rule would find it again.
    """
    titled = Event.objects.filter(which, owner=viewer).exclude(title="", location="")
    keys = list(titled.values_list("pk", flat=True))
    with recorder.paused():
        by_title = titled.filter(rule__field=RuleField.TITLE)
        by_title.update(rule=None)
        for first in range(0, len(keys), 500):
            piece = Event.objects.filter(pk__in=keys[first : first + 500])
            piece.update(title="", location="")
    forget_in_journal(recorder.owner, set(keys), calendar)
    return len(keys)
