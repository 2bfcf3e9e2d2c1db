"""Changes to what was decided on findings: settled, put off, open again."""

from plait.accounts.models import Person
from plait.book import models as rows
from plait.book.models import Batch
from plait.book.operations.writing import book_of
from plait.book.queries.lists import role_keyed
from plait.domain.errors import PlaitError
from plait.domain.settled_findings import SettledFinding

LONGEST_REASON = 200
_LONGEST_TITLE = 300


class NoReason(PlaitError):
    """A finding is to be settled without saying why, or with too much."""


def settle_finding(
    *, viewer: Person, finding: SettledFinding, batch: Batch | None = None
) -> rows.SettledFinding:
    """Keep a finding away until it passes its step; raise `NoReason`.

    What was decided on it before is replaced.
    """
    with book_of(viewer, what="settle_finding"):
        return _keep(viewer, finding, batch)


def put_off_finding(*, viewer: Person, finding: SettledFinding) -> rows.SettledFinding:
    """Keep a finding away until it passes half its step; raise `NoReason`."""
    with book_of(viewer, what="put_off_finding"):
        return _keep(viewer, finding, None)


def reopen_finding(*, viewer: Person, settled: rows.SettledFinding) -> None:
    """Forget what was decided on a finding: if it is so, it is said again."""
    with book_of(viewer, settled, what="reopen_finding"):
        settled.delete()


def _keep(
    viewer: Person, finding: SettledFinding, batch: Batch | None
) -> rows.SettledFinding:
    reason = " ".join(finding.reason.split())
    if not 0 < len(reason) <= LONGEST_REASON:
        raise NoReason(
            "A finding is settled with a reason of at most 200 letters",
            value=finding.reason[:40],
            fix="Say in a few words why; you will want to know later.",
        )
    role = role_keyed(viewer=viewer, key=finding.role) if finding.role else None
    kept, _is_new = rows.SettledFinding.objects.update_or_create(
        owner=viewer,
        key=finding.key,
        defaults={
            "kind": finding.kind,
            "role": role,
            "settled_as": finding.settled_as,
            "reason": reason,
            "on": finding.on,
            "title": finding.title[:_LONGEST_TITLE],
            "numbers": dict(finding.numbers),
            "batch": batch,
        },
    )
    return kept
