from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("book", "0018_on_call")]

    operations = [
        migrations.AddField(
            "role",
            "is_archived",
            models.BooleanField(db_default=False, default=False),
        ),
    ]
