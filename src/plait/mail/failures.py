"""What an SMTP server or the way to it answered, in plain words and what follows.

Of the replies (RFC 5321, 4.2) those of 4yz are for now: the mail is tried again. Those
of 5yz stay. Which of these are about the address, and not about this server's own
rights to send, the enhanced code tells (RFC 3463): x.1.z and x.2.z are the address and
its mailbox, x.7.z is policy. Without one, 550 to 553 in answer to RCPT are the address.
"""

import re
import smtplib
import socket
import ssl

from django.conf import settings

from plait.domain.errors import PlaitError
from plait.jobs.operations import NotNow

_ENHANCED = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
_OF_MAILBOX = {"1", "2"}
_REFUSED_WITHOUT_CODE = range(550, 554)


class CannotSend(PlaitError):
    """The mail server takes this mail at no time."""


class RefusesMail(PlaitError):
    """The address itself is refused: nobody is there, or they want no mail."""

    def __init__(
        self, what: str, *, value: str = "", fix: str = "", status: str = ""
    ) -> None:
        super().__init__(what, value=value, fix=fix)
        self.status = status


_ASK_SETTING = "Look at PLAIT_MAIL."


def failure_of(error: Exception) -> PlaitError:
    """Return what went wrong: `NotNow`, `RefusesMail` or `CannotSend`."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        [(code, answer), *_] = error.recipients.values()
        return _answered(code, answer, is_of_address=True)
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return NotNow(
            "The mail server refused the name or the password",
            value=_line(error.smtp_error),
            fix=_ASK_SETTING,
        )
    if isinstance(error, smtplib.SMTPSenderRefused):
        return NotNow(
            "The mail server sends nothing from this address",
            value=settings.DEFAULT_FROM_EMAIL,
            fix="Set PLAIT_MAIL_FROM to an address that it sends from.",
        )
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return NotNow(
            "The mail server does not offer what PLAIT_MAIL asks for",
            value=str(error),
            fix="Where it never encrypts, write smtp+plain:// and keep it on this machine.",
        )
    if isinstance(error, smtplib.SMTPResponseException):
        return _answered(error.smtp_code, error.smtp_error, is_of_address=False)
    return _on_the_way(error)


def _answered(code: int, answer: bytes | str, *, is_of_address: bool) -> PlaitError:
    line = _line(answer)
    found = _ENHANCED.search(line)
    if code < 500:  # RFC 5321: 4yz is for now
        return NotNow("The mail server takes this mail later", value=line)
    is_mailbox = found is not None and found[2] in _OF_MAILBOX
    if found is None:
        is_mailbox = is_of_address and code in _REFUSED_WITHOUT_CODE
    if is_mailbox:
        return RefusesMail(
            "This address takes no mail",
            value=line,
            fix="Confirm it on the page Mail, or use another one.",
            status=found[0] if found else str(code),
        )
    return CannotSend("The mail server refuses this mail", value=line)


def _on_the_way(error: Exception) -> PlaitError:
    # smtplib makes a wait that was too long a server that is gone.
    if isinstance(error, smtplib.SMTPServerDisconnected) and "timed out" in str(error):
        error = TimeoutError()
    host = f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
    for kinds, what, fix in _WAYS:
        if isinstance(error, kinds):
            return NotNow(what, value=host, fix=fix)
    if isinstance(error, OSError):
        text = f"{host}: {error.strerror or type(error).__name__}"
        return NotNow("The mail server cannot be reached", value=text)
    raise error


_WAYS: tuple[tuple[type[Exception] | tuple[type[Exception], ...], str, str], ...] = (
    (
        ssl.SSLCertVerificationError,
        "The certificate of the mail server does not fit its name",
        "Write the name that the certificate is for in PLAIT_MAIL.",
    ),
    (
        ssl.SSLError,
        "The mail server speaks no TLS at this port",
        "Write smtp:// for port 587, smtps:// for port 465.",
    ),
    (
        socket.gaierror,
        "There is no mail server of this name",
        _ASK_SETTING,
    ),
    (
        ConnectionRefusedError,
        "No mail server answers at this port",
        "Start it, or write another port in PLAIT_MAIL.",
    ),
    (
        TimeoutError,
        "The mail server takes too long to answer",
        "Look whether a firewall is in between; many providers close port 25.",
    ),
    (
        (smtplib.SMTPServerDisconnected, ConnectionResetError, BrokenPipeError),
        "The mail server broke the connection off",
        "Write smtps:// for port 465, smtp:// for port 587.",
    ),
)


def _line(answer: bytes | str) -> str:
    text = answer.decode(errors="replace") if isinstance(answer, bytes) else answer
    return " ".join(text.split())[:80]
