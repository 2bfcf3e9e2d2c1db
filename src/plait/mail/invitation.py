"""The mail that lets somebody join a server."""

from django.conf import settings
from django.utils.translation import gettext_noop

from plait.accounts.invitations import address_of, open_invitation
from plait.jobs.running import Work
from plait.mail.sending import send_message

SUBJECT = gettext_noop("You are invited to Plait")


def send(work: Work) -> None:
    """Send an invitation that is still open."""
    invitation = open_invitation(pk=work.job.arguments["invitation"], now=work.now())
    if invitation is None:
        return
    by = invitation.invited_by
    send_message(
        work=work,
        to=invitation.email,
        language=invitation.language,
        template="invitation",
        subject=SUBJECT,
        values={
            "by": by.name if by else "",
            "address": address_of(invitation),
            "expires_at": invitation.expires_at,
            "kind": settings.SERVER,
        },
    )
