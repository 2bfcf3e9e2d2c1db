from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("book", "0004_plain_names")]

    operations = [
        migrations.RenameField("calendarsource", "trouble", "error"),
    ]
