"""Which table an answer is: what a command prints with `--csv`."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from plait.answers.hours.capacity import CapacityAnswer
from plait.answers.hours.hours import HoursAnswer
from plait.answers.hours.working_time import SegmentsAnswer, WorkingTimeAnswer
from plait.answers.income.income import IncomeAnswer
from plait.answers.income.invoices import InvoicesAnswer
from plait.answers.obligations.values import ObligationsAnswer
from plait.answers.records.doubles import DoublesAnswer
from plait.answers.records.history import HistoryAnswer
from plait.answers.records.inbox import InboxAnswer
from plait.answers.records.known import KnownAnswer
from plait.answers.records.recurring import RecurringAnswer
from plait.answers.records.rules import RulesAnswer
from plait.answers.roles.roles import RolesAnswer
from plait.answers.tables import hours, money, records
from plait.answers.tables.table import Table
from plait.wording.words import Words

_OF: Mapping[type, Callable[[Any, Words], Table]] = MappingProxyType(
    {
        IncomeAnswer: money.income_table,
        InvoicesAnswer: money.invoice_table,
        ObligationsAnswer: money.tax_table,
        HoursAnswer: hours.hours_table,
        CapacityAnswer: hours.weeks_table,
        WorkingTimeAnswer: hours.law_table,
        SegmentsAnswer: hours.segments_table,
        RolesAnswer: records.role_table,
        InboxAnswer: records.inbox_table,
        RulesAnswer: records.rule_table,
        HistoryAnswer: records.history_table,
        DoublesAnswer: records.double_table,
        KnownAnswer: records.known_table,
        RecurringAnswer: records.recurring_table,
    }
)


def table_of(answer: object, words: Words) -> Table:
    """Return the table of an answer that has one."""
    return _OF[type(answer)](answer, words)
