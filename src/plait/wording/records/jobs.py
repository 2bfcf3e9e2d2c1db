"""Jobs in words: what each is, where it stands, what went wrong."""

from plait.domain.job_list import JobLine, JobStage
from plait.wording.records.problems import problem_text
from plait.wording.words import Words

_MAIL = {"account-mail", "chosen-mail", "address-mail", "leaving-mail"}


def job_text(words: Words, line: JobLine) -> str:
    """Return what a job does: Checking the calendar Team."""
    known = {
        "calendar": (
            words.gettext("Check the calendar %(about)s"),
            words.gettext("Check a calendar"),
        ),
        "share": (
            words.gettext("Bring up to date what you show to %(about)s"),
            words.gettext("Bring up to date what you show"),
        ),
        "export": (
            words.gettext("Put together an export"),
            words.gettext("Put together an export"),
        ),
        "import_preview": (
            words.gettext("Read %(about)s"),
            words.gettext("Read files"),
        ),
        "import": (
            words.gettext("Bring in %(about)s"),
            words.gettext("Bring in files"),
        ),
    }
    if line.kind == "new-device-mail":
        return words.gettext("Mail about a new sign-in")
    if line.kind in _MAIL:
        return words.gettext("Send you a mail")
    if line.kind == "mail-time":
        return words.gettext("See whether a mail to you is due")
    named, unnamed = known.get(line.kind, (line.kind, line.kind))
    return named % {"about": line.about} if line.about else unnamed


def stage_text(words: Words, line: JobLine, at: str) -> str:
    """Return where a job stands; `at` is its time as the reader writes it."""
    texts = {
        JobStage.RUNNING: words.gettext("Running since %(at)s"),
        JobStage.QUEUED: words.gettext("Waiting for its turn"),
        JobStage.FAILED: words.gettext("Failed, %(at)s"),
        JobStage.PUT_OFF: words.gettext("Failed; tried again at %(at)s"),
        JobStage.PLANNED: words.gettext("Planned for %(at)s"),
        JobStage.DONE: words.gettext("Done, %(at)s"),
        JobStage.CANCELLED: words.gettext("Stopped, %(at)s"),
    }
    return texts[line.stage] % {"at": at}


def progress_text(words: Words, line: JobLine) -> str:
    """Return how far a job is that runs: statement.csv · 1,200 lines · 40%."""
    if line.stage is not JobStage.RUNNING:
        return ""
    counted = words.percent(line.n_done / line.n_all) if line.n_all else ""
    return " · ".join(filter(None, (line.progress_text, counted)))


def error_text(words: Words, line: JobLine) -> str:
    """Return what went wrong last and what to do, "" if nothing did."""
    if line.error is None or line.stage not in {JobStage.FAILED, JobStage.PUT_OFF}:
        return ""
    return problem_text(words, line.error.what, line.error.value, line.error.fix)
