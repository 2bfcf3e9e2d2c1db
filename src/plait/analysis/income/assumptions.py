"""What a model made from a book assumes, where the book does not say."""

from dataclasses import dataclass
from enum import StrEnum

from plait.reference.hazards import SectorRate


class Assumed(StrEnum):
    """One thing that a stream rests on; `wording.income.simulation_assumptions` says it."""

    AS_BEFORE = "as_before"
    DRIED_UP = "dried_up"
    AS_AGREED = "as_agreed"
    FEW_MONTHS = "few_months"
    OWN_BELIEF = "own_belief"
    SECTOR_RATE = "sector_rate"
    ALL_SECTORS = "all_sectors"
    OWN_CLIENTS = "own_clients"
    CONTRACT_ENDS = "contract_ends"
    RENEWED_BEFORE = "renewed_before"
    NOT_RENEWED = "not_renewed"
    NO_NOTICE = "no_notice"
    SEARCH_OF_OTHERS = "search_of_others"
    OWN_FALLBACK = "own_fallback"
    AS_LATE_AS_BEFORE = "as_late_as_before"
    COSTS_GO_ON = "costs_go_on"
    BEFORE_TAX = "before_tax"


@dataclass(frozen=True, slots=True)
class Basis:
    """What one stream of a model rests on.

    `role` is the index of the role, `n_months` how many whole months its income is
    the mean of, `sector` the rate that its chance of ending comes from, None where
    the person gave one.
    """

    role: int
    n_months: int
    assumed: tuple[Assumed, ...]
    sector: SectorRate | None = None
