"""Where the app answers: the link that signs in there, and a secret calendar's."""

from typing import TYPE_CHECKING

from plait.cli import run

if TYPE_CHECKING:
    from plait.accounts.models import Person


def sign_in_address(person: "Person", host: str, port: int) -> str:
    """Return an address that signs the person in once."""
    from django.urls import reverse

    from plait.accounts.operations import make_link

    token = make_link(person=person, now=run.now())
    return f"http://{host}:{port}{reverse('sign_in_link', args=[token])}"


def reminder_feed_address(token: str, host: str, port: int) -> str:
    """Return the address of the reminders that a token opens."""
    from django.urls import reverse

    return f"http://{host}:{port}{reverse('reminder_feed', args=[token])}"


def feed_address(token: str, host: str, port: int) -> str:
    """Return the address of the calendar that a token opens."""
    from django.urls import reverse

    return f"http://{host}:{port}{reverse('calendar_feed', args=[token])}"
