"""The job that removes whoever's week is over, every hour."""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings

from plait.accounts.leaving.after_restore import leave_again
from plait.accounts.leaving.removal import due_people, remove_person
from plait.domain.errors import PlaitError
from plait.jobs.kinds import Planned
from plait.jobs.running import Work


class Stopped(PlaitError):
    """The program is being closed; another goes on with it."""


def remove_due(work: Work) -> None:
    """Remove everybody whose week is over."""
    leave_again(now=work.now())
    for pk in due_people(now=work.now()):
        if not remove_person(pk=pk, now=work.now(), go_on=lambda: not work.is_over()):
            raise Stopped("Somebody's account is not removed yet")


def unplanned(now: datetime) -> Iterator[Planned]:
    """Yield the job, where several people share a server."""
    if settings.SERVER:
        yield Planned(0, "", now)
