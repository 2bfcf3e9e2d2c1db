"""Whether titles of events are kept: as said for an import, or for a calendar."""

from plait.accounts.models import Person
from plait.book.models import CalendarTitles
from plait.domain.records import EventLine, Line


class TitleChoice:
    """Whether titles are kept: as said for this import, else for the calendar, else not."""

    def __init__(self, viewer: Person, asked: bool | None = None) -> None:  # noqa: FBT001  # None, yes or no
        self.asked = asked
        self._by_name = titles_kept(viewer)

    def keeps(self, calendar: str) -> bool:
        """Return whether the titles of this calendar are kept."""
        if self.asked is not None:
            return self.asked
        return self._by_name.get(calendar[:200], False)

    def kept_of(self, line: Line) -> Line:
        """Return a line as it is kept: an event without its title where that goes."""
        if not isinstance(line, EventLine) or line.fingerprint is not None:
            return line
        is_kept = self.keeps(line.calendar)
        return line if is_kept else line._replace(title="", location="")


def titles_kept(viewer: Person) -> dict[str, bool]:
    """Return what was said of calendars, by the name that their events bear."""
    chosen = CalendarTitles.objects.filter(owner=viewer)
    return dict(chosen.values_list("name", "is_kept"))
