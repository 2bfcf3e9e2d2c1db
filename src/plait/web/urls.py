"""Every page's address."""

from django.conf import settings as django_settings
from django.urls import URLPattern, URLResolver, include, path, register_converter
from django.urls.converters import IntConverter

from plait.domain.availability import StretchList
from plait.web.views import findings, tables, today
from plait.web.views.account import (
    deletion,
    devices,
    installed,
    jobs,
    kept,
    quiet,
    reminders,
    settings,
    shortcuts,
    sign_in,
    signature,
    take_along,
)
from plait.web.views.account import help as help_views
from plait.web.views.hours import (
    check_in,
    holidays,
    hours,
    line,
    log,
    take_on,
    time_off,
)
from plait.web.views.income import (
    fall_back,
    income,
    invoices,
    plan,
    safety,
    safety_changes,
    settlements,
    tax_dates,
)
from plait.web.views.records import (
    attachments,
    by_hand,
    calendars,
    columns,
    doubles,
    entries,
    feed,
    history,
    imports,
    in_place,
    inbox,
    many,
    payers,
    payments,
    records,
    recurring,
    rules,
)
from plait.web.views.roles import agreements, proposals, role_history, roles
from plait.web.views.sharing import files as signed_files
from plait.web.views.sharing import given, received
from plait.web.views.start import about as start_about
from plait.web.views.start import first_steps, sample
from plait.web.views.start import ticks as start_ticks

today_page, settings_page = today.today, settings.settings
if django_settings.SERVER:
    from plait.web.bookless import either
    from plait.web.views.server import about as about_the_server
    from plait.web.views.server import begin_book, front, organisations, own_settings

    today_page = either(today.today, front.front)
    settings_page = either(settings.settings, own_settings.own_settings)

# 64 bits hold every number of so many digits.
_MOST_DIGITS = 18


class IdConverter(IntConverter):
    """A number that a database holds; a longer one is no address."""

    def to_python(self, value: str) -> int:
        """Return the number; one too large matches no address."""
        if len(value) > _MOST_DIGITS:
            raise ValueError(value)
        return int(value)


register_converter(IdConverter, "id")

