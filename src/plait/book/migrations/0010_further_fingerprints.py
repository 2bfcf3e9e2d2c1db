from django.conf import settings
from django.db import migrations, models
from django.db.models import CASCADE, SET_NULL


class Migration(migrations.Migration):
    dependencies = [
        ("book", "0009_coverage_filled"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            "timeentry",
            "edited",
            models.CharField(blank=True, db_default="", default="", max_length=200),
        ),
        migrations.CreateModel(
            name="OtherFingerprint",
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
                ("kind", models.CharField(max_length=8)),
                ("fingerprint", models.BigIntegerField()),
                ("record", models.BigIntegerField(blank=True, null=True)),
                (
                    "batch",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=SET_NULL, to="book.batch"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["owner", "kind", "record"],
                        name="fingerprint_by_record",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("owner", "kind", "fingerprint"),
                        name="fingerprint_known_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(kind__in=["payment", "time", "event"]),
                        name="fingerprint_kind_is_known",
                    ),
                ],
            },
        ),
    ]
