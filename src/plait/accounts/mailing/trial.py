"""Trying whether the mail server takes mail: one job, carried out at once."""

import json
import secrets
import threading
from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.core.validators import validate_email
from django.forms import ValidationError

from plait.accounts.invitations import NoAddress
from plait.domain.errors import PlaitError
from plait.jobs.models import DONE
from plait.jobs.operations import enqueue
from plait.jobs.running import run_next

TRIAL_MAIL = "trial-mail"
"""The kind of the job that sends it; the room of mail carries it out."""


class NotTaken(PlaitError):
    """The mail server did not take the mail."""


def try_mail(*, email: str, language: str, clock: Callable[[], datetime]) -> str:
    """Send one mail now; return what took it: a server's name, or a folder.

    Raise `NotTaken` with what is wrong.
    """
    try:
        validate_email(email)
    except ValidationError as error:
        raise NoAddress(
            "This is no mail address",
            value=email,
            fix="Write one such as name@example.org.",
        ) from error
    arguments = {"email": email, "language": language}
    key = secrets.token_hex(8)
    job = enqueue(
        owner=None, kind=TRIAL_MAIL, key=key, arguments=arguments, now=clock()
    )
    never = threading.Event()
    run_next(clock=clock, kinds=[TRIAL_MAIL], is_stopping=never, pk=job.pk)
    job.refresh_from_db()
    if job.state != DONE:
        what, value, fix = json.loads(job.error)
        raise NotTaken(what, value=value, fix=fix)
    is_folder = "smtp" not in settings.EMAIL_BACKEND
    return str(settings.EMAIL_FILE_PATH if is_folder else settings.EMAIL_HOST)
