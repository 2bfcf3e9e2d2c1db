"""Texts that Plait must know again are kept sealed; the key is not in the database.

XChaCha20-Poly1305 (PyNaCl). What is sealed belongs to what is named with it, such as
its owner and its address: put beside another one it opens no more, so that nobody who
writes in the database can have it used elsewhere.
"""

from base64 import b64decode, b64encode

from django.conf import settings

from plait.domain.errors import PlaitError

# Says how it is sealed, so that another way can stand beside it one day.
_FIRST_WAY = "s1:"


class CannotUnseal(PlaitError):
    """What is sealed cannot be opened with the key that is here."""


def seal(text: str, *belongs_to: str) -> str:
    """Return the text as it is stored; "" stays ""."""
    if not text:
        return ""
    from nacl.secret import Aead

    box = Aead(settings.PASSWORD_KEY())
    sealed = box.encrypt(text.encode(), "\0".join(belongs_to).encode())
    return _FIRST_WAY + b64encode(sealed).decode()


def unseal(stored: str, *belongs_to: str) -> str:
    """Return the text; raise `CannotUnseal` without the key it was sealed with."""
    if not stored:
        return ""
    from nacl.exceptions import CryptoError
    from nacl.secret import Aead

    try:
        sealed = b64decode(stored.removeprefix(_FIRST_WAY), validate=True)
        box = Aead(settings.PASSWORD_KEY())
        return box.decrypt(sealed, "\0".join(belongs_to).encode()).decode()
    except (CryptoError, ValueError) as error:
        raise CannotUnseal(
            "What is sealed cannot be read here: its key is missing",
            fix="Put the file password.key back.",
        ) from error
