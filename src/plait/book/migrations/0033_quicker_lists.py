"""Indexes by which lists of a hundred thousand find a role, a name and what waits."""

from django.conf import settings
from django.db import migrations, models
from django.db.models.deletion import PROTECT


class Migration(migrations.Migration):
    dependencies = [
        ("book", "0032_attachment_batch"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(model_name="payment", name="payment_open"),
        migrations.RemoveIndex(model_name="timeentry", name="entry_open"),
        *(
            migrations.AlterField(
                model_name=name,
                name="role",
                field=models.ForeignKey(
                    blank=True,
                    db_index=False,
                    null=True,
                    on_delete=PROTECT,
                    to="book.role",
                ),
            )
            for name in ("event", "payment", "timeentry")
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["role"], name="event_by_role"),
        ),
        migrations.AddIndex(
            model_name="payment",
            index=models.Index(
                fields=["role", "owner", "booked_on"], name="payment_by_role"
            ),
        ),
        migrations.AddIndex(
            model_name="payment",
            index=models.Index(
                condition=models.Q(amount_minor__gt=0, status=0),
                fields=["owner", "booked_on"],
                name="payment_open_by_day",
            ),
        ),
        migrations.AddIndex(
            model_name="timeentry",
            index=models.Index(
                fields=["owner", "project", "client"], name="entry_by_name"
            ),
        ),
        migrations.AddIndex(
            model_name="timeentry",
            index=models.Index(fields=["role", "owner", "on"], name="entry_by_role"),
        ),
        migrations.AddIndex(
            model_name="timeentry",
            index=models.Index(
                condition=models.Q(status=0),
                fields=["owner", "on"],
                name="entry_open_by_day",
            ),
        ),
    ]
