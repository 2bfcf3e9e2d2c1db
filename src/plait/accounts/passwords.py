"""Passwords that are soon guessed are refused; nothing is asked of another machine.

zxcvbn knows some 30,000 passwords that leaked most often, names, words, dates, rows of
the keyboard and repetitions, and says how many guesses a password takes that is made
of them. Django's list of 20,000 is looked through beside it.
"""

import re

from django.core.exceptions import ValidationError

from plait.accounts.models import Person

# At a million guesses a second against a stolen hash, which is slow to work out,
# this would still take a quarter of an hour each: far beyond the ten tries at a door.
FEWEST_GUESSES = 10**9
# zxcvbn takes time with the square of the length.
_LONGEST_LOOKED_AT = 72
# What its lists, which are English, do not know.
_DUTCH = (
    *("welkom", "wachtwoord", "geheim", "hallo", "liefde", "schatje", "lekker"),
    *("lente", "voorjaar", "zomer", "herfst", "najaar", "winter", "vakantie"),
    *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus"),
    *("september", "oktober", "november", "december", "maandag", "dinsdag"),
    *("woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "nederland"),
    *("amsterdam", "rotterdam", "utrecht", "feyenoord", "oranje", "koningsdag"),
)


class EasilyGuessed:
    """A validator as Django has them."""

    def validate(self, password: str, user: Person | None = None) -> None:
        """Raise `ValidationError` where few guesses find the password."""
        from zxcvbn import zxcvbn

        looked_at = password[:_LONGEST_LOOKED_AT]
        known = [*_about(user), *_DUTCH]
        found = zxcvbn(looked_at, user_inputs=known)  # type: ignore[no-untyped-call]  # it has no types
        if found["guesses"] < FEWEST_GUESSES:
            raise ValidationError(
                "This is soon guessed: take three or four words that have "
                "nothing to do with each other.",
                code="password_guessed",
            )

    def get_help_text(self) -> str:
        """Return the rule in one sentence."""
        return "Take three or four words that have nothing to do with each other."


def _about(user: Person | None) -> list[str]:
    """Return what others know of the person, and would try first."""
    if user is None:
        return ["plait"]
    parts = re.findall(r"\w{3,40}", f"{user.sign_in_name} {user.name}"[:500])
    return ["plait", *(part.casefold() for part in parts)]
