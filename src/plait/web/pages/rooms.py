"""The rooms of a server that need no book: what its front page and its navigation list.

A room that is built adds itself to `ROOMS`, and marks its views (`web.bookless`).
"""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import resolve, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plait.accounts.models import Person
from plait.web.bookless import is_open


@dataclass(frozen=True)
class Room:
    """A room: the name of its address, what it is called, what one does there."""

    url_name: str
    title: str | Promise
    text: str | Promise


ROOMS: tuple[Room, ...] = (
    Room("received_list", _("Shown to you"), _("What others chose to show you.")),
)

_SETTINGS = Room(
    "settings", _("Settings"), _("Your name, your language, your colours and clock.")
)
_DEVICES = Room(
    "devices", _("Where you are signed in"), _("Every device; sign out from each.")
)
_STEWARD = Room(
    "server", _("Look after this server"), _("Who is let in, who is invited.")
)


def rooms_for(request: HttpRequest) -> list[Room]:
    """Return the rooms that are open to whoever asks, the useful ones first."""
    person = request.user
    is_steward = isinstance(person, Person) and person.is_steward
    listed = (*ROOMS, _SETTINGS, _DEVICES, *((_STEWARD,) if is_steward else ()))
    return [
        room
        for room in listed
        if is_open(request, resolve(reverse(room.url_name)).func)
    ]


def bookless_page(request: HttpRequest, url_name: str) -> dict[str, Any]:
    """Return what a page without a book knows: the rooms, and which of them it is in."""
    return {"rooms": rooms_for(request), "room": url_name}
