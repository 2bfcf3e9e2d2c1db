"""The book app."""

from django.apps import AppConfig


class BookConfig(AppConfig):
    """A person's records, import batches and undo."""

    name = "plait.book"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let the columns hide names in quiet view, and the book's jobs be carried out."""
        from plait.book.job_kinds import register_kinds
        from plait.book.quiet import hide_columns

        hide_columns(self.get_models())
        register_kinds()
