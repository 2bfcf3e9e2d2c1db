"""The start: what was confirmed, whose sample it is, and the currency of savings."""

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def keep_currency(apps: Any, schema_editor: Any) -> None:  # Django's own
    """Let savings and floor stay in the currency that they were written in."""
    people = apps.get_model("accounts", "Person").objects.using(
        schema_editor.connection.alias
    )
    stated = people.exclude(savings_minor=None, floor_minor=None)
    stated.update(savings_currency=models.F("currency"))


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0006_what_they_choose"),
    ]

    operations = [
        migrations.AddField(
            model_name="person",
            name="has_confirmed",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name="person",
            name="hides_first_steps",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name="person",
            name="savings_currency",
            field=models.CharField(blank=True, db_default="", default="", max_length=3),
        ),
        migrations.AddField(
            model_name="person",
            name="sample_of",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="samples",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.RunPython(keep_currency, migrations.RunPython.noop),
    ]
