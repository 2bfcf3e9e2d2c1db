"""The mail by which somebody confirms that mail reaches them again."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_noop

from plait.accounts.addresses import address_of
from plait.accounts.mailing.refusals import confirm_token
from plait.accounts.models import Person
from plait.jobs.running import Work
from plait.mail.sending import send_message

SUBJECT = gettext_noop("Does mail reach you?")


def send(work: Work) -> None:
    """Send it to the address the person has now."""
    person = Person.objects.get(pk=work.owner.pk)
    to = address_of(person)
    path = reverse("mail_confirm", args=[confirm_token(person.pk, to)])
    send_message(
        work=work,
        to=to,
        language=person.language,
        template="address",
        subject=SUBJECT,
        values={"address": f"{settings.SERVER_ADDRESS}{path}"},
        is_to_confirm=True,
    )
