"""The mail app."""

from django.apps import AppConfig


class MailConfig(AppConfig):
    """Sends what people chose to be sent, and what lets them in."""

    name = "plait.mail"

    def ready(self) -> None:
        """Let its jobs be carried out."""
        from plait.accounts.stewardship import INVITATION_MAIL
        from plait.jobs.kinds import JobKind, register

        register(JobKind(INVITATION_MAIL, "plait.mail.invitation:send", attempts=6))
