"""What is noted when somebody signs in, whichever way they came."""

from django.conf import settings
from django.http import HttpRequest

from plait.accounts.models import Person
from plait.accounts.sign_ins import note_sign_in
from plait.web import clock
from plait.web.known_device import mark_of


def note(*, request: HttpRequest | None, user: Person, **_: object) -> None:
    """Note the device; called by Django once somebody is signed in."""
    key = request.session.session_key if request is not None else None
    if request is None or key is None:
        return
    agent = request.headers.get("User-Agent", "")
    mark = mark_of(request) if settings.SERVER else ""
    note_sign_in(person=user, session_key=key, now=clock.now(), agent=agent, mark=mark)
