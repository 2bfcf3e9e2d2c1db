"""Let the account of a role begin with a balance of hours, on a day."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("book", "0013_holiday_changes")]

    operations = [
        migrations.AddField(
            "role", "balance_minutes", models.IntegerField(blank=True, null=True)
        ),
        migrations.AddField(
            "role", "balance_from", models.DateField(blank=True, null=True)
        ),
        migrations.AddConstraint(
            "role",
            models.CheckConstraint(
                condition=models.Q(
                    balance_minutes__isnull=True, balance_from__isnull=True
                )
                | models.Q(balance_minutes__isnull=False, balance_from__isnull=False),
                name="role_balance_has_a_day",
            ),
        ),
    ]
