"""Whether a signed file is for whoever brings it in."""

from datetime import date, datetime, timedelta

from django.conf import settings

from plait.accounts.models import Person, SigningKey
from plait.domain.errors import PlaitError
from plait.formats.signed import Statement

# Clocks of two machines, and days of two parts of the world, differ so much at most.
_AHEAD = timedelta(days=1)


class NotForYou(PlaitError):
    """The file was made for somebody else."""


class FileOver(PlaitError):
    """The last day of the file is over."""


class FromLater(PlaitError):
    """The file says that it was made at a time that has not come."""


def check_for(
    *, viewer: Person, statement: Statement, today: date, now: datetime
) -> None:
    """Refuse what is for somebody else, over, or from a time to come.

    A name says nothing that could be looked at. A mail address is compared where the
    viewer has proven theirs: on a server.
    """
    if statement.expires_on < today:
        raise FileOver(
            "The last day of this file is over",
            value=statement.expires_on.isoformat(),
            fix="Ask whoever sent it for a new one.",
        )
    if statement.made_at > now + _AHEAD:
        raise FromLater(
            "This file says that it was made at a time that has not come yet",
            value=statement.made_at.date().isoformat(),
            fix="Look whether the clock of this machine is right.",
        )
    kind, _, value = statement.audience.partition(":")
    if not _is_for(viewer, kind, value):
        raise NotForYou(
            "This file was made for somebody else",
            value=value if kind == "mailto" else "",
            fix="Ask whoever sent it to make one for the mail address you have here.",
        )


def _is_for(viewer: Person, kind: str, value: str) -> bool:
    if kind == "name":
        return True
    if kind == "number":
        numbers = SigningKey.objects.filter(owner=viewer.pk)
        return value in {str(one.number) for one in numbers}
    return kind == "mailto" and _has_address(viewer, value)


def _has_address(viewer: Person, address: str) -> bool:
    if not settings.SERVER:
        return True
    from allauth.account.models import EmailAddress

    mine = EmailAddress.objects.filter(user=viewer.pk, verified=True)
    return bool(mine.filter(email__iexact=address).exists())
