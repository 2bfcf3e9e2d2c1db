"""Every page's address."""

from django.urls import path

from plait.book.models import Absence, Overhead, Season
from plait.web.views import today
from plait.web.views.account import settings, sign_in, take_along
from plait.web.views.hours import check_in, hours, log, take_on, time_off
from plait.web.views.income import income, invoices, plan, safety
from plait.web.views.records import (
    calendars,
    columns,
    feed,
    imports,
    inbox,
    records,
    rules,
)
from plait.web.views.roles import agreements, roles

urlpatterns = [
    path("", today.today, name="today"),
    path("sign-in/", sign_in.sign_in, name="sign_in"),
    path("sign-in/<str:token>/", sign_in.sign_in_link, name="sign_in_link"),
    path("sign-out/", sign_in.sign_out, name="sign_out"),
    path("roles/", roles.roles, name="roles"),
    path("roles/new/", roles.role_new, name="role_new"),
    path("roles/<slug:key>/", roles.role, name="role"),
    path("roles/<slug:key>/change/", roles.role_change, name="role_change"),
    path("roles/<slug:key>/remove/", roles.role_remove, name="role_remove"),
    path("roles/<slug:key>/talk/", hours.talk, name="talk"),
    path("roles/<slug:key>/agreement/", agreements.agreement, name="agreement"),
    path(
        "roles/<slug:key>/agreement/<int:pk>/",
        agreements.agreement_change,
        name="agreement_change",
    ),
    path(
        "roles/<slug:key>/agreement/<int:pk>/remove/",
        agreements.agreement_remove,
        name="agreement_remove",
    ),
    path("check-in/", check_in.check_in, name="check_in"),
    path("inbox/", inbox.inbox, name="inbox"),
    path("inbox/confirm/", inbox.confirm, name="inbox_confirm"),
    path("inbox/proposed/", inbox.confirm_proposed, name="inbox_proposed"),
    path("inbox/rules/<int:pk>/", rules.rule, name="rule"),
    path("inbox/rules/<int:pk>/remove/", rules.rule_remove, name="rule_remove"),
    path("records/", records.records, name="records"),
    path("hours/", hours.hours, name="hours"),
    path("hours/working-time/", hours.working_time, name="worktime"),
    path("hours/take-on/", take_on.take_on, name="take_on"),
    path("hours/take-on/keep/", take_on.take_on_keep, name="take_on_keep"),
    path("income/", income.income, name="income"),
    path("income/plan/", plan.plan, name="plan"),
    path("income/safety/", safety.safety, name="safety"),
    path("income/safety/savings/", safety.cushion, name="cushion"),
    path("income/safety/cause/", safety.cause, name="cause"),
    path("income/safety/chances/", safety.beliefs, name="beliefs"),
    path("income/safety/fallback/", safety.fallback, name="fallback"),
    path("income/safety/invoice/", invoices.invoice, name="invoice"),
    path(
        "income/safety/cause/<int:pk>/remove/", safety.cause_remove, name="cause_remove"
    ),
    path(
        "income/safety/fallback/<int:pk>/remove/",
        safety.fallback_remove,
        name="fallback_remove",
    ),
    path(
        "income/safety/invoice/<int:pk>/paid/",
        invoices.invoice_paid,
        name="invoice_paid",
    ),
    path(
        "income/safety/invoice/<int:pk>/remove/",
        invoices.invoice_remove,
        name="invoice_remove",
    ),
    path("log/", log.log, name="log"),
    path("log/line/", log.log_line, name="log_line"),
    path("log/remove/", log.log_remove, name="log_remove"),
    path("log/timer/start/", log.timer_start, name="timer_start"),
    path("log/timer/stop/", log.timer_stop, name="timer_stop"),
    path("log/events/", log.log_events, name="log_events"),
    path("log/week/", log.log_week, name="log_week"),
    path("time-off/", time_off.time_off, name="time_off"),
    path("time-off/found/", time_off.found, name="leave_found"),
    path("time-off/leave/", time_off.leave, name="leave"),
    path("time-off/season/", time_off.season, name="season"),
    path("time-off/overhead/", time_off.overhead, name="overhead"),
    path(
        "time-off/leave/<int:pk>/remove/",
        time_off.remove,
        {"kind": Absence},
        name="leave_remove",
    ),
    path(
        "time-off/season/<int:pk>/remove/",
        time_off.remove,
        {"kind": Season},
        name="season_remove",
    ),
    path(
        "time-off/overhead/<int:pk>/remove/",
        time_off.remove,
        {"kind": Overhead},
        name="overhead_remove",
    ),
    path("calendars/", calendars.calendars, name="calendars"),
    path("calendars/add/", calendars.calendar_add, name="calendar_add"),
    path("calendars/refresh/", calendars.calendars_refresh, name="calendars_refresh"),
    path(
        "calendars/<int:pk>/refresh/",
        calendars.calendar_refresh,
        name="calendar_refresh",
    ),
    path(
        "calendars/<int:pk>/remove/",
        calendars.calendar_remove,
        name="calendar_remove",
    ),
    path("calendars/feed/", feed.feed_make, name="feed_make"),
    path("calendars/feed/revoke/", feed.feed_revoke, name="feed_revoke"),
    path("calendar/<str:token>.ics", feed.calendar_feed, name="calendar_feed"),
    path("import/", imports.choose, name="import"),
    path("import/history/", imports.history, name="imports"),
    path("import/history/<int:number>/", imports.one, name="import_one"),
    path("import/history/<int:number>/undo/", imports.undo, name="import_undo"),
    path("import/<slug:token>/", imports.preview, name="import_preview"),
    path("import/<slug:token>/say/", imports.say, name="import_say"),
    path("import/<slug:token>/confirm/", imports.confirm, name="import_confirm"),
    path("import/<slug:token>/done/", imports.done, name="import_done"),
    path("import/<slug:token>/cancel/", imports.cancel, name="import_cancel"),
    path(
        "import/<slug:token>/columns/<int:place>/",
        columns.columns,
        name="import_columns",
    ),
    path("settings/", settings.settings, name="settings"),
    path("settings/password/", settings.password, name="password"),
    path("settings/export/", take_along.export, name="export"),
    path("settings/backup/", take_along.backup, name="backup"),
]
