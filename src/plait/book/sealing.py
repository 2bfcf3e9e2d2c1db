"""Passwords that Plait must know again are kept sealed; the key is not in the book.

XChaCha20-Poly1305 (PyNaCl). What is sealed belongs to its owner and its address: put
beside another address, it opens no more, so that nobody who writes in the database
can have it sent elsewhere.
"""

from base64 import b64decode, b64encode

from django.conf import settings

from plait.domain.errors import PlaitError

# Says how it is sealed, so that another way can stand beside it one day.
_FIRST_WAY = "s1:"


class CannotUnseal(PlaitError):
    """A sealed password cannot be opened with the key that is here."""


def seal(password: str, *, owner: int, address: str) -> str:
    """Return the password as it is stored; "" stays ""."""
    if not password:
        return ""
    from nacl.secret import Aead

    box = Aead(settings.PASSWORD_KEY())
    sealed = box.encrypt(password.encode(), _belongs_to(owner, address))
    return _FIRST_WAY + b64encode(sealed).decode()


def unseal(stored: str, *, owner: int, address: str) -> str:
    """Return the password; raise `CannotUnseal` without the key it was sealed with."""
    if not stored:
        return ""
    from nacl.exceptions import CryptoError
    from nacl.secret import Aead

    try:
        sealed = b64decode(stored.removeprefix(_FIRST_WAY), validate=True)
        box = Aead(settings.PASSWORD_KEY())
        return box.decrypt(sealed, _belongs_to(owner, address)).decode()
    except (CryptoError, ValueError) as error:
        raise CannotUnseal(
            "The password of this calendar cannot be read here: its key is missing",
            fix="Put the file password.key back, or remove the calendar and follow"
            " it again with the password.",
        ) from error


def _belongs_to(owner: int, address: str) -> bytes:
    return f"{owner}\0{address}".encode()
