"""Which import brought a file that is kept with a payment."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("book", "0031_attachments")]

    operations = [
        migrations.AddField(
            model_name="attachment",
            name="batch",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                to="book.batch",
            ),
        ),
    ]
