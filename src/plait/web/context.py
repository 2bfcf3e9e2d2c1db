"""What every page knows of its reader."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from plait.accounts.models import Person
from plait.book.queries import n_waiting, timer_of
from plait.web.bookless import has_book
from plait.web.flash import undo_line
from plait.web.pages.help import topic_of
from plait.web.pages.installed import device_id
from plait.web.pages.rooms import bookless_page
from plait.web.pages.shortcuts import shortcut_groups
from plait.web.pages.timer import RunningTimer, running_timer
from plait.web.quiet import is_quiet
from plait.web.returning import page_seen
from plait.web.sample import own_person


def every_page(request: HttpRequest) -> dict[str, object]:
    """Return the place in the navigation, what waits, what runs, and the theme."""
    person = getattr(request, "user", None)
    kind = {"server_kind": settings.SERVER, "has_book": has_book(request)}
    kind["organisations"] = settings.ORGANISATIONS
    if not isinstance(person, Person):
        return {"nav": "", "n_waiting": 0, "theme": "auto", **kind}
    match = request.resolver_match
    name = (match.url_name or "") if match else ""
    if not kind["has_book"]:
        return {"theme": person.theme, **kind, **bookless_page(request, name)}
    nav = _PLACES.get(name, "other")
    return {
        "nav": nav,
        "n_waiting": SimpleLazyObject(lambda: n_waiting(viewer=person)),
        "timer_on_top": SimpleLazyObject(lambda: _timer(person, request, nav)),
        "theme": person.theme,
        **kind,
        "is_sample": own_person(request) is not None,
        "help_topic": topic_of(name, nav),
        "undo_line": SimpleLazyObject(lambda: undo_line(request))
        if name in _WITH_UNDO
        else None,
        "device_id": device_id(person),
        "is_quiet": is_quiet(request),
        "quiet_next": page_seen(request),
        "shortcuts": SimpleLazyObject(lambda: shortcut_groups(name))
        if person.has_shortcuts
        else (),
    }


def _timer(person: Person, request: HttpRequest, nav: str) -> RunningTimer | None:
    """Return the running timer; the page Log shows it large by itself."""
    timer = None if nav == "log" else timer_of(viewer=person)
    return None if timer is None else running_timer(timer, request)


# Where one change follows another, the last one can be undone without a new message.
_WITH_UNDO = frozenset({"records", "entry", "payment", "record_in_place"})

_PLACES = {
    "today": "today",
    "roles": "roles",
    "role": "roles",
    "role_new": "roles",
    "role_change": "roles",
    "role_tidy": "roles",
    "role_remove": "roles",
    "talk": "roles",
    "agreement": "roles",
    "agreement_change": "roles",
    "agreement_remove": "roles",
    "income": "income",
    "hours": "hours",
    "take_on": "hours",
    "worktime": "hours",
    "plan": "income",
    "safety": "income",
    "fall_back": "income",
    "tax_dates": "income",
    "cushion": "income",
    "cause": "income",
    "cause_remove": "income",
    "beliefs": "income",
    "fallback": "income",
    "fallback_remove": "income",
    "invoice": "income",
    "invoices": "income",
    "invoice_paid": "income",
    "invoice_this": "income",
    "invoice_not_this": "income",
    "invoice_unpaid": "income",
    "invoice_remove": "income",
    "records": "income",
    "payment": "income",
    "log": "log",
    "log_line": "log",
    "payment_add": "log",
    "recurring": "log",
    "recurring_add": "log",
    "recurring_change": "log",
    "recurring_day": "log",
    "log_week": "log",
    "inbox": "inbox",
    "role_proposals": "inbox",
    "rules": "inbox",
    "rule": "inbox",
    "rule_remove": "inbox",
    "import": "import",
    "import_preview": "import",
    "import_progress": "import",
    "import_mapping": "import",
    "imports": "import",
    "history": "import",
    "settings": "settings",
    "reminders": "settings",
    "jobs": "settings",
    "kept": "settings",
    "audit": "settings",
    "shares": "settings",
    "share": "settings",
    "share_new": "settings",
    "share_send": "settings",
    "share_end": "settings",
    "looks": "settings",
    "received_list": "settings",
    "received": "settings",
    "reminder_feed_make": "settings",
    "reminder_feed_revoke": "settings",
    "shortcuts": "settings",
    "delete_everything": "settings",
    "calendars": "settings",
    "calendar_add": "settings",
    "calendar_remove": "settings",
    "feed_make": "settings",
    "feed_revoke": "settings",
}
