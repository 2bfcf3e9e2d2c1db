"""A fee as a line of its own, behind the payment that it is taken from."""

from collections.abc import Iterator

from plait.domain.errors import Problem
from plait.domain.records import BankLine, Line, RecordStatus


def fee_of(line: BankLine, amount: int, taker: str) -> BankLine:
    """Return the fee of a payment, in minor units, negative where it was paid.

    It has the payment's number with "-fee" behind it, so that it too is known again.
    """
    return line._replace(
        amount_minor=amount,
        payer=taker,
        counter_account="",
        bank_id=f"{line.bank_id}-fee" if line.bank_id else "",
        status=RecordStatus.OPEN,
    )


def with_fees(
    lines: Iterator[Line | Problem], waiting: list[BankLine]
) -> Iterator[Line | Problem]:
    """Yield the lines, each with what waits behind it once it was made."""
    for line in lines:
        yield line
        yield from waiting
        waiting.clear()
