"""The jobs that accounts ask for; their handlers stand beside what they do."""

from datetime import timedelta

from plait.jobs.kinds import JobKind, register

REMOVAL = "removal"


def register_kinds() -> None:
    """Let people whose week is over be removed, every hour."""
    removal = "plait.accounts.leaving.job"
    register(
        JobKind(
            REMOVAL,
            handler=f"{removal}:remove_due",
            missing=f"{removal}:unplanned",
            every=timedelta(hours=1),
            limit=timedelta(hours=6),
            needs_book=False,
        )
    )
