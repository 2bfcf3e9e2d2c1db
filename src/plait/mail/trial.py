"""The mail by which it is tried whether mail arrives."""

from django.utils.translation import gettext_noop

from plait.jobs.running import Work
from plait.mail.sending import send_message

SUBJECT = gettext_noop("Mail from Plait arrives")


def send(work: Work) -> None:
    """Send it."""
    send_message(
        work=work,
        to=work.job.arguments["email"],
        language=work.job.arguments["language"],
        template="trial",
        subject=SUBJECT,
        values={},
    )
