"""The way from the mail about a new sign-in to its end: “this was not me”."""

from datetime import datetime

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.urls import reverse

from plait.accounts.models import SignIn
from plait.accounts.sign_ins import end_sign_in
from plait.domain.audit import Act


def address_of(sign_in: SignIn) -> str:
    """Return the address that ends the sign-in, signed with the server's key.

    It can do no more than that, whoever reads the mail.
    """
    path = reverse("not_me", args=[_signer().sign(str(sign_in.pk))])
    return f"{settings.SERVER_ADDRESS}{path}"


def sign_in_of(token: str) -> SignIn | None:
    """Return the sign-in that an address is about; None where it is over."""
    try:
        number = int(_signer().unsign(token))
    except (BadSignature, ValueError):
        return None
    return SignIn.objects.select_related("owner").filter(pk=number).first()


@transaction.atomic
def end_as_not_me(*, token: str, now: datetime) -> None:
    """End the sign-in that an address is about, if it still lasts."""
    row = sign_in_of(token)
    if row is not None:
        end_sign_in(viewer=row.owner, pk=row.pk, now=now, act=Act.NOT_ME)


def _signer() -> Signer:
    return Signer(salt="plait.not-me")
