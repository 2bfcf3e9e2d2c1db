"""The accounts app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """People and sign-in."""

    name = "plait.accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Note what happens with accounts, where several people sign in."""
        from django.conf import settings

        if settings.SERVER:
            from plait.accounts.account_events import connect

            connect()
