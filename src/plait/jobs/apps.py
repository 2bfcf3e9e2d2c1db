"""The jobs app."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """The queue of jobs."""

    name = "plait.jobs"
    default_auto_field = "django.db.models.BigAutoField"
