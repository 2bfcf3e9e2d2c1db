"""The facts the book holds, and the constraints they keep."""

from plait.book.models.attachments import Attachment, StoredFile
from plait.book.models.availability import Absence, HolidayChange, Overhead, Season
from plait.book.models.calendars import (
    CalendarFeed,
    CalendarSource,
    CalendarTitles,
    ReminderFeed,
)
from plait.book.models.coverage import Coverage
from plait.book.models.identity import OtherFingerprint
from plait.book.models.imports import Batch, Book, ImportedFile, Mapping
from plait.book.models.journal import Change
from plait.book.models.log import EventAnswer, Timer
from plait.book.models.records import (
    Account,
    AccountName,
    CheckIn,
    Event,
    Payment,
    Rule,
    TimeEntry,
    TimeShare,
)
from plait.book.models.recurring import Recurring
from plait.book.models.reminders import Reminder
from plait.book.models.resilience import (
    Belief,
    Cause,
    CauseRole,
    Fallback,
    Invoice,
    Scenario,
)
from plait.book.models.roles import Agreement, DismissedRole, Organisation, Role
from plait.book.models.settled import SettledFinding
from plait.book.models.settlements import Settlement
from plait.book.models.shares import KeptApart, PayerName, PaymentShare

__all__ = [
    "Absence",
    "Account",
    "AccountName",
    "Agreement",
    "Attachment",
    "Batch",
    "Belief",
    "Book",
    "CalendarFeed",
    "CalendarSource",
    "CalendarTitles",
    "Cause",
    "CauseRole",
    "Change",
    "CheckIn",
    "Coverage",
    "DismissedRole",
    "Event",
    "EventAnswer",
    "Fallback",
    "HolidayChange",
    "ImportedFile",
    "Invoice",
    "KeptApart",
    "Mapping",
    "Organisation",
    "OtherFingerprint",
    "Overhead",
    "PayerName",
    "Payment",
    "PaymentShare",
    "Recurring",
    "Reminder",
    "ReminderFeed",
    "Role",
    "Rule",
    "Scenario",
    "Season",
    "SettledFinding",
    "Settlement",
    "StoredFile",
    "TimeEntry",
    "TimeShare",
    "Timer",
]
