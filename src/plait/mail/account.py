"""Mail about an account, in our words: what allauth sends, by the names it has there."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.template.defaultfilters import date as written
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext, gettext_noop

from plait.accounts.mailing.account_mail import opened
from plait.accounts.models import Person
from plait.jobs.running import Work
from plait.mail.sending import send_message


@dataclass(frozen=True)
class _Letter:
    """A subject, the first line, sentences, and what a button says.

    With `is_news` it tells of a change and when that was, and what to do if it was
    somebody else; `of` says which of its values is the button's address.
    """

    subject: str
    title: str
    words: tuple[str, ...] = ()
    of: str = ""
    button: str = ""
    after: tuple[str, ...] = ()
    is_news: bool = False


_TYPE_IT = gettext_noop("Type it where you asked for it. It works for a few minutes.")
_NOT_YOU = gettext_noop(
    "Did you not ask for this? Then there is nothing you have to do: without the code"
    " nobody gets in."
)
_NOT_YOU_LINK = gettext_noop(
    "Did you not ask for this? Then there is nothing you have to do: without the link"
    " nothing changes."
)


def _code(subject: str, title: str) -> _Letter:
    return _Letter(subject, title, (_TYPE_IT,), after=(_NOT_YOU,))


def _news(subject: str, title: str, *words: str) -> _Letter:
    return _Letter(subject, title, words, is_news=True)


_CONFIRM = _Letter(
    gettext_noop("Confirm your mail address"),
    gettext_noop("Is this your mail address?"),
    (gettext_noop("Somebody, probably you, gave it to Plait."),),
    "activate_url",
    gettext_noop("Confirm the address"),
    (_NOT_YOU_LINK,),
)
_CONFIRM_BY_CODE = _code(
    gettext_noop("Your code for Plait"),
    gettext_noop("The code that confirms your mail address:"),
)
LETTERS = {
    "account/email/email_confirmation": _CONFIRM,
    "account/email/email_confirmation_signup": _CONFIRM,
    "account/email/login_code": _code(
        gettext_noop("Your code for Plait"),
        gettext_noop("The code that signs you in:"),
    ),
    "account/email/password_reset_code": _code(
        gettext_noop("Your code for Plait"),
        gettext_noop("The code with which you choose a new password:"),
    ),
    "account/email/password_reset_key": _Letter(
        gettext_noop("A new password for Plait"),
        gettext_noop("Choose a new password."),
        (gettext_noop("Somebody, probably you, asked for it."),),
        "password_reset_url",
        gettext_noop("Choose a password"),
        (_NOT_YOU_LINK,),
    ),
    "account/email/account_already_exists": _Letter(
        gettext_noop("You already have an account"),
        gettext_noop("There is an account with this address already."),
        (
            gettext_noop(
                "Somebody, probably you, tried to join with it. Sign in instead; if"
                " you do not know your password any more, choose a new one."
            ),
        ),
        "password_reset_url",
        gettext_noop("Choose a password"),
    ),
    "account/email/unknown_account": _Letter(
        gettext_noop("No account with this address"),
        gettext_noop("There is no account with this address."),
        (
            gettext_noop(
                "Somebody, probably you, tried to sign in with it. Perhaps you joined"
                " under another one."
            ),
        ),
    ),
    "account/email/email_changed": _news(
        gettext_noop("Your mail address was changed"),
        gettext_noop("You sign in with another mail address now."),
        gettext_noop("Plait writes to that one from now on, and no more to this one."),
    ),
    "account/email/email_confirm": _news(
        gettext_noop("Your mail address is confirmed"),
        gettext_noop("This mail address is confirmed."),
    ),
    "account/email/email_deleted": _news(
        gettext_noop("A mail address was removed"),
        gettext_noop("A mail address was taken out of your account."),
    ),
    "account/email/password_changed": _news(
        gettext_noop("Your password was changed"),
        gettext_noop("Your password was changed."),
    ),
    "account/email/password_reset": _news(
        gettext_noop("Your password was changed"),
        gettext_noop("Your password was changed by a mail that was asked for."),
    ),
    "account/email/password_set": _news(
        gettext_noop("You have a password now"),
        gettext_noop("Your account has a password now."),
    ),
    "mfa/email/recovery_codes_generated": _news(
        gettext_noop("New codes for Plait"),
        gettext_noop("New codes to print were made."),
        gettext_noop("Earlier ones do not work any more."),
    ),
    "mfa/email/totp_activated": _news(
        gettext_noop("A code app was added"),
        gettext_noop("Signing in now asks for a code of an app."),
    ),
    "mfa/email/totp_deactivated": _news(
        gettext_noop("A code app was removed"),
        gettext_noop("Signing in asks for no code of an app any more."),
    ),
    "mfa/email/webauthn_added": _news(
        gettext_noop("A passkey was added"),
        gettext_noop("A passkey was added to your account."),
    ),
    "mfa/email/webauthn_removed": _news(
        gettext_noop("A passkey was removed"),
        gettext_noop("A passkey was taken out of your account."),
    ),
}


def send(work: Work) -> None:
    """Send it, unless it came too late: a code is worth nothing then."""
    letter = opened(work.job.arguments)
    if work.now() > datetime.fromisoformat(letter["until"]):
        return
    fields, prefix = letter["fields"], letter["prefix"]
    form = LETTERS[prefix]
    if form is _CONFIRM and "code" in fields:
        form = _CONFIRM_BY_CODE
    with translation.override(letter["language"]):
        values = _values(form, fields, _when(work, letter))
    send_message(
        work=work,
        to=letter["email"],
        language=letter["language"],
        template="account",
        subject=form.subject,
        values=values,
        is_to_confirm=not form.is_news,
    )


def _values(form: _Letter, fields: dict[str, Any], when: str) -> dict[str, object]:
    words, after = list(form.words), list(form.after)
    address, button = fields.get(form.of, ""), form.button
    if form.is_news:
        address = f"{settings.SERVER_ADDRESS}{reverse('settings')}"
        button = gettext_noop("Look at your settings")
        after.append(
            gettext_noop(
                "Was it not you? Then change how you sign in, and sign out everywhere"
                " else."
            )
        )
    return {
        "title": gettext(form.title),
        "words": [*([when] if form.is_news else []), *map(gettext, words)],
        "code": fields.get("code", ""),
        "address": address,
        "text": gettext(button) if address else "",
        "after": [gettext(one) for one in after],
    }


def _when(work: Work, letter: dict[str, Any]) -> str:
    """Return when it happened, where its person lives."""
    person = Person.objects.filter(pk=work.job.owner_id or 0).first()
    zone = ZoneInfo(person.timezone if person else "UTC")
    at = datetime.fromisoformat(letter["at"]).astimezone(zone)
    values = {"day": written(at, "j F Y"), "time": written(at, "H:i")}
    return gettext("That was on %(day)s at %(time)s.") % values
