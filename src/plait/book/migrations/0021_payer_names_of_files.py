from django.db import migrations, models
from django.db.models import SET_NULL


class Migration(migrations.Migration):
    dependencies = [("book", "0020_payers_and_shares")]

    operations = [
        migrations.AddField(
            "payername",
            "batch",
            models.ForeignKey(
                blank=True, null=True, on_delete=SET_NULL, to="book.batch"
            ),
        ),
    ]
