"""What a clause that forbids other work, or asks for consent, is worth by country.

Information from public sources, dated, in the folders of the countries; no legal
advice. The laws are for employment: what a freelancer has signed is another matter.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from plait.reference import country_packs

_PART = "clauses"


@dataclass(frozen=True, slots=True)
class ClauseLaw:
    """What one country's law says of such clauses, in two languages.

    `valid_from` is None where the law has no day; `as_of` is when it was looked at.
    """

    country: str
    law: str
    law_nl: str
    says: str
    says_nl: str
    source: str
    status: str
    as_of: date
    valid_from: date | None = None
    look_again_on: date | None = None


def clause_law(country: str) -> ClauseLaw | None:
    """Return what holds in a country, given by two letters; None where nothing is known.

    A member state without a law of its own here has the Union's.

    >>> clause_law("nl").law, clause_law("BE").country, clause_law("US")
    ('article 7:653a of the Civil Code', 'EU', None)
    """
    code = country_packs.code_of(country, _PART)
    return _law(code) if code else None


@lru_cache(maxsize=16)
def _law(code: str) -> ClauseLaw:
    letters = country_packs.about(code).letters
    return ClauseLaw(country=letters, **country_packs.read(code, _PART))
