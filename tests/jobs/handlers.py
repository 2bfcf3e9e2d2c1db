"""Work for tests: what it does can be counted."""

import random
import time

from django.db import transaction
from django.db.models import F

from plait.accounts.models import Person
from plait.domain.errors import PlaitError
from plait.jobs.kinds import JobKind

COUNTED = JobKind(name="counted", handler="tests.jobs.handlers:count", attempts=100)
REFUSED = JobKind(name="refused", handler="tests.jobs.handlers:refuse")
FAULTY = JobKind(name="faulty", handler="tests.jobs.handlers:break_down", attempts=2)


def count(work):
    """Add one to the person's minutes of travel, and say so at the same time."""
    time.sleep(random.random() * work.job.arguments.get("seconds", 0))  # noqa: S311  # when it is killed is left to chance
    with transaction.atomic():
        counted = Person.objects.filter(pk=work.job.owner_id)
        counted.update(travel_minutes=F("travel_minutes") + 1)
        time.sleep(random.random() * work.job.arguments.get("seconds", 0))  # noqa: S311  # the same
        work.finish({"counted": 1})


def refuse(work):
    """Say that it cannot be done."""
    raise PlaitError("This cannot be done", value="as it is", fix="Leave it.")


def break_down(work):
    """Meet a fault."""
    raise ValueError("the name of a patient")
