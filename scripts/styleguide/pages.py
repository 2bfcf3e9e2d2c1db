"""Which template is drawn with which invented view model."""

from collections.abc import Callable

import look_files
import look_roles
import look_today

Made = Callable[[], dict[str, object]]


def _alone() -> dict[str, object]:
    return {"nav": "today"}


PAGES: dict[str, tuple[str, Made]] = {
    "today": ("today.html", look_today.today),
    "today-empty": ("today.html", look_today.empty),
    "roles": ("roles/roles.html", look_roles.roles),
    "roles-empty": ("roles/roles.html", look_roles.no_roles),
    "role": ("roles/role.html", look_roles.role),
    "role_form": ("roles/role_form.html", look_roles.role_form),
    "agreement_form": ("roles/agreement_form.html", look_roles.agreement_form),
    "inbox": ("records/inbox.html", look_files.inbox),
    "inbox-empty": ("records/inbox.html", look_files.inbox_empty),
    "import": ("records/import.html", look_files.import_),
    "import_preview": ("records/import_preview.html", look_files.preview),
    "import_progress": ("records/import_progress.html", look_files.progress),
    "progress-part": ("parts/progress.html", look_files.progress),
    "mapping": ("records/mapping.html", look_files.mapping),
    "imports": ("records/imports.html", look_files.imports),
    "confirm": ("confirm.html", look_files.confirm),
    "settings": ("account/settings.html", look_files.settings),
    "password": ("account/password.html", look_files.password),
    "sign_in": ("account/sign_in.html", look_files.sign_in),
    "styleguide": ("styleguide.html", look_files.styleguide),
    "not-there": ("404.html", _alone),
    "old-form": ("403_csrf.html", _alone),
    "not-open": ("403.html", _alone),
    "broken": ("500.html", dict),
}
