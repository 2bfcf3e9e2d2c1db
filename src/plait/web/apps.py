"""The web app."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages, templates and static files."""

    name = "plait.web"

    def ready(self) -> None:
        """Let uploads be read in the background."""
        from plait.web.job_kinds import register_kinds

        register_kinds()
