"""What a model made from a book assumes, where the book does not say."""

from dataclasses import dataclass
from enum import StrEnum

from plait.reference.hazards import SectorRate


class Assumed(StrEnum):
    """One thing that a stream or the whole model rests on; sentences live elsewhere."""

    AS_BEFORE = "brings on as in its last months"
    DRIED_UP = "has dried up, and brings nothing until it is replaced"
    AS_AGREED = "brings what its terms say, as nothing came in yet"
    FEW_MONTHS = "varies as others do: fewer than six months are told"
    OWN_BELIEF = "ends as likely as its person believes"
    SECTOR_RATE = "ends as often as jobs of its sector do"
    ALL_SECTORS = "ends as often as all jobs do: its sector is not told or not known"
    CLIENT_AS_JOB = "a client ends as often as a job: nobody counts clients"
    CONTRACT_ENDS = "its contract ends"
    RENEWED_BEFORE = "is renewed about as often as before"
    NOT_RENEWED = "is not renewed: it never was"
    NO_NOTICE = "has no notice: none is told"
    SEARCH_OF_OTHERS = "is replaced after as long as others searched"
    OWN_FALLBACK = "is replaced as its fallback says"
    AS_LATE_AS_BEFORE = "is paid as late as invoices were before"
    COSTS_GO_ON = "goes on costing what it does until it is over"
    BEFORE_TAX = "no share is put by for tax"


@dataclass(frozen=True, slots=True)
class Basis:
    """What one stream of a model rests on.

    `role` is the index of the role, `n_months` how many whole months its income is
    the mean of, `sector` the rate that its chance of ending comes from, None where
    the person told one.
    """

    role: int
    n_months: int
    assumed: tuple[Assumed, ...]
    sector: SectorRate | None = None
