"""The exchange app."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """Delivers what people show to each other, and keeps it up to date."""

    name = "plait.exchange"

    def ready(self) -> None:
        """Let its jobs be carried out."""
        from datetime import timedelta

        from plait.accounts.leaving.parts import LeavingPart
        from plait.accounts.leaving.parts import register as take_part
        from plait.accounts.sharing.operations import REFRESH
        from plait.jobs.kinds import JobKind, register

        ending = "plait.accounts.sharing.operations:end_all"
        take_part(LeavingPart("sharing", at_once=ending))
        register(
            JobKind(
                REFRESH,
                "plait.exchange.delivering:refresh",
                missing="plait.exchange.delivering:unplanned",
                every=timedelta(hours=6),
                limit=timedelta(minutes=10),
            )
        )
