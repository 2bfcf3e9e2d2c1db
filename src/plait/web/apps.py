"""The web app."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages, templates and static files."""

    name = "plait.web"

    def ready(self) -> None:
        """Let uploads be read in the background, and sign-ins be noted."""
        from django.contrib.auth.signals import user_logged_in

        from plait.web.job_kinds import register_kinds
        from plait.web.signed_in import note

        register_kinds()
        user_logged_in.connect(note, dispatch_uid="plait.web.signed_in")
