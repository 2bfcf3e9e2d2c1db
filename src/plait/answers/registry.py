"""Every answer by the question it is to: what `--json` prints, and its schema.

Read by the generated reference and by tests, never while a question is answered:
it imports every answer there is.
"""

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
from plait.answers.records.deletion import DeletionAnswer
from plait.answers.records.doubles import DoublesAnswer
from plait.answers.records.history import HistoryAnswer
from plait.answers.records.inbox import InboxAnswer
from plait.answers.records.known import KnownAnswer
from plait.answers.records.line import LineAnswer
from plait.answers.records.record import RecordAnswer
from plait.answers.records.records import RecordsAnswer
from plait.answers.records.recurring import RecurringAnswer
from plait.answers.records.rules import RulesAnswer
from plait.answers.reminders import RemindersAnswer
from plait.answers.roles.proposals import RoleProposalsAnswer
from plait.answers.roles.role import RoleAnswer
from plait.answers.roles.roles import RolesAnswer
from plait.answers.roles.wellbeing import WellbeingAnswer
from plait.answers.settled import FindingsAnswer
from plait.answers.sharing.given import GivenAnswer, LooksAnswer, ReceivedAnswer
from plait.answers.sharing.slice import SliceAnswer
from plait.answers.simulation import SimulationAnswer
from plait.answers.stress import StressAnswer
from plait.answers.take_on.answer import TakeOnAnswer

ANSWERS: dict[str, type] = {
    "checkin": WellbeingAnswer,
    "audit": AuditAnswer,
    "capacity": CapacityAnswer,
    "check": CheckAnswer,
    "delete-everything": DeletionAnswer,
    "doubles": DoublesAnswer,
    "entry": RecordAnswer,
    "payment": RecordAnswer,
    "history": HistoryAnswer,
    "inbox": InboxAnswer,
    "known": KnownAnswer,
    "rules": RulesAnswer,
    "role proposals": RoleProposalsAnswer,
    "log --check": LineAnswer,
    "role (page)": RoleAnswer,
    "roles (page)": RolesAnswer,
    "concentration": ConcentrationAnswer,
    "concentration --shares": SharesAnswer,
    "drift": DriftAnswer,
    "drift --series": SeriesAnswer,
    "records": RecordsAnswer,
    "recurring list": RecurringAnswer,
    "reminders": RemindersAnswer,
    "review": ReviewAnswer,
    "finding list": FindingsAnswer,
    "hours": HoursAnswer,
    "holidays": HolidaysAnswer,
    "takeon": TakeOnAnswer,
    "time-off": TimeOffAnswer,
    "worktime": WorkingTimeAnswer,
    "worktime --segments": SegmentsAnswer,
    "share list": GivenAnswer,
    "share looks": LooksAnswer,
    "share received": ReceivedAnswer,
    "share open": SliceAnswer,
    "simulate": SimulationAnswer,
    "stress": StressAnswer,
    "obligations": ObligationsAnswer,
    "exposure": ExposureAnswer,
    "income": IncomeAnswer,
    "invoices": InvoicesAnswer,
    "plan": PlanAnswer,
}
