"""The mail app."""

from django.apps import AppConfig


class MailConfig(AppConfig):
    """Sends what people chose to be sent, and what lets them in."""

    name = "plait.mail"

    def ready(self) -> None:
        """Let its jobs be carried out."""
        from plait.accounts.sign_ins import NEW_DEVICE_MAIL
        from plait.accounts.stewardship import INVITATION_MAIL
        from plait.jobs.kinds import JobKind, register

        handler = "plait.mail.invitation:send"
        register(JobKind(INVITATION_MAIL, handler, attempts=6, needs_book=False))
        handler = "plait.mail.new_device:send"
        register(JobKind(NEW_DEVICE_MAIL, handler, attempts=6, needs_book=False))
