"""What a role and its terms must be for a person to write them down now.

The widest limits stand in their schemas; these are narrower, or need two fields.
"""

from plait.domain.errors import BadValue, PlaitError
from plait.domain.reach import refuse_beyond
from plait.domain.roles import Agreement, Role
from plait.domain.schemas.agreement import AGREEMENT
from plait.domain.schemas.role import LONGEST_NAME, ROLE
from plait.domain.schemas.schema import check
from plait.domain.schemas.terms_limits import check_limits

_FEWEST_DIGITS = 2


class BadName(PlaitError):
    """A name that is empty or too long."""


def check_role(role: Role) -> None:
    """Raise for a role without a name, or with what no table holds."""
    refuse_beyond(role.period.start, role.period.end, role.balance_from)
    check_name(role.name)
    check_name(role.organisation.name)
    check(ROLE, role)
    if role.occupation and len(role.occupation) < _FEWEST_DIGITS:
        raise BadValue(
            "An occupation is written as its ISCO-08 code",
            value=role.occupation,
            fix="Write two to four digits, such as 2424.",
        )


def check_name(text: str) -> None:
    """Raise `BadName` for a role or organisation without a name, or with a novel."""
    if not text.strip():
        raise BadName(
            "A role and its organisation need a name",
            value=text,
            fix="Write what you call it yourself.",
        )
    if len(text) > LONGEST_NAME:
        raise BadName(
            "This name is longer than 200 letters",
            value=f"{text[:40]}…",
            fix="Write a shorter one.",
        )


def check_terms(terms: Agreement) -> None:
    """Raise `BadTerms` for terms that cannot be."""
    refuse_beyond(terms.period.start, terms.period.end)
    check(AGREEMENT, terms)
    check_limits(terms)
