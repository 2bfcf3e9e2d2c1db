"""The positions that her LinkedIn page and her CV tell alike."""

from typing import NamedTuple

from generator.banks.income import ATLAS, CHARITY, MAGAZINE, PRACTICE, UNIVERSITY
from generator.banks.transfers import FIRM


class Position(NamedTuple):
    """A position with ISO dates; an empty end means that it still runs."""

    organisation: str
    title: str
    summary: str
    start: str
    end: str = ""


WORK = (
    Position(
        ATLAS, "Atlas project lead", "Chain care in four neighbourhoods.", "2025-03-01"
    ),
    Position(FIRM, "Trainer", "Training days for other practices.", "2022-01-01"),
    Position(MAGAZINE, "Columnist", "A column a month on practice life.", "2022-02-01"),
    Position(
        CHARITY, "Board member", "Neighbourhood charity in Utrecht.", "2021-06-01"
    ),
    Position(PRACTICE, "Practice manager", "Nine doctors, 24 staff.", "2019-09-01"),
    Position(
        "Gezondheidscentrum Esdoornhof",
        "Practice coordinator",
        "Rotas, quality and front desk.",
        "2012-02-01",
        "2019-08-31",
    ),
)
MENTORING = Position(
    "Assistentennetwerk Midden",
    "Mentor",
    "An hour a week with young practice assistants.",
    "2022-09-01",
)
STUDY = Position(
    UNIVERSITY,
    "MSc Healthcare Leadership",
    "Part-time by distance learning.",
    "2023-09-01",
)
SKILLS = ("Practice management", "Training", "Quality in care", "Governance")
