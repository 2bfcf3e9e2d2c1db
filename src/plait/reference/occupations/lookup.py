"""Which occupation a person means by a title or a code."""

from plait.reference.occupations.exposure import exposure_of
from plait.reference.occupations.titles import Occupation, occupation_of, search

_LONGEST_CODE = 4


def code_of(text: str) -> str:
    """Return the ISCO-08 code of a title or a code, "" where it is not beyond doubt.

    >>> code_of("Practice manager"), code_of("2149"), code_of("manager")
    ('1342', '2149', '')
    """
    if text.isascii() and text.isdigit():
        is_known = occupation_of(text) or (
            len(text) <= _LONGEST_CODE and exposure_of(text)
        )
        return text if is_known else ""
    same = [one for one in search(text) if text.casefold() in _names(one)]
    return same[0].code if len(same) == 1 else ""


def title_of(code: str, language: str) -> str:
    """Return the title of a code, or the code of an occupation that we do not name."""
    known = occupation_of(code)
    return known.title(language) if known else code


def _names(one: Occupation) -> set[str]:
    return {name.casefold() for name in (one.en, one.nl, *one.also)}
