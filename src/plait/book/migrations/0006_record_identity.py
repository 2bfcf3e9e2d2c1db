from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

_TIME = frozenset(
    [
        *("toggl", "clockify", "harvest", "kimai", "solidtime", "solidtime_zip"),
        *("toggl_json", "timeclock", "timedot", "timewarrior", "table"),
    ]
)


def _fill_sources(apps: Any, schema_editor: Any) -> None:  # Django's own
    """Note by which format entries came, where their import had files of one only."""
    database = schema_editor.connection.alias
    files = apps.get_model("book", "ImportedFile").objects.using(database)
    entries = apps.get_model("book", "TimeEntry").objects.using(database)
    by_batch: dict[int, set[str]] = {}
    for batch, name in files.values_list("batch", "format"):
        if name in _TIME:
            by_batch.setdefault(batch, set()).add(name)
    for batch, names in by_batch.items():
        if len(names) == 1:
            entries.filter(batch=batch).update(source=names.pop())


class Migration(migrations.Migration):
    dependencies = [
        ("book", "0005_calendar_error"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            "payment", "booking_id", models.CharField(blank=True, max_length=200)
        ),
        migrations.AddField(
            "timeentry", "source", models.CharField(blank=True, max_length=40)
        ),
        migrations.AddField(
            "timeentry", "tracker_id", models.CharField(blank=True, max_length=100)
        ),
        migrations.CreateModel(
            name="AccountName",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("identifier", models.CharField(max_length=100)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="other_names",
                        to="book.account",
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        to="book.batch",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("owner", "identifier"), name="account_name_held_once"
                    )
                ],
            },
        ),
        migrations.RunPython(_fill_sources, migrations.RunPython.noop),
    ]
