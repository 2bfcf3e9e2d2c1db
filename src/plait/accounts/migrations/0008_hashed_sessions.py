"""Sessions are kept as hashes, so that a copied database signs nobody in."""

from hashlib import blake2b
from typing import Any

from django.db import migrations


def hash_keys(apps: Any, schema_editor: Any) -> None:  # Django's own
    """Keep the sessions that there are, so that nobody has to sign in anew."""
    sessions = apps.get_model("sessions", "Session").objects.using(
        schema_editor.connection.alias
    )
    for key in list(sessions.values_list("session_key", flat=True)):
        hashed = blake2b(key.encode(), digest_size=20).hexdigest()
        sessions.filter(session_key=key).update(session_key=hashed)


def end_them(apps: Any, schema_editor: Any) -> None:
    """An earlier version cannot read what is hashed."""
    sessions = apps.get_model("sessions", "Session").objects
    sessions.using(schema_editor.connection.alias).all().delete()


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_start_and_sample"),
        ("sessions", "0001_initial"),
    ]

    operations = [migrations.RunPython(hash_keys, end_them)]
