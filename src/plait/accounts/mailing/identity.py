"""By what a mail is known again: its Message-ID, and the address it comes back to."""

from base64 import b32encode
from email.utils import parseaddr
from typing import NamedTuple

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from plait.jobs.models import Job

# 80 bits, in letters that survive a server which makes capitals small.
_MAC_BYTES = 10


class Concerned(NamedTuple):
    """Whom a mail was for: a person ("p") or an invitation ("i"), by its key."""

    what: str
    pk: int


def concerned_by(job: Job) -> Concerned | None:
    """Return whom a job's mail is for, None for the server's own."""
    if job.owner_id:
        return Concerned("p", job.owner_id)
    pk = job.arguments.get("invitation")
    return Concerned("i", pk) if pk else None


def message_id(job: Job) -> str:
    """Return the Message-ID of a job's mail: the same however often it is sent."""
    made = f"{job.pk}\0{job.created_at.isoformat()}"
    mark = salted_hmac("plait.mail.id", made, algorithm="sha256").hexdigest()[:20]
    return f"<{job.pk:012d}.{mark}@{_domain()}>"


def return_address(concerned: Concerned | None, to: str) -> str:
    """Return where a mail that cannot be delivered comes back to, "" for nowhere own."""
    local, at, domain = settings.MAIL_BOUNCES.partition("@")
    if concerned is None or not at:
        return ""
    return f"{local}+{_token(concerned, to)}@{domain}"


def who_is_meant(address: str) -> tuple[Concerned, str] | None:
    """Return whom a return address names, and its mark; None for any other address."""
    token = address.rpartition("@")[0].rpartition("+")[2].lower()
    what, number, mark = token[:1], token[1:].partition("-")[0], token.partition("-")[2]
    if what not in {"p", "i"} or not number.isdecimal() or len(number) > 18 or not mark:
        return None
    return Concerned(what, int(number)), mark


def is_genuine(concerned: Concerned, to: str, mark: str) -> bool:
    """Return whether a mail for them to that address came from this server."""
    return constant_time_compare(_mark(concerned, to), mark)


def _token(concerned: Concerned, to: str) -> str:
    return f"{concerned.what}{concerned.pk}-{_mark(concerned, to)}"


def _mark(concerned: Concerned, to: str) -> str:
    named = f"{concerned.what}{concerned.pk}\0{to.lower()}"
    mac = salted_hmac("plait.mail.return", named, algorithm="sha256").digest()
    return b32encode(mac[:_MAC_BYTES]).decode().lower()


def _domain() -> str:
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
