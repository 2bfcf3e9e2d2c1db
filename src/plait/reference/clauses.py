"""What a clause that forbids other work, or asks for consent, is worth by country.

Information from public sources, dated, in the TOML file beside this module; no legal
advice. The laws are for employment: what a freelancer has signed is another matter.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib import resources

from plait.reference.working_time.packs import NoPack, code_for

_UNION = "EU"
_OF_THE_UNION = {"nl", "de", "fr", "eu"}


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


def clause_law(country: str) -> ClauseLaw | None:
    """Return what holds in a country, told by two letters; None where nothing is known.

    A member state without an entry has the Union's.

    >>> clause_law("nl").law, clause_law("BE").country, clause_law("US")
    ('article 7:653a of the Civil Code', 'EU', None)
    """
    laws = _laws()
    code = country.strip().upper()
    return laws.get(code) or (laws[_UNION] if _is_member(code) else None)


def _is_member(country: str) -> bool:
    try:
        return code_for(country) in _OF_THE_UNION
    except NoPack:
        return False


@lru_cache(maxsize=1)
def _laws() -> dict[str, ClauseLaw]:
    file = resources.files("plait.reference").joinpath("clauses.toml")
    told = tomllib.loads(file.read_text("utf-8"))
    laws = (ClauseLaw(as_of=told["as_of"], **one) for one in told["laws"])
    return {law.country: law for law in laws}
