"""The quiet view's door to the book: what a column of text names, and its disguise.

The columns themselves hand out what stands for a name while a page is made in quiet
view, so that no list, form or sentence can forget to. `tests/book/test_quiet.py` asks
of each column of text what it names.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from django.conf import settings
from django.db.models import Field

from plait.accounts.models import Person
from plait.book import models as rows
from plait.domain.quiet import Disguise, Kind, disguise, plain_name, wearing

NAMES: Mapping[str, Mapping[str, Kind]] = MappingProxyType(
    {
        "Organisation": {"name": Kind.ORGANISATION, "sector": Kind.SECTOR},
        "Role": {
            "key": Kind.KEY,
            "name": Kind.ROLE,
            "place": Kind.TEXT,
            "skills": Kind.TEXT,
        },
        "Account": {"identifier": Kind.ACCOUNT, "name": Kind.ACCOUNT},
        "AccountName": {"identifier": Kind.ACCOUNT},
        "DismissedRole": {"name": Kind.NAME},
        "Rule": {"value": Kind.NAME},
        "Payment": {
            "payer": Kind.PAYER,
            "counter_account": Kind.ACCOUNT,
            "reference": Kind.TEXT,
        },
        "Invoice": {"number": Kind.INVOICE},
        "Attachment": {"name": Kind.TEXT},
        "Recurring": {"payer": Kind.PAYER, "text": Kind.TEXT},
        "TimeEntry": {
            "client": Kind.CLIENT,
            "project": Kind.PROJECT,
            **dict.fromkeys(("task", "description", "tags", "person"), Kind.TEXT),
        },
        "Event": {
            "calendar": Kind.CALENDAR,
            "title": Kind.TEXT,
            "location": Kind.PLACE,
        },
        "CheckIn": {"note": Kind.TEXT},
        "Cause": {"name": Kind.CAUSE},
        "Scenario": {"name": Kind.CAUSE},
        "Fallback": dict.fromkeys(("what", "helper", "step"), Kind.TEXT),
        "SettledFinding": dict.fromkeys(("key", "reason", "title"), Kind.TEXT),
        "Timer": {"description": Kind.TEXT},
        "PayerName": {"alias": Kind.PAYER, "name": Kind.PAYER},
        "Absence": {"note": Kind.TEXT},
        "CalendarSource": {
            "name": Kind.CALENDAR,
            **dict.fromkeys(("address", "username", "error"), Kind.TEXT),
        },
        "CalendarTitles": {"name": Kind.CALENDAR},
        "Coverage": {"name": Kind.CALENDAR},
        "ImportedFile": {"name": Kind.FILE},
        "Mapping": {"name": Kind.FILE},
    }
)


def hide_columns(models: Any) -> None:  # noqa: ANN401  # Django's registry hands them out
    """Let the columns that name something hand out their disguise."""
    for model in models:
        for name, kind in NAMES.get(model.__name__, {}).items():
            _hide(model._meta.get_field(name), kind)  # noqa: SLF001  # Django's documented way to fields


def _hide(column: "Field[Any, Any]", kind: Kind) -> None:
    def from_db_value(value: Any, *_: object) -> Any:  # noqa: ANN401  # Django's signature
        worn = disguise()
        return value if worn is None or value is None else worn.disguised(kind, value)

    column.from_db_value = from_db_value  # type: ignore[attr-defined]  # looked up by Django
    if kind is Kind.KEY:
        column.get_prep_value = _looked_up(column.get_prep_value)  # type: ignore[assignment, method-assign]  # of this column alone


def _looked_up(plain: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Find a role by what stands for its key, too."""

    def get_prep_value(value: Any) -> Any:  # noqa: ANN401  # Django's signature
        worn = disguise()
        if worn is not None and isinstance(value, str):
            value = worn.key_behind(value)
        return plain(value)

    return get_prep_value


def disguise_of(*, viewer: Person, nouns: Mapping[Kind, str]) -> Disguise:
    """Return what stands for the names of the viewer's book."""
    with wearing(None):
        held = list(
            rows.Role.objects.filter(owner=viewer)
            .order_by("pk")
            .values_list("name", "key", "pk")
        )
        organisations = rows.Organisation.objects.filter(owner=viewer)
        named = list(organisations.order_by("pk").values_list("name", flat=True))
    return Disguise(
        roles={name: n for n, (name, _key, _pk) in enumerate(held, 1)},
        # Never that of another role, once one before it is removed in another tab.
        keys={key: pk for _name, key, pk in held},
        organisations={plain_name(name): n for n, name in enumerate(named, 1)},
        nouns=nouns,
        language=viewer.language,
        salt=f"{settings.SECRET_KEY}{viewer.pk}".encode()[:64],
    )
