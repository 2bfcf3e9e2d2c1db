"""Where events take place: which of two need a journey from one to the other."""

import re

# Names that calendars give to meetings which nobody travels to.
_ONLINE = re.compile(
    r"://|\bwww\.|\b(online|remote|virtual|virtueel|video(call|bellen)?|phone|call"
    r"|telefo(on|nisch)|bellen|(ms )?teams|zoom|webex|skype|jitsi|hangouts|google meet"
    r"|facetime|whatsapp|signal|discord|slack)\b"
)
_WORD = re.compile(r"\w+")


def needs_journey(one: str, other: str) -> bool:
    """Return whether these are two places, both known, and neither of them online.

    >>> needs_journey("Town hall", "De Linde"), needs_journey("Town hall", "Zoom")
    (True, False)
    >>> needs_journey("Town hall", "town hall, room 3")
    False
    """
    if is_online(one) or is_online(other):
        return False
    here, there = words_of(one), words_of(other)
    # "Town hall, room 3" lies in "Town hall": one place, the second with more detail.
    return bool(here and there) and not (here <= there or there <= here)


def is_online(place: str) -> bool:
    """Return whether a place is a link, a telephone or a program to meet in."""
    return bool(_ONLINE.search(place.casefold()))


def words_of(place: str) -> frozenset[str]:
    """Return the words that name a place, without their signs and order."""
    return frozenset(_WORD.findall(place.casefold()))
