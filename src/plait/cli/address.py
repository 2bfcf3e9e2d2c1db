"""Where the app answers: the link that signs in there, and a secret calendar's."""

from typing import TYPE_CHECKING

from plait.cli import run

if TYPE_CHECKING:
    from plait.accounts.models import Person


def sign_in_address(person: "Person", host: str, port: int) -> str:
    """Return an address that signs the person in once."""
    from plait.accounts.operations import make_link

    token = make_link(person=person, now=run.now())
    return _address("sign_in_link", token, host, port)


def reminder_feed_address(token: str, host: str, port: int) -> str:
    """Return the address of the reminders that a token opens."""
    return _address("reminder_feed", token, host, port)


def feed_address(token: str, host: str, port: int) -> str:
    """Return the address of the calendar that a token opens."""
    return _address("calendar_feed", token, host, port)


def _address(page: str, token: str, host: str, port: int) -> str:
    from django.urls import reverse

    return f"http://{host}:{port}{reverse(page, args=[token])}"
