"""Causes, estimates, plans B and invoices, added to a book in a few words."""

from decimal import Decimal
from typing import Any

from plait.book.models import Role
from plait.book.operations import invoices, resilience
from plait.domain.schemas.book_records import (
    BeliefRecord,
    CauseRecord,
    FallbackRecord,
    InvoiceRecord,
)


def set_cause(*, viewer, name: str, roles: list[Role], chance: Decimal | None = None):
    keys = tuple(role.key for role in roles)
    cause = CauseRecord("", name, keys, chance)
    return resilience.set_cause(viewer=viewer, cause=cause, roles=roles)


def set_belief(*, viewer, role: Role, chance: Decimal, years: Decimal = Decimal(4)):
    belief = BeliefRecord("", role.key, chance, years)
    return resilience.set_belief(viewer=viewer, role=role, belief=belief)


def set_fallback(*, viewer, role: Role, **fields: Any):
    fallback = FallbackRecord("", role.key, **fields)
    return resilience.set_fallback(viewer=viewer, role=role, fallback=fallback)


def add_invoice(*, viewer, role: Role, **fields: Any):
    invoice = InvoiceRecord("", role.key, **fields)
    return invoices.add_invoice(viewer=viewer, role=role, invoice=invoice)
