"""The mail app."""

from django.apps import AppConfig


class MailConfig(AppConfig):
    """Sends what people chose to be sent, and what lets them in."""

    name = "plait.mail"

    def ready(self) -> None:
        """Let its jobs be carried out."""
        from plait.accounts.leaving.asking import LEAVING_MAIL
        from plait.accounts.sharing.links import LINK_MAIL
        from plait.accounts.sign_ins import NEW_DEVICE_MAIL
        from plait.accounts.stewardship import INVITATION_MAIL
        from plait.jobs.kinds import JobKind, register

        for name, room in (
            (INVITATION_MAIL, "invitation"),
            (NEW_DEVICE_MAIL, "new_device"),
            (LEAVING_MAIL, "leaving"),
            (LINK_MAIL, "share_link"),
        ):
            handler = f"plait.mail.{room}:send"
            register(JobKind(name, handler, attempts=6, needs_book=False))
