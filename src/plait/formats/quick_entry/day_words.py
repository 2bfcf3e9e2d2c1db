"""The words and numbers by which a day is named, in English and Dutch."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from plait.formats.quick_entry.durations import NUMBERS

_WEEKDAYS = (
    ("monday", "maandag", "mon", "ma"),
    ("tuesday", "dinsdag", "tue", "tues", "di"),
    ("wednesday", "woensdag", "wed", "wo"),
    ("thursday", "donderdag", "thu", "thur", "thurs"),
    ("friday", "vrijdag", "fri", "vr"),
    ("saturday", "zaterdag", "sat", "za"),
    ("sunday", "zondag", "sun"),
)
WEEKDAYS = {name: n for n, names in enumerate(_WEEKDAYS) for name in names}
"""From a name to 0 for Monday; "do" and "zo" are left out, for they are words."""

_MONTHS = (
    ("jan", "january", "januari"),
    ("feb", "february", "februari"),
    ("mar", "march", "mrt", "maart"),
    ("apr", "april"),
    ("may", "mei"),
    ("jun", "june", "juni"),
    ("jul", "july", "juli"),
    ("aug", "august", "augustus"),
    ("sep", "sept", "september"),
    ("oct", "october", "okt", "oktober"),
    ("nov", "november"),
    ("dec", "december"),
)
MONTHS = {name: n for n, names in enumerate(_MONTHS, start=1) for name in names}

THIS, NEXT = ("this", "deze"), ("next", "volgende", "komende", "aanstaande")
LAST = ("last", "past", "vorige", "afgelopen")


class Kind(NamedTuple):
    """A way to name a day; one that `is_plain` may well be about something else."""

    name: str
    pattern: str
    is_plain: bool = False


def any_of(words: Iterable[str]) -> str:
    """Return a pattern of any of the words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


_DAY, MONTH = any_of(WEEKDAYS), any_of(MONTHS)
_N = rf"[0-9]{{1,2}}|{any_of(NUMBERS)}"
_PART = r"(?:\s*(?:morning|afternoon|evening|night|ochtend|morgen|middag|avond|nacht))?"
_ON = r"(?:(?:on|op|dd)\.?\s+)?"
_LEAD = rf"{_ON}(?:(?:the|de)\s+)?(?:(?P<weekday>{_DAY}),?\s+)?"
_D = r"(?P<d>[0-9]{1,2})"
TH = r"(?:st|nd|rd|th)"
_BOTH = r"(?P<first>[0-9]{1,2})(?P<mark>[%s])(?P<second>[0-9]{1,2})"

_KINDS = (
    Kind("0", r"today|vandaag|tonight|this (?:morning|afternoon|evening)"),
    Kind("0", r"van(?:ochtend|morgen|middag|avond)"),
    Kind("1", rf"yesterday{_PART}|last night|gister(?:en)?{_PART}"),
    Kind("2", rf"(?:the )?day before yesterday|eergisteren{_PART}"),
    Kind("-1", r"tomorrow|morgen", is_plain=True),
    Kind("-2", r"overmorgen", is_plain=True),
    Kind("ago", rf"(?P<n>{_N}) (?P<unit>days?|weeks?) ago"),
    Kind("ago", rf"(?P<n>{_N}) (?P<unit>dag(?:en)?|week|weken) geleden"),
    Kind("last week", rf"(?:last|vorige) week (?:on |op )?(?P<day>{_DAY})"),
    Kind("last week", rf"(?P<day>{_DAY}) (?:last|vorige) week"),
    Kind("weekday", rf"{_ON}(?P<which>{any_of(LAST)}) (?P<day>{_DAY}){_PART}"),
    Kind("weekday", rf"(?P<which>on|op) (?P<day>{_DAY}){_PART}"),
    Kind(
        "weekday",
        rf"(?:(?P<which>{any_of(THIS + NEXT)}) )?(?P<day>{_DAY}){_PART}",
        is_plain=True,
    ),
    Kind(
        "whole",
        rf"{_LEAD}(?P<y>[0-9]{{4}})(?P<mark>[-/.])(?P<m>[0-9]{{1,2}})(?P=mark){_D}",
    ),
    Kind(
        "month",
        rf"{_LEAD}{_D}(?:{TH}|e|\.)?(?: of)?[ -](?P<month>{MONTH})[.,]?"
        r"(?:[ -](?P<y>[0-9]{4}))?",
    ),
    Kind(
        "month",
        rf"{_LEAD}(?P<month>{MONTH})\.? {_D}{TH}?(?:,? (?P<y>[0-9]{{4}}))?",
        is_plain=True,
    ),
    Kind("numbers", rf"{_LEAD}{_BOTH % '/.-'}(?P=mark)(?P<y>[0-9]{{4}}|[0-9]{{2}})"),
    # 1-1 is a talk between two before it is New Year's Day, 24/7 all day and night.
    Kind(
        "numbers",
        rf"{_LEAD}(?!(?:1-1|24/7)(?![0-9])){_BOTH % '/-'}(?P<y>)",
        is_plain=True,
    ),
    Kind("of month", rf"{_ON}(?:the|de)\s+{_D}(?:{TH}|de|ste|e)", is_plain=True),
)
# A comma or dash parts words, and is part of a number.
_BEFORE = r"(?<![a-z0-9@#&'])(?<![0-9][.,:/-])"
_AFTER = r"(?![a-z0-9:/'-]|[.,][0-9])"

PATTERNS = [
    (kind, re.compile(f"{_BEFORE}(?:{kind.pattern}){_AFTER}")) for kind in _KINDS
]

THE = r"(?:(?:the|de|next|volgende|komende)\s+)?$"
WORD_BEGINS = r"(?<![a-z0-9'-])"  # handover and standby end in over and by

ABOUT = re.compile(
    rf"{WORD_BEGINS}(?:about|over|until|till|tot|by|before|every|each|elke|iedere"
    rf"|t/m|naar|vanaf|since|sinds)\s+{THE}"
)
"""What stands before a day that something was about, not the day when it was."""

FOR = re.compile(
    r"(?:^|(?<=[\s\x01(]))(?:for|voor)\s+(?:(?:next|volgende|komende)\s+)?$"
)
"""The same before a plain one: slides for Monday, but two hours for yesterday."""
