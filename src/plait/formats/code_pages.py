"""Which code page a text of single bytes is in: Windows-1252, or an older one.

Banks' programs of the 1990s still write DOS code pages, and Polish ones
Windows-1250. Any byte is some letter in each of them, so the places decide: `81` amid
letters is "ü" in DOS and nothing in Windows-1252; `9A` between capitals is "Ü", since
"š" would be small; `E4` amid letters is "ä" in Windows and "õ" in DOS. Every byte that
tells votes, and Windows-1252 stays unless the others have more.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

WINDOWS = "cp1252"
_DOS = "cp850"
_DOS_WITH_EURO = "cp858"
_POLISH = "cp1250"

_HIGH = re.compile(rb"[\x80-\xff]")
_ENOUGH = 20_000
_VOWELS = frozenset("aeiouyAEIOUY")
# What Windows-1252 leaves undefined.
_UNDEFINED = frozenset(b"\x81\x8d\x8f\x90\x9d")
# Signs in Windows-1252 that never stand between two letters, and letters in DOS.
_SIGNS = frozenset(
    b"\x80\x82\x83\x84\x86\x87\x88\x89\x8b\x93\x94\x95\x98\x99\xa1\xa2\xa3\xa4\xa5"
)
# Of these, signs that never stand behind a letter, whatever comes after it.
_OPENING_SIGNS = frozenset(b"\x82\x84\x88\x89\x8b")
_SHARP_S = 0xE1
_SMALL_LETTERS = {0x81: "u", _SHARP_S: "s", 0xA1: "i", 0xA2: "o", 0xA3: "u", 0xA4: "n"}
# Dashes, dots, apostrophes and hard spaces, which stand between letters in Windows.
_BETWEEN_WORDS = frozenset(b"\x85\x91\x92\x96\x97\xa0")
_EURO = 0xD5
# Superscripts and an upside-down question mark, which are Polish letters.
_POLISH_LETTERS = frozenset(b"\xb3\xb9\xbf")


def code_page_of(pieces: Iterable[bytes]) -> str:
    """Return the code page of a text that is not UTF-8, given in pieces.

    >>> code_page_of(["MÜLLER".encode("cp850")]), code_page_of([bytes([233, 97])])
    ('cp850', 'cp1252')
    """
    votes: Counter[str] = Counter()
    seen: Counter[int] = Counter()
    for piece in pieces:
        for found in _HIGH.finditer(piece):
            at = found.start()
            seen[piece[at]] += 1
            votes[_vote(piece, at)] += 1
        if seen.total() > _ENOUGH:
            break
    return _elected(votes, seen)


def _elected(votes: Counter[str], seen: Counter[int]) -> str:
    is_undecidable = not votes[WINDOWS] and any(byte in seen for byte in _UNDEFINED)
    if votes[_DOS] > votes[WINDOWS] or is_undecidable:
        return _DOS_WITH_EURO if seen[_EURO] else _DOS
    # Polish has letters that Windows-1252 has in the same place: they vote for both.
    if 10 * votes[_POLISH] > votes[WINDOWS]:
        return _POLISH
    return WINDOWS


def _letter(piece: bytes, at: int) -> str:
    """Return the letter of ASCII at a place, empty where there is none.

    A byte that is a small letter in DOS and no likely sign in Windows is one too.
    """
    byte = piece[at] if 0 <= at < len(piece) else 0
    letter = _SMALL_LETTERS.get(byte) or chr(byte)
    return letter if letter.isascii() and letter.isalpha() else ""


def _vote(piece: bytes, at: int) -> str:
    """Return which code page the byte at a place speaks for, or none."""
    byte, before, after = piece[at], _letter(piece, at - 1), _letter(piece, at + 1)
    if (not before and not after) or byte in _BETWEEN_WORDS:
        return ""
    if byte in _UNDEFINED:
        return _DOS
    if byte in _SIGNS:
        is_word = (before and after) or (before and byte in _OPENING_SIGNS)
        return _DOS if is_word or (after and byte == 0x99) else ""
    if byte in _POLISH_LETTERS:
        return _POLISH if before and after else ""
    if byte == _SHARP_S:
        is_behind_another = not before and at and piece[at - 1] >= 0x80
        return "" if is_behind_another else _vote_on_sharp_s(before, after)
    return _vote_by_case(byte, before, after)


def _vote_on_sharp_s(before: str, after: str) -> str:
    """Return the vote of a byte that is "ß" in DOS (Straße) and "á" in Windows."""
    if before in "aouAOU" and before and after in ("e", "E"):
        return _DOS
    return WINDOWS if before not in _VOWELS else ""


def _vote_by_case(byte: int, before: str, after: str) -> str:
    windows, dos = _letters_of(byte)
    if not windows.isalpha() and not (before and after):
        return ""
    fits_windows, fits_dos = (_fits(one, before, after) for one in (windows, dos))
    # From C0 on Windows-1252 has its letters: DOS must be sure to say otherwise.
    is_sure = byte < 0xC0 or bool(before and after)
    if fits_dos and not fits_windows:
        return _DOS if is_sure else ""
    if not fits_windows or not fits_dos or byte >= 0xC0:
        return WINDOWS if fits_windows else ""
    # Both are letters here: DOS has a vowel, Windows-1252 a consonant.
    is_between = before not in _VOWELS and after not in _VOWELS
    is_ueber = not before and after == "b"
    return _DOS if (before and after and is_between) or is_ueber else ""


@cache
def _letters_of(byte: int) -> tuple[str, str]:
    one = bytes([byte])
    return one.decode(WINDOWS, "replace"), one.decode(_DOS)


def _fits(letter: str, before: str, after: str) -> bool:
    """Return whether a letter has the case that its neighbours let expect."""
    if letter.isupper():
        return not before.islower()
    if letter.islower():
        return not after.isupper() and not (before.isupper() and len(after) == 0)
    return False
