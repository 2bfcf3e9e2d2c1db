from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("book", "0023_calendar_titles_kept"),
    ]

    operations = [
        migrations.AlterField(
            model_name="payment",
            name="booking_id",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=200
            ),
        ),
        migrations.AlterField(
            model_name="timeentry",
            name="is_on_call",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AlterField(
            model_name="timeentry",
            name="source",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=40
            ),
        ),
        migrations.AlterField(
            model_name="timeentry",
            name="tracker_id",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=100
            ),
        ),
        migrations.AlterField(
            model_name="timeentry",
            name="zone",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=64
            ),
        ),
    ]
