"""The accounts app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """People and sign-in."""

    name = "plait.accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Note what happens with accounts; let those be removed whose week is over."""
        from django.conf import settings

        from plait.accounts.job_kinds import register_kinds

        register_kinds()
        if settings.SERVER:
            from plait.accounts.account_events import connect
            from plait.accounts.audit import schedule

            connect()
            schedule.register_kinds()
