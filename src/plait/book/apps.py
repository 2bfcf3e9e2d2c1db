"""The book app."""

from django.apps import AppConfig


class BookConfig(AppConfig):
    """A person's records, import batches and undo."""

    name = "plait.book"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let the columns hide names where a page is made in quiet view."""
        from plait.book.quiet import hide_columns

        hide_columns(self.get_models())