urlpatterns: list[URLPattern | URLResolver] = [
    path("", today_page, name="today"),
    path("start/", start_about.about, name="start"),
    path("start/roles/", start_ticks.ticks, name="start_roles"),
    path("start/roles/so-far/", start_ticks.so_far, name="start_so_far"),
    path("start/sample/", sample.look, name="sample"),
    path("start/sample/leave/", sample.leave, name="sample_leave"),
    path("start/list/hide/", first_steps.hide, name="first_steps_hide"),
    path("findings/settled/", findings.settled, name="settled"),
    path("findings/settle/", findings.settle, name="finding_settle"),
    path("findings/reopen/", findings.reopen, name="finding_reopen"),
    path("sign-in/", sign_in.sign_in, name="sign_in"),
    path("sign-in/<str:token>/", sign_in.sign_in_link, name="sign_in_link"),
    path("settings/devices/", devices.devices, name="devices"),
    path("settings/devices/others/end/", devices.end_others, name="devices_end"),
    path("settings/devices/<id:pk>/end/", devices.end_device, name="device_end"),
    path("sign-out/", sign_in.sign_out, name="sign_out"),
    path("roles/", roles.roles, name="roles"),
    path("roles/new/", roles.role_new, name="role_new"),
    path("roles/<slug:key>/", roles.role, name="role"),
    path("roles/<slug:key>/change/", roles.role_change, name="role_change"),
    path("roles/<slug:key>/remove/", roles.role_remove, name="role_remove"),
    path("roles/<slug:key>/tidy/", role_history.tidy, name="role_tidy"),
    path("roles/<slug:key>/merge/", role_history.merge, name="role_merge"),
    path("roles/<slug:key>/split/", role_history.split, name="role_split"),
    path("roles/<slug:key>/key/", role_history.rename_key, name="role_key"),
    path("roles/<slug:key>/archive/", role_history.archive, name="role_archive"),
    path(
        "roles/<slug:key>/organisation/",
        role_history.organisation,
        name="role_organisation",
    ),
    path("roles/<slug:key>/talk/", hours.talk, name="talk"),
    path("roles/<slug:key>/agreement/", agreements.agreement, name="agreement"),
    path(
        "roles/<slug:key>/agreement/now/",
        agreements.agreement_now,
        name="agreement_now",
    ),
    path(
        "roles/<slug:key>/agreement/<id:pk>/",
        agreements.agreement_change,
        name="agreement_change",
    ),
    path(
        "roles/<slug:key>/agreement/<id:pk>/remove/",
        agreements.agreement_remove,
        name="agreement_remove",
    ),
    path("check-in/", check_in.check_in, name="check_in"),
    path("inbox/", inbox.inbox, name="inbox"),
    path("inbox/confirm/", inbox.confirm, name="inbox_confirm"),
    path("inbox/proposed/", inbox.confirm_proposed, name="inbox_proposed"),
    path("inbox/roles/", proposals.proposals, name="role_proposals"),
    path("inbox/roles/dismiss/", proposals.dismiss, name="role_proposal_dismiss"),
    path("inbox/rules/", rules.rules, name="rules"),
    path("inbox/rules/<id:pk>/", rules.rule, name="rule"),
    path("inbox/rules/<id:pk>/remove/", rules.rule_remove, name="rule_remove"),
    path("records/", records.records, name="records"),
    path("records/csv/", records.records_csv, name="records_csv"),
    path("tables/<slug:name>/csv/", tables.table_csv, name="table_csv"),
    path("records/move/", many.records_move, name="records_move"),
    path("records/kind/", many.records_kind, name="records_kind"),
    path("records/rule/", many.records_rule, name="records_rule"),
    path("records/remove/", many.records_remove, name="records_remove"),
    path(
        "records/<slug:kind>/<id:pk>/in-place/",
        in_place.record_in_place,
        name="record_in_place",
    ),
    path("records/time/<id:pk>/", entries.entry, name="entry"),
    path("records/time/<id:pk>/split/", entries.split, name="entry_split"),
    path("records/time/<id:pk>/join/", entries.join, name="entry_join"),
    path("records/time/<id:pk>/remove/", entries.remove, name="entry_remove"),
    path("records/payments/<id:pk>/", payments.payment, name="payment"),
    path(
        "records/payments/<id:pk>/change/",
        by_hand.payment_change,
        name="payment_change",
    ),
    path("records/payments/<id:pk>/attach/", attachments.attach, name="payment_attach"),
    path("records/files/<id:pk>/", attachments.attachment, name="attachment"),
    path(
        "records/files/<id:pk>/remove/",
        attachments.attachment_remove,
        name="attachment_remove",
    ),
    path("records/payments/<id:pk>/split/", payments.split, name="payment_split"),
    path("records/payments/<id:pk>/remove/", payments.remove, name="payment_remove"),
    path("recurring/", recurring.recurring, name="recurring"),
    path("recurring/add/", recurring.recurring_add, name="recurring_add"),
    path("recurring/<id:pk>/", recurring.recurring_change, name="recurring_change"),
    path(
        "recurring/<id:pk>/remove/", recurring.recurring_remove, name="recurring_remove"
    ),
    path("recurring/<id:pk>/<str:day>/", recurring.recurring_day, name="recurring_day"),
    path("records/doubles/", doubles.doubles, name="doubles"),
    path("records/doubles/merge/", doubles.merge, name="doubles_merge"),
    path("records/doubles/apart/", doubles.apart, name="doubles_apart"),
    path("records/payers/", payers.payers, name="payers"),
    path("records/payers/part/", payers.part, name="payer_part"),
    path("records/accounts/", payers.accounts, name="accounts"),
    path("history/", history.history, name="history"),
    path("history/<id:number>/undo/", history.undo, name="change_undo"),
    path("history/<id:number>/redo/", history.redo, name="change_redo"),
    path("hours/", hours.hours, name="hours"),
    path("hours/working-time/", hours.working_time, name="worktime"),
    path("hours/take-on/", take_on.take_on, name="take_on"),
    path("hours/take-on/keep/", take_on.take_on_keep, name="take_on_keep"),
    path("income/", income.income, name="income"),
    path("income/plan/", plan.plan, name="plan"),
    path("income/safety/", safety.safety, name="safety"),
    path("income/safety/fall-back/", fall_back.fall_back, name="fall_back"),
    path("income/tax-dates/", tax_dates.tax_dates, name="tax_dates"),
    path("income/safety/savings/", safety_changes.cushion, name="cushion"),
    path("income/safety/cause/", safety_changes.cause, name="cause"),
    path("income/safety/chances/", safety_changes.beliefs, name="beliefs"),
    path("income/safety/fallback/", safety_changes.fallback, name="fallback"),
    path("income/safety/invoice/", invoices.invoice, name="invoice"),
    path(
        "income/safety/cause/<id:pk>/remove/",
        safety_changes.cause_remove,
        name="cause_remove",
    ),
    path(
        "income/safety/fallback/<id:pk>/remove/",
        safety_changes.fallback_remove,
        name="fallback_remove",
    ),
    path("income/invoices/", settlements.invoices, name="invoices"),
    path(
        "income/invoices/<id:pk>/paid/", settlements.invoice_paid, name="invoice_paid"
    ),
    path(
        "income/invoices/<id:pk>/this/", settlements.invoice_this, name="invoice_this"
    ),
    path(
        "income/invoices/<id:pk>/not-this/",
        settlements.invoice_not_this,
        name="invoice_not_this",
    ),
    path(
        "income/invoices/<id:pk>/unpaid/",
        settlements.invoice_unpaid,
        name="invoice_unpaid",
    ),
    path(
        "income/safety/invoice/<id:pk>/remove/",
        invoices.invoice_remove,
        name="invoice_remove",
    ),
    path("log/", log.log, name="log"),
    path("log/line/", line.log_line, name="log_line"),
    path("log/line/preview/", line.line_preview, name="line_preview"),
    path("log/payment/", by_hand.payment_add, name="payment_add"),
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
    path("time-off/holiday/", holidays.holiday, name="holiday"),
    path(
        "time-off/holiday/<id:pk>/remove/",
        holidays.holiday_remove,
        name="holiday_remove",
    ),
    path(
        "time-off/leave/<id:pk>/remove/",
        time_off.remove,
        {"kind": StretchList.LEAVE},
        name="leave_remove",
    ),
    path(
        "time-off/season/<id:pk>/remove/",
        time_off.remove,
        {"kind": StretchList.SEASON},
        name="season_remove",
    ),
    path(
        "time-off/overhead/<id:pk>/remove/",
        time_off.remove,
        {"kind": StretchList.OVERHEAD},
        name="overhead_remove",
    ),
    path("calendars/", calendars.calendars, name="calendars"),
    path("calendars/add/", calendars.calendar_add, name="calendar_add"),
    path("calendars/refresh/", calendars.calendars_refresh, name="calendars_refresh"),
    path(
        "calendars/<id:pk>/refresh/",
        calendars.calendar_refresh,
        name="calendar_refresh",
    ),
    path(
        "calendars/<id:pk>/remove/",
        calendars.calendar_remove,
        name="calendar_remove",
    ),
    path(
        "calendars/<id:pk>/titles/",
        calendars.calendar_titles,
        name="calendar_titles",
    ),
    path(
        "calendars/titles/",
        calendars.file_calendar_titles,
        name="file_calendar_titles",
    ),
    path("calendars/feed/", feed.feed_make, name="feed_make"),
    path("calendars/feed/revoke/", feed.feed_revoke, name="feed_revoke"),
    path("calendar/<str:token>.ics", feed.calendar_feed, name="calendar_feed"),
    path("import/", imports.choose, name="import"),
    path("import/history/", imports.history, name="imports"),
    path("import/history/entered/", imports.entered, name="money_entered"),
    path("import/history/<id:number>/", imports.one, name="import_one"),
    path("import/history/<id:number>/undo/", imports.undo, name="import_undo"),
    path("import/<slug:token>/", imports.preview, name="import_preview"),
    path("import/<slug:token>/say/", imports.say, name="import_say"),
    path("import/<slug:token>/confirm/", imports.confirm, name="import_confirm"),
    path("import/<slug:token>/done/", imports.done, name="import_done"),
    path("import/<slug:token>/cancel/", imports.cancel, name="import_cancel"),
    path(
        "import/<slug:token>/columns/<id:place>/",
        columns.columns,
        name="import_columns",
    ),
    path(
        "import/<slug:token>/columns/<id:place>/preview/",
        columns.columns_preview,
        name="import_columns_preview",
    ),
    path("help/", help_views.topics, name="help_topics"),
    path("help/<slug:topic>/", help_views.topic, name="help_topic"),
    path("shortcuts/", shortcuts.shortcuts, name="shortcuts"),
    path("settings/", settings_page, name="settings"),
    path("settings/reminders/", reminders.reminders, name="reminders"),
    path("settings/reminders/dismiss/", reminders.dismiss, name="reminder_dismiss"),
    path("settings/reminders/feed/", reminders.feed_make, name="reminder_feed_make"),
    path(
        "settings/reminders/feed/revoke/",
        reminders.feed_revoke,
        name="reminder_feed_revoke",
    ),
    path("calendar/reminders/<str:token>.ics", reminders.feed, name="reminder_feed"),
    path("settings/kept/", kept.kept, name="kept"),
    path("shares/", given.shares, name="shares"),
    path("shares/new/", given.share_new, name="share_new"),
    path("shares/send/", given.share_send, name="share_send"),
    path("shares/looks/", given.looks, name="looks"),
    path("shares/<uuid:number>/", given.share, name="share"),
    path("shares/<uuid:number>/end/", given.share_end, name="share_end"),
    path("shares/<uuid:number>/file/", signed_files.give_file, name="give_file"),
    path("shares/<uuid:number>/ended/", signed_files.give_ending, name="give_ending"),
    path("shares/<uuid:number>/mail/", signed_files.mail_again, name="mail_again"),
    path("received/", received.received_list, name="received_list"),
    path("received/bring-in/", signed_files.bring_in, name="bring_in"),
    path(
        "received/<uuid:number>/letter/", signed_files.give_letter, name="give_letter"
    ),
    path("received/<uuid:number>/", received.received, name="received"),
    path("received/<uuid:number>/open/", received.received_open, name="received_open"),
    path("received/<uuid:number>/csv/", received.received_csv, name="received_csv"),
    path("settings/signature/", signature.signature, name="signature"),
    path("settings/jobs/", jobs.jobs, name="jobs"),
    path("settings/jobs/<id:pk>/again/", jobs.job_again, name="job_again"),
    path("settings/jobs/<id:pk>/stop/", jobs.job_stop, name="job_stop"),
    path("settings/delete/", deletion.delete, name="delete_everything"),
    path("settings/password/", settings.password, name="password"),
    path("quiet/", quiet.quiet, name="quiet"),
    path("favicon.ico", installed.favicon, name="favicon"),
    path("manifest.webmanifest", installed.manifest, name="manifest"),
    path("sw.js", installed.service_worker, name="service_worker"),
    path("offline/", installed.offline, name="offline"),
    path("offline/who/", installed.who, name="offline_who"),
    path("offline/keep/", installed.keep, name="offline_keep"),
    path("settings/export/", take_along.export, name="export"),
    path("settings/backup/", take_along.backup, name="backup"),
]

