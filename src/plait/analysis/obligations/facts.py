"""What no statement shows and a person may give: the tax and income of two years."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class TaxFacts:
    """Sums in the pack's currency, None where not given.

    `last_bill` is the tax of the last bill (in the US of last year), `expected_bill`
    what this year's will be, `at_source` what is taken from pay in the same year,
    `last_income` last year's (adjusted gross) income. `files_apart`: married, and each
    files alone.
    """

    last_bill: Decimal | None = None
    expected_bill: Decimal | None = None
    at_source: Decimal | None = None
    last_income: Decimal | None = None
    files_apart: bool = False


NO_FACTS = TaxFacts()
