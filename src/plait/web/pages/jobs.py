"""The page of jobs: what runs, what went wrong, what is planned."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.timezone import localtime

from plait.domain.job_list import JobLine
from plait.web.templatetags.written import written_day
from plait.wording.records.jobs import error_text, job_text, progress_text, stage_text
from plait.wording.words import Words


@dataclass(frozen=True)
class JobView:
    """One job; `done` of `of` says how far it is, `of` is 0 while that is unknown."""

    number: int
    what: str
    stage: str
    progress: str
    error: str
    is_running: bool
    done: int
    of: int
    again_url: str
    stop_url: str


def jobs_view(lines: Iterable[JobLine], words: Words) -> dict[str, object]:
    """Return the page of jobs; `is_at_work` says that it is worth asking again."""
    listed = list(lines)
    return {
        "jobs": [_view(one, words) for one in listed],
        "is_at_work": any(one.is_at_work for one in listed),
    }


def _view(line: JobLine, words: Words) -> JobView:
    address = [line.number]
    return JobView(
        number=line.number,
        what=job_text(words, line),
        stage=stage_text(words, line, written_day(localtime(line.at), "j M Y, H:i")),
        progress=progress_text(words, line),
        error=error_text(words, line),
        is_running=line.stage == "running",
        done=min(line.n_done, line.n_all),
        of=line.n_all,
        again_url=reverse("job_again", args=address) if line.can_run else "",
        stop_url=reverse("job_stop", args=address) if line.can_stop else "",
    )
