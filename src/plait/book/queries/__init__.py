"""The only reads of a person's book: each takes `viewer=` and sees only theirs."""

from plait.book.queries.availability import (
    LISTS,
    availability_row,
    availability_rows,
    saved_stretches,
)
from plait.book.queries.calendars import (
    calendar_feed,
    calendar_source,
    calendar_sources,
)
from plait.book.queries.holidays import (
    holiday_change_keys,
    holiday_change_row,
    organisation_named,
)
from plait.book.queries.invoices import invoice_rows
from plait.book.queries.lists import (
    NotThere,
    agreement_keys,
    agreement_of,
    agreement_on,
    batch_numbered,
    batches,
    confirmed_subjects,
    mapping_for,
    mapping_named,
    mappings,
    n_sorted_by,
    recent_entries,
    recent_payments,
    record_of,
    role_keyed,
    roles,
    rule_of,
    rules,
    upcoming_events,
)
from plait.book.queries.load import load_portfolio
from plait.book.queries.log import (
    answered_events,
    entry_by_hand,
    last_logged,
    logged_between,
    logged_elsewhere,
    timer_of,
)
from plait.book.queries.memory import revision_of
from plait.book.queries.periods import period_basis
from plait.book.queries.record_lists.pages import RECORDS_A_PAGE, records
from plait.book.queries.reminders import (
    reminder_feed,
    reminders,
)
from plait.book.queries.resilience_rows import (
    own_scenarios,
    resilience_row,
    resilience_rows,
    scenario_named,
)
from plait.book.queries.samples import Sample, samples_of_waiting
from plait.book.queries.settled import settled_findings, settled_row
from plait.book.queries.settlements import (
    invoice_numbered,
    payment_named,
    payment_of_day,
)
from plait.book.queries.waiting import n_waiting, waiting

__all__ = [
    "LISTS",
    "RECORDS_A_PAGE",
    "NotThere",
    "Sample",
    "agreement_keys",
    "agreement_of",
    "agreement_on",
    "answered_events",
    "availability_row",
    "availability_rows",
    "batch_numbered",
    "batches",
    "calendar_feed",
    "calendar_source",
    "calendar_sources",
    "confirmed_subjects",
    "entry_by_hand",
    "holiday_change_keys",
    "holiday_change_row",
    "invoice_numbered",
    "invoice_rows",
    "last_logged",
    "load_portfolio",
    "logged_between",
    "logged_elsewhere",
    "mapping_for",
    "mapping_named",
    "mappings",
    "n_sorted_by",
    "n_waiting",
    "organisation_named",
    "own_scenarios",
    "payment_named",
    "payment_of_day",
    "period_basis",
    "recent_entries",
    "recent_payments",
    "record_of",
    "records",
    "reminder_feed",
    "reminders",
    "resilience_row",
    "resilience_rows",
    "revision_of",
    "role_keyed",
    "roles",
    "rule_of",
    "rules",
    "samples_of_waiting",
    "saved_stretches",
    "scenario_named",
    "settled_findings",
    "settled_row",
    "timer_of",
    "upcoming_events",
    "waiting",
]
