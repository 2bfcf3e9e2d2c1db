from django.db import migrations, models


# The database renames the column in its index as well.
class Migration(migrations.Migration):
    dependencies = [("accounts", "0004_what_they_live_on")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RenameField("signintry", "mark", "fingerprint"),
            ],
            state_operations=[
                migrations.RemoveIndex("signintry", "sign_in_try_by_mark"),
                migrations.RenameField("signintry", "mark", "fingerprint"),
                migrations.AddIndex(
                    "signintry",
                    models.Index(
                        fields=["fingerprint", "at"], name="sign_in_try_by_mark"
                    ),
                ),
            ],
        ),
    ]
