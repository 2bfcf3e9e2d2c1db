import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0015_signing_keys"),
    ]

    operations = [
        migrations.CreateModel(
            name="Envelope",
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
                ("uuid", models.UUIDField()),
                ("share_uuid", models.UUIDField()),
                ("giver_name", models.CharField(blank=True, max_length=150)),
                ("slice_kind", models.CharField(max_length=20)),
                ("payload", models.BinaryField(default=b"")),
                ("signature", models.CharField(blank=True, max_length=128)),
                ("key", models.CharField(blank=True, max_length=64)),
                ("supersedes", models.UUIDField(blank=True, null=True)),
                ("sent_at", models.DateTimeField()),
                ("until", models.DateField()),
                ("blanked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="envelopes",
                        to="accounts.owner",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["share_uuid"], name="envelope_by_share")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("owner", "uuid"), name="envelope_delivered_once"
                    ),
                    models.UniqueConstraint(
                        fields=("owner", "share_uuid"), name="envelope_of_share_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "slice_kind__in",
                                [
                                    "availability_band",
                                    "hours_by_role",
                                    "payments_of_role",
                                ],
                            )
                        ),
                        name="envelope_slice_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Look",
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
                ("share_uuid", models.UUIDField()),
                ("day", models.DateField()),
                ("name", models.CharField(max_length=150)),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="looks",
                        to="accounts.owner",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("owner", "share_uuid", "day"),
                        name="look_noted_once_a_day",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Share",
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
                ("uuid", models.UUIDField()),
                ("slice_kind", models.CharField(max_length=20)),
                ("choice", models.JSONField(default=dict)),
                ("receiver", models.BigIntegerField(blank=True, null=True)),
                ("receiver_email", models.EmailField(blank=True, max_length=254)),
                ("receiver_name", models.CharField(max_length=150)),
                ("way", models.CharField(max_length=8)),
                ("purpose", models.CharField(blank=True, max_length=200)),
                ("ground", models.CharField(default="consent", max_length=20)),
                ("until", models.DateField()),
                ("made_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("delivered_revision", models.BigIntegerField(blank=True, null=True)),
                ("delivered_on", models.DateField(blank=True, null=True)),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="shares",
                        to="accounts.owner",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["uuid"], name="share_by_number"),
                    models.Index(
                        condition=models.Q(("ended_at", None)),
                        fields=["owner", "until"],
                        name="share_running",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("owner", "uuid"), name="share_made_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "slice_kind__in",
                                [
                                    "availability_band",
                                    "hours_by_role",
                                    "payments_of_role",
                                ],
                            )
                        ),
                        name="share_slice_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("way__in", ["here", "file", "address"])),
                        name="share_way_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ground__in", ["consent", "agreement"])),
                        name="share_ground_is_known",
                    ),
                ],
            },
        ),
    ]
