"""Passwords of calendars that are followed are sealed; the key is outside the book."""

from base64 import b64encode
from typing import Any

from django.conf import settings
from django.db import migrations, models


def zero_what_goes(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001  # Django's own
    """Let SQLite leave nothing of the readable passwords in pages it frees."""
    if schema_editor.connection.vendor == "sqlite":
        with schema_editor.connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete=ON")


def seal_them(apps: Any, schema_editor: Any) -> None:
    """Seal each password, as belonging to its owner and its address."""
    from nacl.secret import Aead

    sources = apps.get_model("book", "CalendarSource").objects.using(
        schema_editor.connection.alias
    )
    for one in sources.exclude(password=""):
        belongs_to = f"{one.owner_id}\0{one.address}".encode()
        sealed = Aead(settings.PASSWORD_KEY()).encrypt(
            one.password.encode(), belongs_to
        )
        one.password = "s1:" + b64encode(sealed).decode()
        one.save(update_fields=["password"])


def unseal_nothing(apps: Any, schema_editor: Any) -> None:
    """An earlier version would send what is sealed: the calendars ask again."""
    apps.get_model("book", "CalendarSource").objects.using(
        schema_editor.connection.alias
    ).update(password="")


class Migration(migrations.Migration):
    dependencies = [("book", "0033_quicker_lists")]

    operations = [
        migrations.RunPython(zero_what_goes, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="calendarsource",
            name="password",
            field=models.CharField(blank=True, max_length=4000),
        ),
        migrations.RunPython(seal_them, unseal_nothing),
    ]
