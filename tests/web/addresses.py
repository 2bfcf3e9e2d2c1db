"""Every address of the app: what it answers to, and what of a person it names."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from django.urls import reverse


class Page(NamedTuple):
    """What an address answers to, and what of a person it names."""

    methods: str = "GET"
    names: Mapping[str, str] = MappingProxyType({})
    is_public: bool = False


ROLE = {"key": "role"}
TERMS = {"key": "role", "pk": "terms"}
RULE = {"pk": "rule"}
IMPORT = {"number": "import"}
ENTRY = {"pk": "entry"}
CHANGE = {"number": "change"}
UPLOAD = {"token": "upload"}
CALENDAR = {"pk": "calendar"}
BOTH = "GET POST"

PAGES = {
    "sign_in": Page("GET POST HEAD", is_public=True),
    "sign_in_link": Page(names={"token": "link"}, is_public=True),
    "sign_out": Page("POST"),
    "start": Page(BOTH),
    "start_roles": Page(BOTH),
    "start_so_far": Page("POST"),
    "first_steps_hide": Page("POST"),
    "today": Page(),
    "settled": Page(),
    "finding_settle": Page("POST"),
    "finding_reopen": Page("POST"),
    "roles": Page(),
    "role_new": Page(BOTH),
    "role": Page(names=ROLE),
    "role_change": Page(BOTH, ROLE),
    "role_tidy": Page(names=ROLE),
    "role_merge": Page("POST", ROLE),
    "role_split": Page("POST", ROLE),
    "role_key": Page("POST", ROLE),
    "role_archive": Page("POST", ROLE),
    "role_organisation": Page("POST", ROLE),
    "talk": Page(names=ROLE),
    "role_remove": Page(BOTH, ROLE),
    "agreement": Page(BOTH, ROLE),
    "agreement_change": Page(BOTH, TERMS),
    "agreement_remove": Page(BOTH, TERMS),
    "check_in": Page(BOTH),
    "inbox": Page(),
    "inbox_confirm": Page("POST"),
    "inbox_proposed": Page("POST"),
    "role_proposals": Page(BOTH),
    "role_proposal_dismiss": Page("POST"),
    "rules": Page(),
    "rule": Page(BOTH, RULE),
    "rule_remove": Page(BOTH, RULE),
    "records": Page(),
    "records_move": Page("POST"),
    "records_kind": Page("POST"),
    "records_rule": Page("POST"),
    "records_remove": Page("POST"),
    "record_in_place": Page("POST", {"kind": "record_kind", "pk": "payment"}),
    "entry": Page(BOTH, ENTRY),
    "entry_split": Page("POST", ENTRY),
    "entry_join": Page("POST", ENTRY),
    "entry_remove": Page("POST", ENTRY),
    "payment": Page(BOTH, {"pk": "payment"}),
    "payment_attach": Page("POST", {"pk": "payment"}),
    "attachment": Page(names={"pk": "attachment"}),
    "attachment_remove": Page("POST", {"pk": "attachment"}),
    "payment_add": Page(BOTH),
    "recurring": Page(),
    "recurring_add": Page(BOTH),
    "recurring_change": Page(BOTH, {"pk": "recurring"}),
    "recurring_remove": Page("POST", {"pk": "recurring"}),
    "recurring_day": Page(BOTH, {"pk": "recurring", "day": "recurring_on"}),
    "payment_change": Page(BOTH, {"pk": "payment"}),
    "payment_split": Page("POST", {"pk": "payment"}),
    "payment_remove": Page("POST", {"pk": "payment"}),
    "doubles": Page(),
    "doubles_merge": Page("POST"),
    "doubles_apart": Page("POST"),
    "payers": Page(BOTH),
    "payer_part": Page("POST"),
    "accounts": Page(BOTH),
    "history": Page(),
    "change_undo": Page("POST", CHANGE),
    "change_redo": Page("POST", CHANGE),
    "income": Page(),
    "plan": Page(),
    "safety": Page(),
    "fall_back": Page(),
    "tax_dates": Page(),
    "cushion": Page("POST"),
    "cause": Page("POST"),
    "cause_remove": Page(BOTH, {"pk": "cause"}),
    "beliefs": Page("POST"),
    "fallback": Page("POST"),
    "fallback_remove": Page(BOTH, {"pk": "fallback"}),
    "invoice": Page("POST"),
    "invoices": Page(),
    "invoice_paid": Page(BOTH, {"pk": "invoice"}),
    "invoice_this": Page("POST", {"pk": "invoice"}),
    "invoice_not_this": Page("POST", {"pk": "invoice"}),
    "invoice_unpaid": Page("POST", {"pk": "invoice"}),
    "invoice_remove": Page(BOTH, {"pk": "invoice"}),
    "hours": Page(),
    "take_on": Page(),
    "take_on_keep": Page("POST"),
    "worktime": Page(),
    "log": Page(),
    "log_line": Page("POST"),
    "line_preview": Page("POST"),
    "log_remove": Page("POST"),
    "timer_start": Page("POST"),
    "timer_stop": Page("POST"),
    "log_events": Page("POST"),
    "log_week": Page("POST"),
    "time_off": Page(),
    "leave_found": Page("POST"),
    "leave": Page("POST"),
    "season": Page("POST"),
    "overhead": Page("POST"),
    "holiday": Page("POST"),
    "holiday_remove": Page("POST", {"pk": "holiday"}),
    "leave_remove": Page(BOTH, {"pk": "away"}),
    "season_remove": Page(BOTH, {"pk": "season"}),
    "overhead_remove": Page(BOTH, {"pk": "overhead"}),
    "calendars": Page(),
    "calendar_add": Page(BOTH),
    "calendars_refresh": Page("POST"),
    "calendar_refresh": Page("POST", CALENDAR),
    "calendar_remove": Page(BOTH, CALENDAR),
    "calendar_titles": Page("POST", CALENDAR),
    "file_calendar_titles": Page("POST"),
    "feed_make": Page("POST"),
    "feed_revoke": Page(BOTH),
    "calendar_feed": Page("GET HEAD", {"token": "feed"}, is_public=True),
    "import": Page(BOTH),
    "imports": Page(),
    "import_one": Page(names=IMPORT),
    "import_undo": Page(BOTH, IMPORT),
    "import_preview": Page(names=UPLOAD),
    "import_say": Page("POST", UPLOAD),
    "import_confirm": Page("POST", UPLOAD),
    "import_done": Page(names=UPLOAD),
    "import_cancel": Page("POST", UPLOAD),
    "import_columns": Page(BOTH, {**UPLOAD, "place": "first"}),
    "import_columns_preview": Page("POST", {**UPLOAD, "place": "first"}),
    "help_topics": Page(),
    "help_topic": Page(names={"topic": "topic"}),
    "shortcuts": Page(),
    "settings": Page(BOTH),
    "reminders": Page(BOTH),
    "reminder_dismiss": Page("POST"),
    "reminder_feed_make": Page("POST"),
    "reminder_feed_revoke": Page(BOTH),
    "reminder_feed": Page("GET HEAD", {"token": "reminder_feed"}, is_public=True),
    "delete_everything": Page(BOTH),
    "password": Page(BOTH),
    "quiet": Page("POST"),
    "export": Page(),
    "backup": Page(),
}


def address(name: str, ids: Mapping[str, object]) -> str:
    """Return where a page is, of the things named by `ids`."""
    told = {word: ids[what] for word, what in PAGES[name].names.items()}
    return reverse(name, kwargs=told)
