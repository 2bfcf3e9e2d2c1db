from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("book", "0011_part_days")]

    operations = [
        migrations.AddField(
            "importedfile",
            "n_changed",
            models.PositiveIntegerField(default=0, db_default=0),
        ),
    ]
