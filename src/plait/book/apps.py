"""The book app."""

from django.apps import AppConfig


class BookConfig(AppConfig):
    """A person's records, import batches and undo."""

    name = "plait.book"
    default_auto_field = "django.db.models.BigAutoField"
