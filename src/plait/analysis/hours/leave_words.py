"""Titles of calendar events that speak of leave, in English, Dutch, German, French.

Some words mean leave whatever stands beside them ("Vakantie Kreta"); others only by
themselves ("Ziek", but not "Ziek kind ophalen"; "Leave", but not "Leave for Oslo").
Beside either, a word may show that it is nobody's leave: "Bank holiday", "Holiday
party". What is left, apart from the person's own name, makes a title less sure: it
may be a place, or somebody else ("Verlof Jan").
"""

import re
import unicodedata
from typing import NamedTuple

from plait.domain.availability import AbsenceKind

_LONGEST = 200
_WORD = re.compile(r"[^\W\d_]+")

_LEAVE = AbsenceKind.LEAVE
_SICK = AbsenceKind.SICKNESS
_PARENTAL = AbsenceKind.PARENTAL

# The first that fits counts, so what is more specific comes first. Each is the
# words of a title, without accents; a word after * may end a longer one.
_ALWAYS: dict[AbsenceKind, tuple[str, ...]] = {
    _PARENTAL: (
        *("parental leave", "maternity leave", "paternity leave", "adoption leave"),
        *("ouderschapsverlof", "zwangerschapsverlof", "bevallingsverlof"),
        *("geboorteverlof", "partnerverlof", "vaderschapsverlof", "kraamverlof"),
        *("elternzeit", "elternurlaub", "mutterschutz", "vaterschaftsurlaub"),
        *("conge parental", "conge maternite", "conge paternite"),
        *("conge de maternite", "conge de paternite"),
    ),
    _SICK: (
        *("sick leave", "sick day", "sick days", "off sick", "ziekteverlof"),
        *("ziekgemeld", "ziek gemeld", "krankgeschrieben", "krankmeldung"),
        *("arret maladie", "conge maladie"),
    ),
    _LEAVE: (
        *("annual leave", "on leave", "day off", "days off", "time off", "holiday"),
        *("holidays", "vacation", "vacations", "*vakantie", "*verlof", "vakantiedag"),
        *("verlofdag", "vrije dag", "vrije dagen", "dag vrij", "snipperdag"),
        *("*urlaub", "*ferien", "urlaubstag", "vacances", "conges"),
    ),
}
_ALONE: dict[AbsenceKind, tuple[str, ...]] = {
    _SICK: ("sick", "ill", "ziek", "ziekte", "krank", "krankheit", "malade", "maladie"),
    _LEAVE: ("leave", "off", "pto", "vrij", "frei", "conge"),
}
_NOBODYS = {
    *("bank", "public", "national", "school", "party", "pay", "policy", "request"),
    *("planning", "plan", "plannen", "aanvragen", "doorgeven", "boeken", "book"),
    *("borrel", "feest", "schoolvakantie", "schoolvakanties", "schulferien"),
    *("feestdag", "feiertag", "ferie", "feries", "scolaires", "deadline", "kaart"),
}
_FILLERS = {
    *("my", "our", "on", "in", "to", "the", "a", "half", "taken", "booked", "day"),
    *("mijn", "onze", "op", "met", "de", "het", "een", "dag", "dagen", "naar"),
    *("mein", "unser", "im", "nach", "tag", "mes", "mon", "en", "les", "le", "la"),
    *("paid", "unpaid", "betaald", "onbetaald", "family", "summer", "winter"),
}


class LeaveTitle(NamedTuple):
    """What a title says; `is_sure` where nothing else stands in it."""

    kind: AbsenceKind
    is_sure: bool


def leave_in(title: str, name: str) -> LeaveTitle | None:
    """Return the leave that a title speaks of, None for none; `name` is the person's.

    >>> leave_in("Verlof Marit", "Marit van Dalen").is_sure
    True
    >>> leave_in("Bank holiday", "Marit van Dalen") is None
    True
    """
    words = _words(title)
    if _NOBODYS & set(words):
        return None
    own = _FILLERS | set(_words(name))
    for kind, phrases in _ALWAYS.items():
        for phrase in phrases:
            rest = _without(phrase, words)
            if rest is not None:
                return LeaveTitle(kind, is_sure=set(rest) <= own)
    rest_of_title = " ".join(word for word in words if word not in own)
    kinds = (kind for kind, alone in _ALONE.items() if rest_of_title in alone)
    return next((LeaveTitle(kind, is_sure=True) for kind in kinds), None)


def _words(text: str) -> list[str]:
    """Return the words of a text in small letters, without accents."""
    plain = unicodedata.normalize("NFKD", text[:_LONGEST].casefold())
    return _WORD.findall("".join(c for c in plain if not unicodedata.combining(c)))


def _without(phrase: str, words: list[str]) -> list[str] | None:
    """Return the words that stand beside the phrase, None where it is not there."""
    wanted = phrase.removeprefix("*").split()
    is_open = phrase.startswith("*")
    for place in range(len(words) - len(wanted) + 1):
        found = words[place : place + len(wanted)]
        if found == wanted or (is_open and found[0].endswith(wanted[0])):
            return words[:place] + words[place + len(wanted) :]
    return None
