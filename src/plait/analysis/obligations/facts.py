"""What no statement shows and a person may give: the tax and income of two years."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class VatInterval(StrEnum):
    """How often VAT returns are sent; never in a small-business scheme."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class TaxFacts:
    """Sums in the pack's currency, None where not given.

    `last_bill` is the tax of the last bill (in the US of last year), `expected_bill`
    what this year's will be, `paid_ahead` what was paid towards it already, `at_source` what is taken from pay in the same year,
    `last_income` last year's (adjusted gross) income. `files_apart`: married, and each
    files alone. `vat` says how often VAT returns are sent, None as most people do;
    `vat_extended` that the tax office gave a month more for all of them.
    """

    last_bill: Decimal | None = None
    expected_bill: Decimal | None = None
    at_source: Decimal | None = None
    last_income: Decimal | None = None
    files_apart: bool = False
    paid_ahead: Decimal | None = None
    vat: VatInterval | None = None
    vat_extended: bool = False


NO_FACTS = TaxFacts()
