"""The facts the book holds, and the constraints they keep."""

from plait.book.models.imports import Batch, Book, ImportedFile, Mapping
from plait.book.models.records import (
    Account,
    CheckIn,
    Event,
    Payment,
    Rule,
    TimeEntry,
    TimeShare,
)
from plait.book.models.roles import Agreement, Organisation, Role

__all__ = [
    "Account",
    "Agreement",
    "Batch",
    "Book",
    "CheckIn",
    "Event",
    "ImportedFile",
    "Mapping",
    "Organisation",
    "Payment",
    "Role",
    "Rule",
    "TimeEntry",
    "TimeShare",
]
