"""Mark time on call, say whether terms count it, and keep the zone of an entry."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("book", "0017_invoice_without_paid_on")]

    operations = [
        migrations.AddField(
            "timeentry", "is_on_call", models.BooleanField(default=False)
        ),
        migrations.AddField(
            "timeentry", "zone", models.CharField(blank=True, max_length=64)
        ),
        migrations.AddField(
            "agreement", "on_call_counts", models.BooleanField(default=False)
        ),
    ]
