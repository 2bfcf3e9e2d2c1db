"""What a column is called, as words that can be compared.

"Buchungsdatum", "#Data operacji", "dateOp" and "Amount (EUR)" are taken apart by
plain string code: no pattern looks at a text that a stranger wrote.
"""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list that is written with spaces."""
    return frozenset(text.split())


# What is longer names no column.
LONGEST_NAME = 200
_SHORTEST_PART = 5
_MOST_RANKS = 60
# From here on are the scripts that put no spaces between their words.
_FIRST_UNSPACED = "\u2e80"
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d"})
# A dollar sign stands for too many currencies to tell one.
_SIGNS = (
    *(("R$", "BRL"), ("US$", "USD"), ("A$", "AUD"), ("C$", "CAD"), ("NZ$", "NZD")),
    *(("€", "EUR"), ("£", "GBP"), ("₺", "TRY"), ("₹", "INR"), ("₪", "ILS")),
    *(("zł", "PLN"), ("Kč", "CZK"), ("Fr.", "CHF"), ("Ft", "HUF")),
    *(("円", "JPY"), ("원", "KRW"), ("元", "CNY"), ("₩", "KRW"), ("₫", "VND")),
    *(("₴", "UAH"), ("₽", "RUB"), ("руб", "RUB"), ("грн", "UAH"), ("лв", "BGN")),
    *(("฿", "THB"), ("₱", "PHP"), ("₦", "NGN"), ("TL", "TRY")),
)
SIGNS = dict(_SIGNS)
# What is written in place of a code, as a whole word.
_WRITTEN_CODES = {
    "RUR": "RUB",
    "RMB": "CNY",
    "NIS": "ILS",
    "CNH": "CNY",
    **{sign.upper(): code for sign, code in _SIGNS},
}
# What headings and lines above a table are looked for; ALL and TOP are words, too.
_NAMED_CODES = word_set(
    "EUR GBP USD CHF SEK NOK DKK ISK PLN CZK HUF RON BGN TRY JPY CNY HKD SGD INR AUD"
    " NZD CAD MXN BRL ZAR KES NGN ILS AED UAH THB PHP IDR MYR KRW CLP COP ARS RUB BHD"
    " KWD OMR JOD QAR SAR EGP TND PKR LKR BDT TWD VND KZT RSD BAM MKD PEN UYU PYG DOP"
    " CRC GTQ HNL GHS UGX TZS XOF XAF ZMW MUR BWP"
)
_NAMED_MONEY = {"euro": "EUR", "euros": "EUR", "euroa": "EUR", "pounds": "GBP"}

# The wide ones are those of Chinese and Japanese.
_OPENING, _CLOSING = "([\uff08\uff3b", ")]\uff09\uff3d"

Words = tuple[str, ...]
Phrases = tuple[Words, ...]


@lru_cache(maxsize=4096)
def words_of(name: str) -> Words:
    """Return the words of a name, small and without accents; none if far too long.

    >>> words_of("dateOp"), words_of("Währung:"), words_of("Zahlungspflichtige*r")
    (('date', 'op'), ('wahrung',), ('zahlungspflichtiger',))
    """
    if len(name) > LONGEST_NAME:
        return ()
    apart = unicodedata.normalize("NFKD", _parted(name.replace("*", "")).casefold())
    kept = "".join(c for c in apart if not unicodedata.combining(c))
    plain = kept.translate(_LETTERS)
    return tuple("".join(c if c.isalnum() else " " for c in plain).split())


def _parted(name: str) -> str:
    """Return the name with a space where a capital or a digit begins a word."""
    parts = [name[:1]]
    for before, letter in pairwise(name):
        is_joint = before.islower() and letter.isupper()
        parts.append(
            f" {letter}"
            if is_joint or (before.isalpha() and letter.isdigit())
            else letter
        )
    return "".join(parts)


def plain_name(name: str) -> str:
    """Return a column's name without what stands in brackets, or the currency.

    >>> plain_name("Amount (EUR)"), plain_name("Umsatz in EUR"), plain_name("Bij/Af:")
    ('amount', 'umsatz', 'bij af')
    """
    words = words_of(without_brackets(name))
    if len(words) > 1 and _code_of(words[-1]):
        words = words[: -2 if len(words) > 2 and words[-2] == "in" else -1]
    return " ".join(words)


def without_brackets(name: str) -> str:
    """Return a name without its brackets and what they hold."""
    kept, rest = "", name[:LONGEST_NAME]
    while (start := _first_of(_OPENING, rest)) >= 0:
        end = _first_of(_CLOSING, rest[start:])
        if end < 0:
            break
        kept, rest = f"{kept}{rest[:start]} ", rest[start + end + 1 :]
    return kept + rest


def in_brackets(name: str) -> Words:
    """Return the words that stand in the first brackets of a name."""
    start = _first_of(_OPENING, name[:LONGEST_NAME])
    end = _first_of(_CLOSING, name[start : LONGEST_NAME + start])
    return words_of(name[start + 1 : start + end]) if start >= 0 and end > 0 else ()


def _first_of(marks: str, text: str) -> int:
    """Return where the first of the marks stands, -1 if none does."""
    return next((at for at, mark in enumerate(text) if mark in marks), -1)


def code_in(name: str) -> str:
    """Return the currency that a name or a line of text tells, empty if none.

    >>> code_in("Amount (EUR)"), code_in("CAD$"), code_in("Débit euros"), code_in("$")
    ('EUR', 'CAD', 'EUR', '')
    """
    short = name[:LONGEST_NAME]
    letters = "".join(c if c.isalpha() else " " for c in short)
    if code := next((w for w in letters.split() if w in _NAMED_CODES), ""):
        return code
    if code := next((c for w in words_of(short) if (c := _NAMED_MONEY.get(w))), ""):
        return code
    words = letters.split()
    signs = (sign for sign, _ in _SIGNS if sign in (words if sign.isalpha() else short))
    return SIGNS.get(next(signs, ""), "")


def written_code(text: str) -> str:
    """Return the code for what stands in its place, as it came where there is none.

    >>> written_code("RUR"), written_code("zł"), written_code("eur")
    ('RUB', 'PLN', 'EUR')
    """
    code = text.strip().rstrip(".").upper()
    return _WRITTEN_CODES.get(code, code)


def _code_of(word: str) -> str:
    code = word.upper()
    return _NAMED_MONEY.get(word, code if code in _NAMED_CODES else "")


def phrases(text: str) -> Phrases:
    """Return phrases written with bars between them, as they are compared."""
    return tuple(words_of(part) for part in text.replace("\n", " ").split("|"))


@lru_cache(maxsize=4096)
def likeness(words: Words, wanted: Phrases) -> float:
    """Return 0 to 100: how much a name is one of the phrases, likelier ones first.

    A name that holds the phrase, or a long word that does, is less like it.
    """
    name = " ".join(words)
    found = (
        _likeness_to(words, phrase) - rank
        for text, phrase, rank in _ranked(wanted)
        if text in name
    )
    return max(0.0, max(found, default=0.0))


@lru_cache(maxsize=512)
def _ranked(wanted: Phrases) -> tuple[tuple[str, Words, float], ...]:
    """Return each phrase with its text, and what its rank takes from a likeness."""
    return tuple(
        (" ".join(phrase), phrase, min(rank, _MOST_RANKS) / 20)
        for rank, phrase in enumerate(wanted)
    )


def _likeness_to(words: Words, phrase: Words) -> float:
    if words == phrase:
        return 100
    size = len(phrase)
    if any(words[at : at + size] == phrase for at in range(len(words) - size + 1)):
        return max(55.0, 80 - 5 * (len(words) - size))
    if size > 1:
        return 0
    if is_unspaced(phrase[0]):
        return 60 if any(phrase[0] in word for word in words) else 0
    if len(phrase[0]) >= _SHORTEST_PART:
        return 50 if any(phrase[0] in word for word in words) else 0
    return 0


def is_unspaced(word: str) -> bool:
    """Return whether a word is of a script that puts no spaces between its words."""
    return word[:1] >= _FIRST_UNSPACED and len(word) > 1


def holds(words: Iterable[str], wanted: frozenset[str]) -> bool:
    """Return whether a name holds one of the words."""
    return not wanted.isdisjoint(words)


def begins(words: Iterable[str], stems: tuple[str, ...]) -> bool:
    """Return whether a word of a name begins with one of the stems."""
    return any(word.startswith(stems) for word in words)
