"""The mail about a sign-in from a browser that was not seen before."""

from django.utils.translation import gettext_noop

from plait.accounts.addresses import address_of
from plait.accounts.models import SignIn
from plait.accounts.not_me import address_of as not_me_address
from plait.jobs.running import Work
from plait.mail.sending import send_message

SUBJECT = gettext_noop("New sign-in to Plait")


def send(work: Work) -> None:
    """Tell somebody of the sign-in, unless they ended it meanwhile."""
    rows = SignIn.objects.select_related("owner")
    sign_in = rows.filter(pk=work.job.arguments["sign_in"]).first()
    to = "" if sign_in is None else address_of(sign_in.owner)
    if sign_in is None or not to:
        return
    person = sign_in.owner
    send_message(
        work=work,
        to=to,
        language=person.language,
        template="new_device",
        subject=SUBJECT,
        values={
            "device": sign_in.device,
            "at": person.local_time(sign_in.at),
            "address": not_me_address(sign_in),
        },
    )
