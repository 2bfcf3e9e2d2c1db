"""The fields of an agreement: the terms of a role over a period."""

from decimal import Decimal

from plait.domain.roles import Agreement, Clause, CountsAs, PayBasis, Per
from plait.domain.schemas.checks import (
    agreed_pay_has_a_basis,
    blocks_do_not_overlap,
    ends_after_start,
)
from plait.domain.schemas.field_types import (
    Amount,
    Choice,
    Currency,
    Day,
    Number,
    WeekBlocks,
    Whole,
    YesNo,
)
from plait.domain.schemas.schema import Field, Schema

# What a person can agree on now; a file may hold more, as far as a table does.
MOST_PAY = Decimal(1_000_000_000)
MOST_NOTICE_DAYS = 3_650
# The hours that the longest of each stretch has.
MOST_HOURS = {
    Per.WEEK: 7 * 24,
    Per.MONTH: 31 * 24,
    Per.QUARTER: 92 * 24,
    Per.YEAR: 366 * 24,
    Per.TOTAL: 100_000,
}
AGREEMENT = Schema(
    section="agreements",
    record=Agreement,
    about="The terms of a role, within its entry.",
    checks=(ends_after_start, agreed_pay_has_a_basis, blocks_do_not_overlap),
    fields=(
        Field(
            "from",
            Day(),
            "when they begin to hold; the role's first day where it is left out",
            attribute="period.start",
            example="2026-01-01",
        ),
        Field("to", Day(), "when they no longer hold", attribute="period.end"),
        Field("hours", Number(1_000_000), "the agreed hours", example="16"),
        Field(
            "per",
            Choice(Per),
            "the stretch of time they are counted over",
            default=Per.WEEK,
        ),
        Field(
            "pay",
            Amount(10**12, basis="pay_basis"),
            "what is paid, before tax",
            example="85",
        ),
        Field(
            "currency",
            Currency(),
            "of the pay; needed with it",
            attribute="pay.currency",
            example="EUR",
            part_of="pay",
        ),
        Field(
            "pay_basis",
            Choice(PayBasis),
            "what the pay is for; a salary is per month",
            example="hour",
            default=PayBasis.NONE,
        ),
        Field(
            "notice_days",
            Whole(0, 32_767),
            "0 is no notice at all; left out, nothing was agreed",
            example="30",
        ),
        Field(
            "clause",
            Choice(Clause),
            "what the terms say of other work",
            default=Clause.NONE,
        ),
        Field(
            "counts_as",
            Choice(CountsAs),
            "how the hours count for working-time law; as is usual for the role's"
            " kind where it is left out",
        ),
        Field(
            "blocks",
            WeekBlocks(1_000),
            "the agreed days and times; one that ends at or before its start ends on"
            " the day after; two may not overlap",
            example="mon 09:00-17:00, tue 09:00-12:30",
            default=(),
        ),
        Field(
            "opted_out",
            YesNo(),
            "true where the person agreed in writing to work more than 48 hours a"
            " week on average",
            attribute="has_opted_out",
            default=False,
        ),
        Field(
            "on_call_counts",
            YesNo(),
            "true where hours on call are hours worked",
            default=False,
        ),
    ),
)
