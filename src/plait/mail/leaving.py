"""The mail that says that an account is being deleted, and until when it can stay."""

from django.conf import settings
from django.utils.translation import gettext_noop

from plait.accounts.addresses import address_of
from plait.accounts.models import Person
from plait.jobs.running import Work
from plait.mail.sending import send_message

SUBJECT = gettext_noop("Your Plait account is being deleted")


def send(work: Work) -> None:
    """Tell somebody whose week still runs."""
    person = work.owner
    if not isinstance(person, Person) or person.leaves_at is None:
        return
    if not (to := address_of(person)):
        return
    send_message(
        work=work,
        to=to,
        language=person.language,
        template="leaving",
        subject=SUBJECT,
        values={
            "leaves_at": person.leaves_at,
            "because": person.leaves_because,
            "address": settings.SERVER_ADDRESS,
        },
    )
