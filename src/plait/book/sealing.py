"""Passwords of calendars, sealed for their owner and their address."""

from plait.accounts import sealing


class CannotUnseal(sealing.CannotUnseal):
    """A calendar's password cannot be opened with the key that is here."""


def seal(password: str, *, owner: int, address: str) -> str:
    """Return the password as it is stored; "" stays ""."""
    return sealing.seal(password, str(owner), address)


def unseal(stored: str, *, owner: int, address: str) -> str:
    """Return the password; raise `CannotUnseal` without the key it was sealed with."""
    try:
        return sealing.unseal(stored, str(owner), address)
    except sealing.CannotUnseal as error:
        raise CannotUnseal(
            "The password of this calendar cannot be read here: its key is missing",
            fix="Put the file password.key back, or remove the calendar and follow"
            " it again with the password.",
        ) from error