if django_settings.SERVER:
    from plait.web.views.account import audit
    from plait.web.views.server import invited, leaving, mail, not_me, people, state
    from plait.web.views.sharing import by_link

    urlpatterns += [
        path(
            "account/oidc/<slug:key>/login/",
            organisations.begin,
            name="openid_connect_login",
        ),
        path(
            "account/oidc/<slug:key>/login/callback/",
            organisations.come_back,
            name="openid_connect_callback",
        ),
        path("settings/organisations/", organisations.connected, name="organisations"),
        path(
            "settings/organisations/<slug:key>/remove/",
            organisations.remove,
            name="organisation_remove",
        ),
        path("account/", include("allauth.urls")),
        path("shown-by-link/<str:token>/", by_link.by_link, name="by_link"),
        path("invited/<str:token>/", invited.invited, name="invited"),
        path("book/begin/", begin_book.begin_book, name="begin_book"),
        path("server/about/", about_the_server.about, name="server_about"),
        path("settings/export/file/", take_along.export_file, name="export_file"),
        path("settings/export/now/", take_along.export_now, name="export_now"),
        path("settings/audit/", audit.audit, name="audit"),
        path("settings/audit/csv/", audit.audit_csv, name="audit_csv"),
        path("server/acts/csv/", audit.acts_csv, name="server_acts_csv"),
        path("not-me/", not_me.not_me_after, name="not_me_after"),
        path("not-me/<str:token>/", not_me.not_me, name="not_me"),
        path("server/state/", state.state, name="server_state"),
        path("server/acts/", audit.acts, name="server_acts"),
        path("server/", people.all_people, name="server"),
        path("server/invite/", people.invite_one, name="server_invite"),
        path("settings/mail/", mail.mail, name="mail"),
        path("settings/mail/ask/", mail.ask, name="mail_ask"),
        path("mail/stop/<str:token>/", mail.stop, name="mail_stop"),
        path("mail/confirm/<str:token>/", mail.confirm, name="mail_confirm"),
        path("server/withdraw/<id:pk>/", people.withdraw_one, name="server_withdraw"),
        path("server/suspend/<id:pk>/", people.suspend_one, name="server_suspend"),
        path("server/hand-over/<id:pk>/", people.hand_over_to, name="server_hand_over"),
        path("server/delete/<id:pk>/", leaving.delete_one, name="server_delete"),
        path("server/keep/<id:pk>/", leaving.keep_one, name="server_keep"),
        path("leaving/", leaving.leaving, name="leaving"),
        path("leaving/stay/", leaving.stay, name="leaving_stay"),
        path("server/let-in/<id:pk>/", people.let_in_one, name="server_let_in"),
    ]
