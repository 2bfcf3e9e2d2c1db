"""Mail about an account itself, such as a code: asked for here, sent by a job.

What it says, a code or a link, is sealed until it is sent, and forgotten then.
"""

import json
import secrets
from datetime import datetime, timedelta
from typing import Any

from plait.accounts.models import Person
from plait.accounts.sealing import seal, unseal
from plait.jobs.operations import enqueue

ACCOUNT_MAIL = "account-mail"
"""The kind of the job that sends it; the room of mail carries it out."""
# What allauth hands on that a mail says, beside whom it is for.
_FIELDS = (
    *("code", "password_reset_url", "activate_url"),
    *("from_email", "to_email", "deleted_email"),
)
# A code is worth nothing later; a link lasts longer.
_CODE_FOR, _OTHERS_FOR = timedelta(minutes=15), timedelta(days=1)


def send_later(
    *, prefix: str, email: str, context: dict[str, Any], language: str, now: datetime
) -> None:
    """Ask for a mail of allauth's; `prefix` is what allauth calls it."""
    fields = {name: str(context[name]) for name in _FIELDS if context.get(name)}
    until = now + (_CODE_FOR if "code" in fields else _OTHERS_FOR)
    letter = {
        "prefix": prefix,
        "email": email,
        "language": language,
        "fields": fields,
        "at": now.isoformat(),
        "until": until.isoformat(),
    }
    user = context.get("user")
    enqueue(
        owner=user if isinstance(user, Person) and user.pk else None,
        kind=ACCOUNT_MAIL,
        key=secrets.token_hex(8),
        arguments={"sealed": seal(json.dumps(letter), ACCOUNT_MAIL)},
        now=now,
    )


def opened(arguments: dict[str, str]) -> dict[str, Any]:
    """Return the letter of a job's arguments."""
    letter: dict[str, Any] = json.loads(unseal(arguments["sealed"], ACCOUNT_MAIL))
    return letter
