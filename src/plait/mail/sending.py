"""One message: a subject, the same words as text and as HTML, to one address."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation


def send_message(
    *, to: str, language: str, template: str, subject: str, values: dict[str, object]
) -> None:
    """Send a message of the templates mail/<template>.txt and .html.

    `subject` is a text of the catalogue without any name of a role, an employer or a
    figure in it: it can be read on a locked telephone.
    """
    with translation.override(language):
        values = values | {"server": settings.SERVER_ADDRESS, "language": language}
        text = render_to_string(f"mail/{template}.txt", values)
        message = EmailMultiAlternatives(translation.gettext(subject), text, to=[to])
        html = render_to_string(f"mail/{template}.html", values)
        message.attach_alternative(html, "text/html")
        message.send()
