"""A person's jobs as pages and commands list them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from plait.domain.errors import Problem


class JobStage(StrEnum):
    """Where a job stands, in the order in which they are listed."""

    RUNNING = "running"
    QUEUED = "queued"
    FAILED = "failed"
    PUT_OFF = "put off"
    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class JobLine:
    """One job.

    `about` is what it is about, such as the name of a calendar, "" if that is gone.
    `at` is when it began, ended or is to begin. `n_all` is 0 while it is unknown how
    much there is to do. `error` is what went wrong last, None if nothing did.
    """

    number: int
    kind: str
    about: str
    stage: JobStage
    at: datetime
    n_done: int = 0
    n_all: int = 0
    progress_text: str = ""
    error: Problem | None = None
    is_repeatable: bool = True

    @property
    def can_run(self) -> bool:
        """Whether it can be asked to run now; an upload is read again on its page."""
        return self.is_repeatable and not self.is_at_work

    @property
    def can_stop(self) -> bool:
        """Whether it can be stopped: what is planned comes again anyway."""
        return self.stage in {JobStage.RUNNING, JobStage.QUEUED, JobStage.PUT_OFF}

    @property
    def is_at_work(self) -> bool:
        """Whether it runs, or is about to."""
        return self.stage in {JobStage.RUNNING, JobStage.QUEUED}
