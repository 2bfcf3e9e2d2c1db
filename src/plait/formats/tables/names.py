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
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d"})
# A dollar sign stands for too many currencies to tell one.
_SIGNS = (
    *(("R$", "BRL"), ("US$", "USD"), ("A$", "AUD"), ("C$", "CAD"), ("NZ$", "NZD")),
    *(("€", "EUR"), ("£", "GBP"), ("₺", "TRY"), ("₹", "INR"), ("₪", "ILS")),
    *(("zł", "PLN"), ("Kč", "CZK"), ("Fr.", "CHF"), ("Ft", "HUF")),
)
SIGNS = dict(_SIGNS)
# What headings and lines above a table are looked for; ALL and TOP are words, too.
_NAMED_CODES = word_set(
    "EUR GBP USD CHF SEK NOK DKK ISK PLN CZK HUF RON BGN TRY JPY CNY HKD SGD INR AUD"
    " NZD CAD MXN BRL ZAR KES NGN ILS AED UAH THB PHP IDR MYR KRW CLP COP ARS"
)
_NAMED_MONEY = {"euro": "EUR", "euros": "EUR", "euroa": "EUR", "pounds": "GBP"}

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
    while (start := _first_of("([", rest)) >= 0:
        end = _first_of(")]", rest[start:])
        if end < 0:
            break
        kept, rest = f"{kept}{rest[:start]} ", rest[start + end + 1 :]
    return kept + rest


def in_brackets(name: str) -> Words:
    """Return the words that stand in the first brackets of a name."""
    start = _first_of("([", name[:LONGEST_NAME])
    end = _first_of(")]", name[start : LONGEST_NAME + start])
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
    return next((code for sign, code in _SIGNS if sign in short), "")


def _code_of(word: str) -> str:
    code = word.upper()
    return _NAMED_MONEY.get(word, code if code in _NAMED_CODES else "")


def phrases(text: str) -> Phrases:
    """Return phrases written with bars between them, as they are compared."""
    return tuple(words_of(part) for part in text.replace("\n", " ").split("|"))


def likeness(words: Words, wanted: Phrases) -> float:
    """Return 0 to 100: how much a name is one of the phrases, likelier ones first.

    A name that holds the phrase, or a long word that does, is less like it.
    """
    best = 0.0
    for rank, phrase in enumerate(wanted):
        score = _likeness_to(words, phrase)
        if score:
            best = max(best, score - rank / 20)
    return best


def _likeness_to(words: Words, phrase: Words) -> float:
    if words == phrase:
        return 100
    size = len(phrase)
    if any(words[at : at + size] == phrase for at in range(len(words) - size + 1)):
        return max(55.0, 80 - 5 * (len(words) - size))
    if size == 1 and len(phrase[0]) >= _SHORTEST_PART:
        return 50 if any(phrase[0] in word for word in words) else 0
    return 0


def holds(words: Iterable[str], wanted: frozenset[str]) -> bool:
    """Return whether a name holds one of the words."""
    return not wanted.isdisjoint(words)


def begins(words: Iterable[str], stems: tuple[str, ...]) -> bool:
    """Return whether a word of a name begins with one of the stems."""
    return any(word.startswith(stems) for word in words)
