"""Let a day be off in part: how many minutes of it, none for whole days."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("book", "0010_further_fingerprints")]

    operations = [
        migrations.AddField(
            "absence",
            "minutes",
            models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            "absence",
            models.CheckConstraint(
                condition=models.Q(minutes__isnull=True)
                | models.Q(minutes__range=(1, 1440)),
                name="absence_fits_a_day",
            ),
        ),
    ]
