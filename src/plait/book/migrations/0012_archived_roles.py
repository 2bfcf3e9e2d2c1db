from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("book", "0011_part_days")]

    operations = [
        migrations.AddField(
            "role",
            "is_archived",
            models.BooleanField(db_default=False, default=False),
        ),
    ]
