"""What allauth says happened with an account, noted in its audit.

Connected where several people sign in; nothing else reads this file.
"""

from collections.abc import Callable
from typing import Any

from allauth.account import signals as account
from allauth.account.models import EmailAddress
from allauth.mfa import signals as mfa
from allauth.mfa.models import Authenticator
from allauth.socialaccount import signals as social
from django.db import transaction
from django.utils import timezone

from plait.accounts.audit.notes import Details, note
from plait.accounts.audit.queries import n_since
from plait.accounts.models import Person
from plait.domain.audit import Act

# Whoever guesses on and on fills nobody's list.
_MOST_REFUSED_A_DAY = 20

_ADDED = {
    Authenticator.Type.WEBAUTHN: Act.PASSKEY_ADDED,
    Authenticator.Type.TOTP: Act.APP_ADDED,
    Authenticator.Type.RECOVERY_CODES: Act.CODES_MADE,
}
_REMOVED = {
    Authenticator.Type.WEBAUTHN: Act.PASSKEY_REMOVED,
    Authenticator.Type.TOTP: Act.APP_REMOVED,
    Authenticator.Type.RECOVERY_CODES: Act.CODES_REMOVED,
}


def connect() -> None:
    """Let allauth's own words be noted."""
    plain = {
        account.password_set: Act.PASSWORD_CHANGED,
        account.password_changed: Act.PASSWORD_CHANGED,
        account.password_reset: Act.PASSWORD_CHANGED,
        account.email_added: Act.ADDRESS_ADDED,
        account.email_changed: Act.ADDRESS_CHANGED,
        account.email_removed: Act.ADDRESS_REMOVED,
    }
    for signal, act in plain.items():
        signal.connect(_noting(act), weak=False, dispatch_uid=f"plait {act}")
    social.social_account_added.connect(_connected, dispatch_uid="plait connected")
    for signal in (mfa.authenticator_added, mfa.authenticator_reset):
        signal.connect(_added, dispatch_uid="plait added")
    mfa.authenticator_removed.connect(_removed, dispatch_uid="plait removed")
    mfa.authenticator_used.connect(_used, dispatch_uid="plait used")
    for signal in (mfa.authentication_failed, account.login_code_rejected):
        signal.connect(_refused, dispatch_uid="plait refused")


def note_refused_password(email: str) -> None:
    """Note that a password did not fit, with whoever has this address, if anybody."""
    address = EmailAddress.objects.filter(email__iexact=email, verified=True).first()
    if address is not None:
        _refused(user=address.user)


def _noting(act: Act) -> Callable[..., None]:
    def noted(*, user: Person, **_: Any) -> None:  # noqa: ANN401  # a signal's own
        _note(user, act)

    return noted


def _added(*, user: Person, authenticator: Authenticator, **_: Any) -> None:  # noqa: ANN401  # a signal's own
    _note(user, _ADDED[authenticator.type], _name(authenticator))


def _connected(*, sociallogin: Any, **_: Any) -> None:  # noqa: ANN401  # a signal's own
    name = sociallogin.provider.name
    _note(sociallogin.user, Act.ORGANISATION_ADDED, {"name": name})


def _removed(*, user: Person, authenticator: Authenticator, **_: Any) -> None:  # noqa: ANN401  # a signal's own
    _note(user, _REMOVED[authenticator.type], _name(authenticator))


def _used(*, user: Person, authenticator: Authenticator, **_: Any) -> None:  # noqa: ANN401  # a signal's own
    if authenticator.type == Authenticator.Type.RECOVERY_CODES:
        _note(user, Act.CODE_USED)


@transaction.atomic
def _refused(*, user: Person, **_: Any) -> None:  # noqa: ANN401  # a signal's own
    now = timezone.now()  # noqa: TID251  # allauth hands no time on
    if n_since(owner=user, act=Act.SIGN_IN_REFUSED, now=now) < _MOST_REFUSED_A_DAY:
        note(owner=user, act=Act.SIGN_IN_REFUSED, now=now)


def _name(authenticator: Authenticator) -> Details:
    if authenticator.type != Authenticator.Type.WEBAUTHN:
        return {}
    return {"name": authenticator.wrap().name}


def _note(user: Person, act: Act, details: Details | None = None) -> None:
    now = timezone.now()  # noqa: TID251  # allauth hands no time on
    note(owner=user, act=act, details=details, now=now)
