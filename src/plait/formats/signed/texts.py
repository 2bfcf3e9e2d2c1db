"""Words that another person's file brings: none that hide or turn what is shown.

Control characters, marks that turn the direction of writing, and characters that no
font draws can make one name look like another. A file that has them is refused; what
Plait signs itself is cleaned of them first.
"""

import unicodedata
from typing import Any

LONGEST = 500

# Cc control, Cs half of a pair, Co private, Cn not a character, Zl and Zp line ends.
_NEVER = {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"}
# Of the invisible ones (Cf) these two belong to words of Persian, Hindi and others.
_JOINERS = "\u200c\u200d"


def is_plain(text: str) -> bool:
    """Return whether a text shows as what it is."""
    return len(text) <= LONGEST and all(map(_is_plain, text))


def plain(text: str) -> str:
    r"""Return a text without what hides or turns, in one line, not too long.

    >>> plain("Nora\u202e\nVos")
    'Nora Vos'
    """
    spaced = "".join(" " if one.isspace() else one for one in text)
    kept = "".join(one for one in spaced if _is_plain(one))
    return " ".join(kept.split())[:LONGEST].rstrip()


def all_plain(value: Any) -> bool:  # noqa: ANN401  # any JSON
    """Return whether every text within a JSON value is plain, names of fields too."""
    if isinstance(value, str):
        return is_plain(value)
    if isinstance(value, dict):
        return all(is_plain(name) and all_plain(one) for name, one in value.items())
    return all(map(all_plain, value)) if isinstance(value, list) else True


def made_plain(value: Any) -> Any:  # noqa: ANN401  # any JSON
    """Return a JSON value with every text within it made plain."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        return {plain(name): made_plain(one) for name, one in value.items()}
    return [made_plain(one) for one in value] if isinstance(value, list) else value


def _is_plain(letter: str) -> bool:
    kind = unicodedata.category(letter)
    return kind not in _NEVER and (kind != "Cf" or letter in _JOINERS)
