"""Fill in what the imports of a book from before cover: what they brought says it."""

from collections.abc import Iterator
from typing import Any

from django.db import migrations
from django.db.models import Max, Min

Row = dict[str, Any]


def fill(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001  # Django's signature
    coverage = apps.get_model("book", "Coverage")
    rows = [*_accounts(apps), *_trackers(apps), *_calendars(apps)]
    coverage.objects.bulk_create((coverage(**row) for row in rows), batch_size=500)


def empty(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001  # Django's signature
    apps.get_model("book", "Coverage").objects.all().delete()


def _accounts(apps: Any) -> Iterator[Row]:
    """Yield the days between the first and last payment that an import brought."""
    payments = apps.get_model("book", "Payment").objects.filter(batch__isnull=False)
    names = ("owner_id", "batch_id", "account_id", "account__identifier")
    found = payments.values(*names, "currency", "source").annotate(
        first=Min("booked_on"), last=Max("booked_on")
    )
    for row in found.order_by("owner_id", "batch_id", "first"):
        yield {
            "kind": "account",
            "owner_id": row["owner_id"],
            "batch_id": row["batch_id"],
            "account_id": row["account_id"],
            "name": row["account__identifier"] or "",
            "starts_on": row["first"],
            "ends_on": row["last"],
            "currency": row["currency"],
            "source": row["source"],
        }


def _trackers(apps: Any) -> Iterator[Row]:
    """Yield the days of the hours of an import, by the format they came by."""
    entries = apps.get_model("book", "TimeEntry").objects.exclude(source="")
    found = entries.values("owner_id", "batch_id", "source").annotate(
        first=Min("on"), last=Max("on")
    )
    for row in found.order_by("owner_id", "batch_id", "source"):
        yield {
            "kind": "tracker",
            "owner_id": row["owner_id"],
            "batch_id": row["batch_id"],
            "name": row["source"],
            "source": row["source"],
            "starts_on": row["first"],
            "ends_on": row["last"],
        }


def _calendars(apps: Any) -> Iterator[Row]:
    """Yield the days up to the import: past events are known until then."""
    events = apps.get_model("book", "Event").objects.filter(batch__isnull=False)
    found = events.values(
        "owner_id", "batch_id", "calendar", "batch__created_at"
    ).annotate(first=Min("on"))
    for row in found.order_by("owner_id", "batch_id", "calendar"):
        read_on = row["batch__created_at"].date()
        yield {
            "kind": "calendar",
            "owner_id": row["owner_id"],
            "batch_id": row["batch_id"],
            "name": row["calendar"],
            "starts_on": min(row["first"], read_on),
            "ends_on": read_on,
        }


class Migration(migrations.Migration):
    dependencies = [("book", "0008_coverage")]

    operations = [migrations.RunPython(fill, empty)]
