"""The web app."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages, templates and static files."""

    name = "plait.web"

    def ready(self) -> None:
        """Let uploads be read in the background, and sign-ins be noted and forgotten."""
        from django.contrib.auth.signals import user_logged_in, user_logged_out

        from plait.accounts.sign_ins import sessions_ended
        from plait.web.job_kinds import register_kinds
        from plait.web.signed_in import forget, note

        register_kinds()
        user_logged_in.connect(note, dispatch_uid="plait.web.signed_in")
        user_logged_out.connect(forget, dispatch_uid="plait.web.signed_out")
        sessions_ended.connect(forget, dispatch_uid="plait.web.sessions_ended")
