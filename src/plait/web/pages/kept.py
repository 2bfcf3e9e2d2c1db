"""The page that says what is kept how long."""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plait.accounts.retention.table import RETENTION


@dataclass(frozen=True)
class KeptView:
    """One kind of thing: what it is, how long it is kept, and why."""

    what: str
    how_long: str
    why: str


def kept_views() -> list[KeptView]:
    """Return each kind that there is here, as the table in the source has it."""
    return [
        KeptView(_(one.what), _time_text(one.how_long), _(one.why))
        for one in RETENTION
        if settings.SERVER or not one.is_of_server
    ]


def _time_text(time: timedelta) -> str:
    if not time.days:
        n = int(time.total_seconds() // 60)
        return ngettext("%(n)s minute", "%(n)s minutes", n) % {"n": n}
    return ngettext("%(n)s day", "%(n)s days", time.days) % {"n": time.days}
