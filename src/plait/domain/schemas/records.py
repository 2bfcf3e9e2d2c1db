"""The fields of rules, check-ins, accounts and mappings."""

from decimal import Decimal

from plait.domain.rules import RuleField
from plait.domain.schemas.book_records import (
    AccountRecord,
    CheckInRecord,
    DismissedRoleRecord,
    MappingRecord,
    PayerNameRecord,
    RuleRecord,
)
from plait.domain.schemas.field_types import (
    Choice,
    Instant,
    Key,
    Names,
    Number,
    Other,
    Text,
    Week,
    Whole,
)
from plait.domain.schemas.schema import Field, Schema

_FROM_1_TO_5 = Whole(1, 5)
RULE = Schema(
    section="rules",
    record=RuleRecord,
    about="What the person confirmed once: records of this subject belong to this"
    " role.",
    fields=(
        Field(
            "field",
            Choice(RuleField),
            "what it looks at",
            example="payer",
            is_needed=True,
        ),
        Field(
            "value",
            Text(10_000),
            "what it looks for",
            example="Zorggroep Atlas",
            is_needed=True,
        ),
        Field(
            "role",
            Key(),
            'whose such records are; `""` says private, and must be written',
            example="atlas",
            is_always_written=True,
        ),
        Field("confirmed_at", Instant(), "when it was confirmed"),
    ),
)
CHECK_IN = Schema(
    section="check_ins",
    record=CheckInRecord,
    about="How a role was in a week, each from 1 to 5.",
    fields=(
        Field("role", Key(), "the role", example="atlas", is_needed=True),
        Field(
            "week",
            Week(),
            "any day of the week",
            attribute="week_on",
            example="2026-11-16",
            is_needed=True,
        ),
        *(
            Field(name, _FROM_1_TO_5, about, example="4", is_needed=True)
            for name, about in (
                ("energy", "whether it gives energy"),
                ("meaning", "whether it matters to the person"),
                ("growth", "whether they learn"),
                ("pressure", "how much it presses"),
            )
        ),
        Field("note", Text(500), "a line of one's own"),
    ),
)
ACCOUNT = Schema(
    section="accounts",
    record=AccountRecord,
    about="The person's own accounts. Money that moves between them is private.",
    fields=(
        Field(
            "identifier",
            Text(100),
            "as statements name the account",
            example="NL62MOLN0650238817",
            is_needed=True,
        ),
        Field("name", Text(100), "what the person calls it"),
        Field(
            "other_names",
            Names(100),
            "what else statements call it, such as a national number",
        ),
        Field(
            "share",
            Number(1),
            "what of its money is the person's: 1, a part of a joint account, 0",
            example="0.5",
            default=Decimal(1),
        ),
    ),
)
PAYER_NAME = Schema(
    section="payer_names",
    record=PayerNameRecord,
    about="Names under which a payer pays too: they count as one.",
    fields=(
        Field(
            "alias",
            Text(200),
            "the other name",
            example="Atlas Holding",
            is_needed=True,
        ),
        Field(
            "name",
            Text(200),
            "the name that counts",
            example="Zorggroep Atlas",
            is_needed=True,
        ),
    ),
)
DISMISSED_ROLE = Schema(
    section="dismissed_roles",
    record=DismissedRoleRecord,
    about="Payers and clients that are no role, as the person said: they are not"
    " proposed again.",
    fields=(
        Field(
            "name",
            Text(200),
            "the name, in small letters without marks",
            example="buurtsuper van es",
            is_needed=True,
        ),
    ),
)
MAPPING = Schema(
    section="mappings",
    record=MappingRecord,
    about="What the columns of a person's own table mean. `heading` or `signature`"
    " says which tables it is for.",
    fields=(
        Field(
            "name",
            Text(100),
            "what it is called",
            example="Studio",
            is_needed=True,
        ),
        Field(
            "kind",
            Other("`payments` or `time`", "string"),
            "what the rows are",
            example='"payments"',
        ),
        Field(
            "columns",
            Other("a table of numbers", "object"),
            "each field and its column, counted from 0",
            example="{ date = 0, payer = 1, amount = 2 }",
        ),
        Field(
            "date_order",
            Other("`ymd`, `dmy` or `mdy`", "string"),
            "how dates are written",
            example='"dmy"',
        ),
        Field("decimal", Other("`.` or `,`", "string"), "the decimal mark"),
        Field("currency", Text(100), "of amounts that have none", example="EUR"),
        Field("account", Text(100), "of lines that name none"),
        Field("sheet", Text(100), "the sheet of a workbook"),
        Field(
            "out_words",
            Other("a list of texts", "array"),
            "words that say that money went out",
        ),
        Field(
            "is_spending_positive",
            Other("true or false", "boolean"),
            "whether money that went out has no minus",
        ),
        Field(
            "counts",
            Other("a list of texts", "array"),
            "words of the status column that say that a line is booked",
        ),
        Field(
            "unit",
            Other("`h`, `min`, `s` or `ms`", "string"),
            "what a bare number of a length counts",
            example='"h"',
        ),
        Field(
            "heading",
            Other("a list of texts", "array"),
            "the names of the columns",
            example='["Date", "Who", "Amount"]',
        ),
        Field("signature", Text(64), "a hash of the heading"),
        Field("file", Other("text", "string"), "a note, not read"),
    ),
)
