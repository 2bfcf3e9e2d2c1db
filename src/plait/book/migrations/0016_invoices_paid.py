"""Give each invoice that was marked as paid the settlement that says so."""

from typing import Any

from django.db import migrations
from django.db.models import F, Sum


def settle(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001  # Django's signature
    invoices = apps.get_model("book", "Invoice").objects
    settlements = apps.get_model("book", "Settlement").objects
    settlements.bulk_create(
        [
            settlements.model(
                owner_id=one.owner_id,
                invoice=one,
                amount_minor=one.amount_minor,
                kind="payment",
                on=one.paid_on,
                # Nobody kept who said so; what came in by a file has its import.
                source="file" if one.batch_id else "person",
                batch_id=one.batch_id,
            )
            for one in invoices.exclude(paid_on=None)
        ],
        batch_size=500,
    )


def unsettle(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001  # the same
    invoices = apps.get_model("book", "Invoice").objects
    paid = invoices.annotate(paid=Sum("settlements__amount_minor"))
    for one in paid.filter(paid__gte=F("amount_minor")):
        days = one.settlements.exclude(on=None).values_list("on", flat=True)
        one.paid_on = max([*days, one.issued_on])
        one.save(update_fields=["paid_on"])


class Migration(migrations.Migration):
    dependencies = [("book", "0015_settlement")]

    operations = [migrations.RunPython(settle, unsettle)]
