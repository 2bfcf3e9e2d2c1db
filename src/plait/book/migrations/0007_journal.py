from typing import Any

from django.conf import settings
from django.db import migrations, models
from django.db.models import CASCADE, Q


def note_imports(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001  # Django's signature
    """Let every earlier import be a change: undoing the last one finds it."""
    change = apps.get_model("book", "Change")
    numbers: dict[int, int] = {}
    rows = []
    for batch in apps.get_model("book", "Batch").objects.order_by("owner", "number"):
        number = numbers[batch.owner_id] = numbers.get(batch.owner_id, 0) + 1
        rows.append(
            change(
                owner_id=batch.owner_id,
                number=number,
                made_at=batch.created_at,
                what="import",
                batch=batch,
                undone_at=batch.undone_at,
            )
        )
    change.objects.bulk_create(rows, batch_size=500)


class Migration(migrations.Migration):
    dependencies = [
        ("book", "0006_record_identity"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Change",
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
                (
                    "owner",
                    models.ForeignKey(on_delete=CASCADE, to=settings.AUTH_USER_MODEL),
                ),
                ("number", models.PositiveIntegerField()),
                ("made_at", models.DateTimeField()),
                ("what", models.CharField(blank=True, max_length=40)),
                ("request", models.CharField(blank=True, max_length=100)),
                (
                    "batch",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=CASCADE,
                        related_name="change",
                        to="book.batch",
                    ),
                ),
                ("rows", models.JSONField(blank=True, default=list)),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("owner", "number"), name="change_numbered_once"
                    ),
                    models.UniqueConstraint(
                        condition=~Q(request=""),
                        fields=("owner", "request"),
                        name="change_requested_once",
                    ),
                ]
            },
        ),
        migrations.RunPython(note_imports, migrations.RunPython.noop),
    ]
