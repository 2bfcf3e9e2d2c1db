"""The mail app."""

from django.apps import AppConfig


class MailConfig(AppConfig):
    """Sends what people chose to be sent, and what lets them in."""

    name = "plait.mail"

    def ready(self) -> None:
        """Let its jobs be carried out."""
        from plait.mail.job_kinds import register_kinds

        register_kinds()
