"""How exposed the tasks of occupations are to generative AI, 0 to 1.

Of each of the 40 sub-major groups the mean, the lowest and the highest of its unit
groups: Gmyrek, Berg and others, Generative AI and Jobs: A Refined Global Index of
Occupational Exposure, ILO Working Paper 140 (2025), CC BY 4.0, aggregated. Exposure
of tasks is not a chance of losing work, and raters disagree widely: another index
rates software developers 0.87 by a model and 0.45 by people.
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from plait.domain.errors import PlaitError

SOURCE = "ILO Working Paper 140 (Gmyrek, Berg et al., 2025), CC BY 4.0"
AS_OF = "2025"
_CODES = ("isco08", "isco_08", "isco", "code")
_SCORES = ("exposure", "mean_exposure", "score", "mean_score_2025", "mean_score")
_DIGITS = 4


class BadTable(PlaitError):
    """A table of exposures that cannot be read."""


@dataclass(frozen=True, slots=True)
class Exposure:
    """How exposed an occupation's tasks are: a figure with its range.

    `level` is how many digits of the code it is known for: 2 is the sub-major group,
    whose unit groups lie between `low` and `high`.
    """

    mean: float
    low: float
    high: float
    level: int
    group: str
    source: str


def exposure_of(code: str, own: Mapping[str, float] | None = None) -> Exposure | None:
    """Return the exposure of an ISCO-08 code, from the person's own table first."""
    for digits in range(_DIGITS, 1, -1):
        known = (own or {}).get(code[:digits]) if len(code) >= digits else None
        if known is not None:
            return Exposure(known, known, known, digits, "", "own table")
    return _groups().get(code[:2])


@lru_cache(maxsize=1)
def _groups() -> dict[str, Exposure]:
    file = resources.files("plait.reference.occupations").joinpath("exposure.csv")
    return {
        row["isco08_2"]: Exposure(
            mean=float(row["mean_exposure"]),
            low=float(row["lowest_unit_group"]),
            high=float(row["highest_unit_group"]),
            level=2,
            group=row["title"],
            source=SOURCE,
        )
        for row in csv.DictReader(file.read_text("utf-8").splitlines())
    }


def own_table(lines: Iterable[str]) -> dict[str, float]:
    """Return a person's own table: a column of codes, one of exposures from 0 to 1.

    The columns stand apart by commas, or by semicolons where the header has those.
    """
    first, *rest = [line for line in lines if line.strip()] or [""]
    mark = ";" if ";" in first else ","
    rows = csv.DictReader([first, *rest], delimiter=mark)
    names = {name.strip().casefold(): name for name in rows.fieldnames or ()}
    code = next((names[n] for n in _CODES if n in names), None)
    score = next((names[n] for n in _SCORES if n in names), None)
    if code is None or score is None:
        raise BadTable(
            "This table has no columns of codes and of exposures",
            value=", ".join(names) or "an empty file",
            fix="Name them isco08 and exposure.",
        )
    return {
        _code(row[code], number): _share(row[score], number)
        for number, row in enumerate(rows, start=2)
    }


def _code(text: str | None, line: int) -> str:
    code = (text or "").strip()
    if not (code.isdigit() and len(code) <= _DIGITS):
        raise BadTable(
            "This is not an ISCO-08 code",
            value=f"line {line}: {code}",
            fix="Write two to four digits, such as 2424.",
        )
    return code


def _share(text: str | None, line: int) -> float:
    try:
        share = float((text or "").strip().replace(",", "."))
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise BadTable(
            "An exposure lies between 0 and 1",
            value=f"line {line}: {text}",
            fix="Write it as a number such as 0.53.",
        )
    return share
