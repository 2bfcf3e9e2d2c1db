from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("book", "0014_opening_balance")]

    operations = [
        migrations.AddField(
            "role",
            "is_archived",
            models.BooleanField(db_default=False, default=False),
        ),
    ]
