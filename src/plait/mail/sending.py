"""One message: a subject, the same words as text and as HTML, to one address."""

from email.utils import formataddr, parseaddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from plait.accounts.mailing.choices import stop_token
from plait.accounts.mailing.identity import concerned_by, message_id, return_address
from plait.accounts.mailing.refusals import (
    note_refusal,
    note_refused_invitation,
    refusal_of,
)
from plait.accounts.models import Person
from plait.domain.mail import MailKind
from plait.jobs.running import Work
from plait.mail.failures import RefusesMail, failure_of


def send_message(
    *,
    work: Work,
    to: str,
    language: str,
    template: str,
    subject: str,
    values: dict[str, object],
    kind: MailKind | None = None,
    is_to_confirm: bool = False,
) -> bool:
    """Send a message of the templates mail/<template>.txt and .html; False if not sent.

    `subject` is a text of the catalogue without any name of a role, an employer or a
    figure in it: it can be read on a locked telephone. `kind` is what its person can
    stop with one click; None for what belongs to having an account. Nothing goes to
    somebody suspended, to the sample's person, or to an address that refused mail,
    but what confirms it (`is_to_confirm`).

    A worker that is killed between the server's yes and the end of the job sends it
    again, under the same Message-ID.
    """
    owner = work.job.owner_id
    if owner and not _may_go(owner, to, is_to_confirm=is_to_confirm):
        return False
    with translation.override(language):
        values = values | _frame(owner, kind, language)
        message = _message(work, to, translation.gettext(subject), template, values)
        if kind is not None:
            message.extra_headers |= {
                "List-Unsubscribe": f"<{values['stop_address']}>",
                "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            }
    _hand_over(work, to, message)
    return True


def own_address() -> str:
    """Return the address that mail comes from, with a name before it."""
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return formataddr((name or "Plait", address))


def _may_go(owner: int, to: str, *, is_to_confirm: bool) -> bool:
    people = Person.objects.filter(pk=owner, is_active=True, sample_of=None)
    if not to or not people.exists():
        return False
    return is_to_confirm or refusal_of(owner=owner, email=to) is None


def _frame(
    owner: int | None, kind: MailKind | None, language: str
) -> dict[str, object]:
    """Return what stands around every message."""
    frame: dict[str, object] = {"server": settings.SERVER_ADDRESS, "language": language}
    if kind is None or owner is None:
        return frame
    stop = reverse("mail_stop", args=[stop_token(owner, kind)])
    return frame | {
        "stop_address": f"{settings.SERVER_ADDRESS}{stop}",
        "choices_address": f"{settings.SERVER_ADDRESS}{reverse('mail')}",
    }


def _message(
    work: Work, to: str, subject: str, template: str, values: dict[str, object]
) -> EmailMultiAlternatives:
    text = render_to_string(f"mail/{template}.txt", values)
    own = own_address()
    message = EmailMultiAlternatives(
        subject,
        text.strip() + "\n",
        # The envelope's; what people see stands in the header.
        return_address(concerned_by(work.job), to) or parseaddr(own)[1],
        to=[to],
        headers={
            "From": own,
            "Message-ID": message_id(work.job),
            "Auto-Submitted": "auto-generated",
        },
    )
    html = render_to_string(f"mail/{template}.html", values)
    message.attach_alternative(html, "text/html")
    return message


def _hand_over(work: Work, to: str, message: EmailMultiAlternatives) -> None:
    try:
        message.send()
    except Exception as error:
        failure = failure_of(error)
        if isinstance(failure, RefusesMail):
            _note(work, to, failure)
        raise failure from error


def _note(work: Work, to: str, refused: RefusesMail) -> None:
    concerned, now = concerned_by(work.job), work.now()
    if concerned is None:
        return
    if concerned.what == "i":
        note_refused_invitation(pk=concerned.pk, now=now)
    else:
        note_refusal(owner=concerned.pk, email=to, status=refused.status, now=now)
