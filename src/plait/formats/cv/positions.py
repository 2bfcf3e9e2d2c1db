"""Positions on CVs: the stretch a written month stands for, the kind of a role."""

import re
import unicodedata
from datetime import date, timedelta
from functools import lru_cache

from plait.domain.period import Period, add_months
from plait.domain.roles import RoleKind
from plait.formats.values import BadValue

_FIRST_YEAR, _LAST_YEAR = 1900, 2200

# How English, Dutch, German, French, Spanish, Italian and Portuguese names of
# months begin, without accents; four letters where three do not tell them apart.
_MONTHS = (
    "jan janv ene gen",
    "feb fevr fev febr",
    "mar mars maar mrt marz maer mrz",
    "apr avri avr abr",
    "may mei mai mag maio maj",
    "jun juin giu",
    "jul juil lug",
    "aug aout ago aoug",
    "sep sept set",
    "oct okt ott out",
    "nov",
    "dec dez dic",
)
_MONTH_OF = {
    name: number
    for number, names in enumerate(_MONTHS, start=1)
    for name in names.split()
}

_STILL_RUNNING = ("present", "current", "heden", "nu", "heute", "aujourd'hui", "oggi")

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T.*)?")
_MONTH_YEAR = re.compile(r"(\d{1,2})[/.](\d{4})")
_WORDED = re.compile(r"(?:(\d{1,2})\.?[ -])?([^\W\d]+)\.?,?[ -](\d{4})")


def plain(text: str) -> str:
    """Return the text in small letters without accents, for comparing.

    >>> plain("Février"), plain("Gründer")
    ('fevrier', 'grunder')
    """
    apart = unicodedata.normalize("NFKD", text)
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()


@lru_cache(maxsize=2048)
def stretch(text: str) -> Period:
    """Return the year, month or day that `text` writes, as a period.

    >>> stretch("Jan 2024")
    Period(start=datetime.date(2024, 1, 1), end=datetime.date(2024, 2, 1))
    """
    try:
        return _period(*_parts(plain(text).strip()))
    except ValueError:
        raise BadValue(
            "This is not a year, month or day that Plait can read",
            value=text,
            fix="Write it as 2024, Jan 2024 or 2024-01-31.",
        ) from None


def _period(year: int, month: int | None, on: int | None) -> Period:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise ValueError(year)
    if month is None:
        return Period(date(year, 1, 1), date(year + 1, 1, 1))
    if on is None:
        first = date(year, month, 1)
        return Period(first, add_months(first, 1))
    day = date(year, month, on)
    return Period(day, day + timedelta(days=1))


def _parts(text: str) -> tuple[int, int | None, int | None]:
    if found := _ISO.fullmatch(text):
        year, month, on = (int(part) if part else None for part in found.groups())
        return year or 0, month, on
    if found := _MONTH_YEAR.fullmatch(text):
        return int(found[2]), int(found[1]), None
    if found := _WORDED.fullmatch(text):
        return int(found[3]), _month(found[2]), int(found[1]) if found[1] else None
    raise ValueError(text)


def _month(name: str) -> int:
    number = _MONTH_OF.get(name[:4]) or _MONTH_OF.get(name[:3])
    if number is None:
        raise ValueError(name)
    return number


def years_held(started: str, ended: str) -> Period:
    """Return the period between two written dates; an end is counted in.

    An empty end, or "Present", means that it still runs.

    >>> years_held("2023", "Mar 2024").end
    datetime.date(2024, 4, 1)
    """
    if not started.strip():
        raise BadValue(
            "It is not said when this began",
            value=ended,
            fix="Add a start in the file, or add the role by hand.",
        )
    start = stretch(started).start
    is_running = not ended.strip() or plain(ended).strip() in _STILL_RUNNING
    end = None if is_running else stretch(ended).end
    if end is not None and end <= start:
        raise BadValue(
            "The end comes before the start",
            value=f"{started} to {ended}",
            fix="Correct one of the two dates in the file.",
        )
    return Period(start, end)


# Titles that hold a telling word and mean another thing.
_MISLEADING = re.compile(
    r"\b(product|process|proces|service|system|data|risk|application|scrum)"
    r"[ -]?(owner|eigenaar)\w*"
    r"|\bstudent(en)? (affairs|advis|counsel|support|recruit|decaan)\w*"
    r"|\bopenbaar bestuur\b"
)

_WORDS = {
    RoleKind.BOARD: """
        board (member|chair|director|advis|treasurer|secretary|trustee) | board of
        (advisory|supervisory|school|executive) board | board$ | chair of the board
        trustee | non-?executive | school governor
        bestuur\\b | bestuurslid | bestuursvoorzitter | bestuurder\\b | penningmeester
        toezicht\\b | commissaris\\b | raad van (advies|commissarissen)
        beirat | aufsichtsrat | verwaltungsrat | vorstand | stiftungsrat
        conseil d'administration
    """,
    RoleKind.MENTORING: "mentor(in|ing|schap|at|ship|s)?\\b",
    RoleKind.VOLUNTEERING: """
        volunteer | vrijwillig | ehrenamt | freiwillig | benevol | pro bono
    """,
    RoleKind.VENTURE: """
        (co-?)?(founder|owner) | (mede-?)?(eigenaar|oprichter) | (mit-?)?(inhaber|grunder)
        entrepreneur | ondernemer | (co-?)?fondat
    """,
    RoleKind.CONTRACT: """
        freelanc | zzp | (sub-?)?contractor | interim | self-?employed
        zelfstandig | selbststandig | selbstandig | freiberuf | independant
    """,
    RoleKind.STUDY: """
        student(in|e)?\\b | studying | study\\b | studie\\b | studium\\b
    """,
}


def _beginning_with(words: str) -> re.Pattern[str]:
    """Return a pattern that finds any of the beginnings, at the start of a word."""
    choices = re.split(r"\s*[\n]\s*|\s+\|\s+", words.strip())
    return re.compile(r"\b(" + "|".join(choices) + ")")


# Tried in this order: a volunteer on a board sits on a board first of all.
_PATTERNS = {kind: _beginning_with(words) for kind, words in _WORDS.items()}


def proposed_kind(title: str, organisation: str = "") -> RoleKind:
    """Return the kind that the words of a title suggest; employment if none do.

    >>> proposed_kind("Bestuurslid"), proposed_kind("Product Owner")
    (<RoleKind.BOARD: 'board'>, <RoleKind.EMPLOYMENT: 'employment'>)
    """
    words = _MISLEADING.sub("", plain(title))
    for kind, pattern in _PATTERNS.items():
        if pattern.search(words):
            return kind
    # People write how they work where the employer stands: "Company: Freelance".
    if _PATTERNS[RoleKind.CONTRACT].match(plain(organisation)):
        return RoleKind.CONTRACT
    return RoleKind.EMPLOYMENT
