"""The accounts app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """People and sign-in."""

    name = "plait.accounts"
    default_auto_field = "django.db.models.BigAutoField"
