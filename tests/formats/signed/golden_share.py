"""Makes the golden file: run it only when the format gets a new version."""

from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

from plait.formats.signed import (
    Kind,
    Sender,
    Statement,
    public_of,
    sealed_with,
    written,
)

SEED = bytes(range(32))
NORA = Sender("Nora Vos", UUID(int=1), public_of(SEED))
SHARE = Statement(
    kind=Kind.SHARE,
    id=UUID(int=3),
    sender=NORA,
    audience="mailto:coach@example.org",
    made_at=datetime(2026, 12, 1, 9, tzinfo=UTC),
    expires_on=date(2027, 6, 30),
    supersedes=UUID(int=2),
    content=b'{"share":"00000000-0000-0000-0000-000000000004","slice":{"band":"a day",'
    b'"kind":"availability_band","on":"2026-12-01","until":"2027-06-30"}}',
)


def share_file() -> bytes:
    """Return the signed file of the example."""
    return sealed_with(SEED, written(SHARE))


if __name__ == "__main__":
    (Path(__file__).parent / "golden/share-1.plait").write_bytes(share_file())
