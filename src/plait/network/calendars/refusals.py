"""What a server's refusal means, in words."""

from plait.domain.errors import PlaitError
from plait.network.calendars.address import place_of
from plait.network.http_client import Answer


class TurnedAway(PlaitError):
    """The server wants another user or password, or lets nobody in."""


class NothingThere(PlaitError):
    """The server knows no such address."""


class ServerRefusal(PlaitError):
    """The server could not answer, or not this question."""


def refuse_failure(answer: Answer, *, has_login: bool) -> None:
    """Raise what a status outside 200 to 299 means."""
    status, display = answer.status, place_of(answer.address).display
    if 200 <= status < 300:
        return
    if status == 401 and not has_login:
        raise TurnedAway(
            "This calendar asks who you are",
            value=display,
            fix="Give the user and the password, or the secret address for sharing.",
        )
    if status in (401, 403):
        raise TurnedAway(
            "This server lets nobody in with this user and password",
            value=display,
            fix="Check both; many services want a password made for one app.",
        )
    if status in (404, 410):
        raise NothingThere(
            "There is no calendar at this address, or no longer",
            value=display,
            fix="Copy the address from your calendar again.",
        )
    if status == 429:
        raise ServerRefusal(
            "This server was asked too often", value=display, fix="Wait for an hour."
        )
    if status >= 500:
        raise ServerRefusal(
            "This server cannot answer just now",
            value=f"{display}, {status}",
            fix="Try again later.",
        )
    raise ServerRefusal(
        "This server does not answer this question",
        value=f"{display}, {status}",
        fix="Check whether the address is that of a calendar.",
    )
