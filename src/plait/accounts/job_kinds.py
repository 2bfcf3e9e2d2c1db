"""The jobs that accounts ask for; their handlers stand beside what they do."""

from datetime import timedelta

from plait.jobs.kinds import JobKind, register

REMOVAL, RETENTION = "removal", "retention"


def register_kinds() -> None:
    """Let people be removed whose week is over, and what is kept no longer."""
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
    retention = "plait.accounts.retention.job"
    register(
        JobKind(
            RETENTION,
            handler=f"{retention}:clear",
            missing=f"{retention}:unplanned",
            every=timedelta(days=1),
            needs_book=False,
        )
    )
