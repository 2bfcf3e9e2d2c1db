"""A job: work for a person or the server itself, what became of it; and workers."""

from django.conf import settings
from django.db import models

WAITING, RUNNING, DONE, FAILED, CANCELLED = (
    *("waiting", "running", "done"),
    *("failed", "cancelled"),
)
LIVE = (WAITING, RUNNING)
STATES = (*LIVE, DONE, FAILED, CANCELLED)


class Job(models.Model):
    """One piece of work; of one owner, kind and key at most one is live.

    `owner` is None for the server's own. `arguments` are small. `lease` is a number
    by chance that whoever took the job last holds: what another one does to it comes
    too late. `n_done` of `n_all` says how far it is, `n_all` 0 while that is unknown;
    `progress_text` what is in hand, such as a file's name. `error` is, as JSON, what
    was wrong, the value and what to do; of a fault of ours only where it happened.
    """

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="jobs",
    )
    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=100, blank=True)
    arguments = models.JSONField(default=dict)
    state = models.CharField(max_length=10, default=WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease = models.CharField(max_length=32, blank=True)
    not_before = models.DateTimeField()
    created_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True, blank=True)
    heartbeat_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    n_done = models.PositiveBigIntegerField(default=0)
    n_all = models.PositiveBigIntegerField(default=0)
    progress_text = models.CharField(max_length=200, blank=True)
    result = models.JSONField(null=True, blank=True)
    error = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=STATES), name="job_state_is_known"
            ),
            models.UniqueConstraint(
                fields=["owner", "kind", "key"],
                condition=models.Q(state__in=LIVE, owner__isnull=False),
                name="job_is_live_once",
            ),
            models.UniqueConstraint(
                fields=["kind", "key"],
                condition=models.Q(state__in=LIVE, owner__isnull=True),
                name="job_of_server_is_live_once",
            ),
        ]
        indexes = [
            models.Index(
                fields=["not_before"],
                condition=models.Q(state__in=LIVE),
                name="job_by_due",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}".strip()

    @property
    def is_live(self) -> bool:
        """Whether it waits or runs."""
        return self.state in LIVE

    @property
    def is_put_off(self) -> bool:
        """Whether it met a fault and waits to be tried again."""
        return self.state == WAITING and self.attempts > 0


class Worker(models.Model):
    """A process that does nothing but carry out jobs, as long as it lives.

    `name` is made by chance. `seen_at` is when it last said that it is there, whether
    it has work or not; `version` is Plait's, which it runs.
    """

    name = models.CharField(max_length=32, unique=True)
    version = models.CharField(max_length=40)
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
