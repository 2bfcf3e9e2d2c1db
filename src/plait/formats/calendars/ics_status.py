"""Whether an event asks time of the person whose calendar it is.

What is free, declined, or only may be, asks none.
"""

from collections import Counter

from plait.formats.calendars.ics_text import RawCalendar, RawEvent

_NO_TIME = ("DECLINED", "TENTATIVE", "DELEGATED")
_FREE = ("FREE", "TENTATIVE")
# In so many meetings somebody must be for the calendar to be theirs.
_LEAST_MEETINGS = 3
_MOST_ADDRESSES = 5_000


def owner_of(calendar: RawCalendar) -> str:
    """Return whose calendar it is, as an address in small letters; "" if not told.

    Google calls a calendar by its owner's address, Outlook names the owner apart.
    Else it is the one person who is in every meeting of the calendar.
    """
    for named in (calendar.owner, calendar.name):
        address = named.strip().casefold().removeprefix("mailto:")
        if "@" in address and " " not in address:
            return address
    meetings: Counter[str] = Counter()
    n = 0
    for event in calendar.events:
        present = {address for address, _ in event.people} | {event.organiser}
        if not event.people:
            continue
        n += 1
        meetings.update(present - {""})
        if len(meetings) > _MOST_ADDRESSES:
            break
    in_all = [address for address, times in meetings.items() if times == n]
    return in_all[0] if n >= _LEAST_MEETINGS and len(in_all) == 1 else ""


def is_busy(event: RawEvent, owner: str) -> bool:
    """Return whether an event asks time of the calendar's owner."""
    if _value(event, "TRANSP") == "TRANSPARENT":
        return False
    if _value(event, "X-MICROSOFT-CDO-BUSYSTATUS") in _FREE:
        return False
    if _value(event, "STATUS") == "TENTATIVE":
        return False
    answers = dict(event.people)
    if owner in answers:
        return answers[owner] not in _NO_TIME
    # Nobody knows whose it is; but where all the others declined nothing takes place.
    others = [answer for who, answer in event.people if who != event.organiser]
    return not others or any(answer != "DECLINED" for answer in others)


def _value(event: RawEvent, name: str) -> str:
    found = event.first(name)
    return found.value.strip().upper() if found else ""
