"""Every schema by the section of a book file that holds its records."""

from plait.domain.schemas.agreement import AGREEMENT
from plait.domain.schemas.attachment import ATTACHMENT
from plait.domain.schemas.availability import ABSENCE, HOLIDAY, OVERHEAD, SEASON
from plait.domain.schemas.coverage import COVERAGE
from plait.domain.schemas.person import PERSON
from plait.domain.schemas.records import (
    ACCOUNT,
    CHECK_IN,
    DISMISSED_ROLE,
    MAPPING,
    PAYER_NAME,
    RULE,
)
from plait.domain.schemas.recurring import RECURRING
from plait.domain.schemas.reminder import REMINDER
from plait.domain.schemas.resilience import (
    BELIEF,
    CAUSE,
    FALLBACK,
    INVOICE,
    SCENARIO,
)
from plait.domain.schemas.role import ROLE
from plait.domain.schemas.settled_finding import SETTLED_FINDING
from plait.domain.schemas.settlement import SETTLEMENT

SCHEMAS = {
    schema.section: schema
    for schema in (
        *(PERSON, ROLE, AGREEMENT, RULE, CHECK_IN, ABSENCE, SEASON, OVERHEAD),
        *(HOLIDAY, CAUSE, BELIEF, FALLBACK, INVOICE, SETTLEMENT, SCENARIO),
        *(ACCOUNT, COVERAGE, MAPPING, PAYER_NAME, DISMISSED_ROLE, REMINDER),
        *(RECURRING, SETTLED_FINDING, ATTACHMENT),
    )
}
