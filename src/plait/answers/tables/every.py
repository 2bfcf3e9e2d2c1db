"""Which table an answer is: what a command prints with `--csv`."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from plait.answers.concentration import ConcentrationAnswer, SharesAnswer
from plait.answers.hours.capacity import CapacityAnswer
from plait.answers.hours.drift import DriftAnswer
from plait.answers.hours.drift_series import SeriesAnswer
from plait.answers.hours.holidays import HolidaysAnswer
from plait.answers.hours.hours import HoursAnswer
from plait.answers.hours.time_off import TimeOffAnswer
from plait.answers.hours.working_time import SegmentsAnswer, WorkingTimeAnswer
from plait.answers.income.exposure import ExposureAnswer
from plait.answers.income.income import IncomeAnswer
from plait.answers.income.invoices import InvoicesAnswer
from plait.answers.obligations.values import ObligationsAnswer
from plait.answers.overview.answer import ReviewAnswer
from plait.answers.plan.values import PlanAnswer
from plait.answers.records.audit import AuditAnswer
from plait.answers.records.check import CheckAnswer
from plait.answers.records.doubles import DoublesAnswer
from plait.answers.records.history import HistoryAnswer
from plait.answers.records.inbox import InboxAnswer
from plait.answers.records.known import KnownAnswer
from plait.answers.records.recurring import RecurringAnswer
from plait.answers.records.rules import RulesAnswer
from plait.answers.reminders import RemindersAnswer
from plait.answers.roles.proposals import RoleProposalsAnswer
from plait.answers.roles.roles import RolesAnswer
from plait.answers.roles.wellbeing import WellbeingAnswer
from plait.answers.settled import FindingsAnswer
from plait.answers.sharing.given import GivenAnswer, LooksAnswer, ReceivedAnswer
from plait.answers.sharing.slice import SliceAnswer
from plait.answers.simulation import SimulationAnswer
from plait.answers.stress import StressAnswer
from plait.answers.tables import (
    ahead,
    days,
    drift,
    findings,
    hours,
    money,
    records,
    resilience,
    roles,
    sharing,
)
from plait.answers.tables.table import Table
from plait.answers.take_on.answer import TakeOnAnswer
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
        ReviewAnswer: findings.review_table,
        FindingsAnswer: findings.findings_table,
        DriftAnswer: drift.drift_table,
        SeriesAnswer: drift.series_table,
        ConcentrationAnswer: resilience.concentration_table,
        SharesAnswer: resilience.shares_table,
        ExposureAnswer: resilience.exposure_table,
        StressAnswer: resilience.stress_table,
        SimulationAnswer: ahead.simulation_table,
        PlanAnswer: ahead.plan_table,
        TakeOnAnswer: ahead.take_on_table,
        WellbeingAnswer: roles.wellbeing_table,
        RoleProposalsAnswer: roles.proposals_table,
        HolidaysAnswer: days.holidays_table,
        TimeOffAnswer: days.time_off_table,
        RemindersAnswer: days.reminders_table,
        AuditAnswer: days.audit_table,
        CheckAnswer: days.check_table,
        SliceAnswer: sharing.slice_table,
        GivenAnswer: sharing.given_table,
        LooksAnswer: sharing.looks_table,
        ReceivedAnswer: sharing.received_table,
    }
)


TABLED = frozenset(_OF)
"""The answers that have a table."""


def table_of(answer: object, words: Words) -> Table:
    """Return the table of an answer that has one."""
    return _OF[type(answer)](answer, words)
