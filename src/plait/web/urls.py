"""Every page's address."""

from django.urls import path

from plait.web.views import (
    agreements,
    columns,
    imports,
    inbox,
    roles,
    rules,
    settings,
    sign_in,
    take_along,
    today,
)

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
    path("inbox/", inbox.inbox, name="inbox"),
    path("inbox/confirm/", inbox.confirm, name="inbox_confirm"),
    path("inbox/proposed/", inbox.confirm_proposed, name="inbox_proposed"),
    path("inbox/rules/<int:pk>/", rules.rule, name="rule"),
    path("inbox/rules/<int:pk>/remove/", rules.rule_remove, name="rule_remove"),
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
