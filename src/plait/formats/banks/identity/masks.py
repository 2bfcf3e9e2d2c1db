"""Card numbers of which a statement shows a part: `**** 1234`, `4111 11XX XXXX 1111`.

A mask of only the last four digits says little: it meets a card number that ends so,
or another mask, and never the number of a bank account.
"""

from typing import NamedTuple

_MARKS = "*X#•●·…_"
_DOTS = "..."
_ENDING = frozenset(["ENDING", "ENDS", "EINDIGEND", "ENDEND", "TERMINANT"])
_CARD_LENGTHS = range(13, 20)
_IBAN_LENGTHS = range(15, 35)
_FEWEST_VISIBLE = 4
_MANY_VISIBLE = 10


class Mask(NamedTuple):
    """A number with `*` for each digit that is hidden; whole if none is left out."""

    pattern: str
    is_whole: bool

    @property
    def start(self) -> str:
        """What is shown before the first hidden digit."""
        return self.pattern.partition("*")[0]

    @property
    def end(self) -> str:
        """What is shown after the last hidden digit."""
        return self.pattern.rpartition("*")[2]

    @property
    def n_visible(self) -> int:
        """How many digits and letters are shown."""
        return len(self.pattern) - self.pattern.count("*")


def mask_of(text: str) -> Mask | None:
    """Return the mask that a text of at most 100 capitals is, None if it is none.

    >>> mask_of("VISA 4111 11XX XXXX 1111")
    Mask(pattern='411111******1111', is_whole=True)
    >>> mask_of("**** 1234"), mask_of("12345678")
    (Mask(pattern='****1234', is_whole=False), None)
    """
    words = text.replace(_DOTS, "…").replace(".", " ").replace("-", " - ").split()
    kept = [word for word in words if _is_of_mask(word)]
    joined = "".join(kept)
    if joined.isdigit() and _hides_by_word(words, text):
        joined = f"*{joined}"
    if "X" in joined and not _hides_by_x(joined):
        return None
    pattern = "".join("*" if mark in _MARKS else mark for mark in joined)
    mask = Mask(pattern, is_whole=_is_whole(pattern))
    is_mask = "*" in pattern and mask.end.isdigit() and len(mask.end) >= _FEWEST_VISIBLE
    return mask if is_mask and _has_only_digits(mask) else None


def _is_of_mask(word: str) -> bool:
    return (
        word != "-" and any(mark.isdigit() or mark in "*•●·…#_" for mark in word)
    ) or (len(word) > 1 and not word.strip("X"))


def _hides_by_x(joined: str) -> bool:
    """Return whether an X hides a digit: several do, and one before the last four.

    Elsewhere a single X is a letter of the number, as in France and Italy.
    """
    return "XX" in joined or "*" in joined or (joined[0] == "X" and len(joined) <= 6)


def _hides_by_word(words: list[str], text: str) -> bool:
    """Return whether "ending 1234" or "-1234" is written: only the end of a number."""
    is_short = len(words[-1]) in (4, 5) and words[-1].isdigit()
    return is_short and (words[0] == "-" == text[:1] or not _ENDING.isdisjoint(words))


def _has_only_digits(mask: Mask) -> bool:
    """Return whether digits are shown, behind a country's letters for an IBAN."""
    letters = mask.pattern.replace("*", "")
    return letters.isdigit() or (mask.is_whole and letters[:2].isalpha())


def _is_whole(pattern: str) -> bool:
    if pattern[:2].isalpha():
        return len(pattern) in _IBAN_LENGTHS
    return len(pattern) in _CARD_LENGTHS


def is_card(number: str) -> bool:
    """Return whether digits are the number of a payment card, its check digit too.

    >>> is_card("4111111111111111"), is_card("4111111111111112")
    (True, False)
    """
    if len(number) not in _CARD_LENGTHS or number[0] not in "23456":
        return False
    # Luhn: every second digit from the right twice, its own digits summed.
    twice = [sum(divmod(2 * int(digit), 10)) for digit in number[-2::-2]]
    return (sum(twice) + sum(map(int, number[-1::-2]))) % 10 == 0


def fits(mask: Mask, number: str) -> bool:
    """Return whether the whole number can be what the mask hides."""
    if mask.is_whole:
        pairs = zip(mask.pattern, number, strict=False)
        return len(mask.pattern) == len(number) and all(
            visible in ("*", mark) for visible, mark in pairs
        )
    return number.startswith(mask.start) and number.endswith(mask.end)


def may_be_one(one: Mask, other: Mask) -> bool:
    """Return whether one number can be behind both masks."""
    if one.is_whole and other.is_whole:
        pairs = zip(one.pattern, other.pattern, strict=False)
        return len(one.pattern) == len(other.pattern) and all(
            "*" in pair or pair[0] == pair[1] for pair in pairs
        )
    start, longer_start = sorted((one.start, other.start), key=len)
    end, longer_end = sorted((one.end, other.end), key=len)
    return longer_start.startswith(start) and longer_end.endswith(end)


def shows_enough(mask: Mask) -> bool:
    """Return whether so much is shown that no second card of a person fits."""
    return mask.is_whole and mask.n_visible >= _MANY_VISIBLE
