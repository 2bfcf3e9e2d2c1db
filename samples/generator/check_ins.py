"""How her roles felt: half a year of check-ins, on most Sunday evenings.

Each answer moves from a first level to a last over the 26 weeks, with a swing of its
own every week; a role she had nothing to do with that week is left out. No answers
come from her leave, nor from two Sundays that she forgot.
"""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from generator.diary import chance, is_on_leave

FIRST, LAST = date(2026, 5, 18), date(2026, 11, 9)
_FORGOTTEN = (date(2026, 6, 15), date(2026, 9, 21))
_SWING = 0.45
ANSWERS = ("energy", "meaning", "growth", "pressure")


class Course(NamedTuple):
    """Where each answer begins and ends, and in how many weeks of a hundred."""

    energy: tuple[float, float]
    meaning: tuple[float, float]
    growth: tuple[float, float]
    pressure: tuple[float, float]
    often: int = 100


# Atlas teaches her much and takes ever more; the flat gives little and asks little.
_COURSES = {
    "practice": Course((3.2, 3.1), (3.6, 3.6), (2.4, 2.3), (2.6, 2.7)),
    "training": Course((4.2, 4.3), (4.0, 4.1), (3.3, 3.4), (2.9, 2.8), often=55),
    "atlas": Course((4.7, 2.3), (4.1, 4.0), (4.4, 4.5), (2.5, 4.9)),
    "board": Course((3.5, 3.6), (4.7, 4.8), (3.0, 3.1), (2.0, 2.1), often=80),
    "mentoring": Course((4.7, 4.7), (4.5, 4.6), (3.4, 3.6), (1.3, 1.4), often=85),
    "study": Course((2.9, 2.7), (3.7, 3.7), (4.4, 4.4), (3.4, 3.9), often=75),
    "flat": Course((2.0, 1.9), (1.7, 1.6), (1.4, 1.3), (2.0, 2.1), often=50),
}
# The column has dried up: she was asked, and had nothing to say of it since August.
_COLUMNS = {
    date(2026, 6, 1): (4, 4, 3, 2),
    date(2026, 7, 6): (3, 4, 3, 2),
    date(2026, 8, 17): (3, 3, 2, 1),
}
_NOTES = {
    ("atlas", date(2026, 6, 22)): "Mooie dag met de wijkteams",
    ("atlas", date(2026, 9, 7)): "Weer twee avonden doorgewerkt",
    ("atlas", date(2026, 10, 26)): "Stuurgroep wil er nog een werkgroep bij",
    ("practice", date(2026, 9, 28)): "Griep onder de assistenten",
    ("mentoring", date(2026, 10, 5)): "Ze heeft de baan!",
    ("board", date(2026, 6, 29)): "Zomerfeest was de moeite waard",
}


def check_ins() -> bytes:
    """Return a Plait book file that holds nothing but check-ins."""
    lines = ",\n".join(
        "  " + json.dumps(told, ensure_ascii=False) for told in sorted_by_week()
    )
    return f'{{"plait": 1, "check_ins": [\n{lines}\n]}}\n'.encode()


def sorted_by_week() -> list[dict[str, Any]]:
    """Return every check-in, earliest first."""
    return sorted([*_told(), *_of_the_column()], key=lambda told: told["week"])


def weeks() -> list[date]:
    """Return the Mondays of the weeks she answered for."""
    n = (LAST - FIRST).days // 7 + 1
    mondays = [FIRST + timedelta(weeks=number) for number in range(n)]
    return [m for m in mondays if not is_on_leave(m) and m not in _FORGOTTEN]


def _told() -> Iterator[dict[str, Any]]:
    for role, course in _COURSES.items():
        rng = chance(f"answers for {role}")
        for monday in weeks():
            is_asked = rng.randrange(100) < course.often
            gone = (monday - FIRST) / (LAST - FIRST)
            answers = [
                min(5, max(1, round(first + gone * (last - first) + swing)))
                for (first, last), swing in zip(
                    course[:4], [rng.gauss(0, _SWING) for _ in ANSWERS], strict=True
                )
            ]
            if is_asked:
                yield _check_in(role, monday, answers)


def _of_the_column() -> Iterator[dict[str, Any]]:
    for monday, answers in _COLUMNS.items():
        yield _check_in("columns", monday, list(answers))


def _check_in(role: str, monday: date, answers: list[int]) -> dict[str, Any]:
    told: dict[str, Any] = {"role": role, "week": monday.isoformat()}
    told |= dict(zip(ANSWERS, answers, strict=True))
    note = _NOTES.get((role, monday))
    return told | ({"note": note} if note else {})
