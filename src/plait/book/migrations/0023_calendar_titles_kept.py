"""Keep the titles that books from before have: their calendars were read with them."""

from typing import Any

from django.db import migrations


def fill(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001  # Django's signature
    apps.get_model("book", "CalendarSource").objects.update(keeps_titles=True)
    titles = apps.get_model("book", "CalendarTitles")
    titled = apps.get_model("book", "Event").objects.exclude(title="", location="")
    named = titled.order_by("owner_id", "calendar").values_list("owner_id", "calendar")
    titles.objects.bulk_create(
        (
            titles(owner_id=owner, name=name, is_kept=True)
            for owner, name in named.distinct()
        ),
        batch_size=500,
    )


def empty(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001  # Django's signature
    apps.get_model("book", "CalendarTitles").objects.all().delete()


class Migration(migrations.Migration):
    """The calendars of a book keep what they kept."""

    dependencies = [("book", "0022_calendar_titles")]
    operations = [migrations.RunPython(fill, empty)]
