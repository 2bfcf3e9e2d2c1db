"""Indexes that hold what a list adds up, so that no row is read for its totals."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("book", "0029_recurring"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="payment",
            name="payment_by_day",
        ),
        migrations.RemoveIndex(
            model_name="timeentry",
            name="entry_by_day",
        ),
        migrations.AddIndex(
            model_name="payment",
            index=models.Index(
                fields=[
                    "owner",
                    "booked_on",
                    "currency",
                    "amount_minor",
                    "status",
                    "role",
                    "account",
                ],
                name="payment_sums_by_day",
            ),
        ),
        migrations.AddIndex(
            model_name="payment",
            index=models.Index(fields=["owner", "payer"], name="payment_by_payer"),
        ),
        migrations.AddIndex(
            model_name="timeentry",
            index=models.Index(
                fields=["owner", "on", "seconds", "status", "role", "source"],
                name="entry_sums_by_day",
            ),
        ),
    ]
