"""What is noted of an account on a server of several people: each act by its name."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Act(StrEnum):
    """One kind of thing that happened with an account."""

    JOINED = "joined"
    SIGNED_IN = "signed-in"
    NEW_DEVICE = "new-device"
    SIGN_IN_REFUSED = "sign-in-refused"
    SIGNED_OUT_THERE = "signed-out-there"
    SIGNED_OUT_ELSEWHERE = "signed-out-elsewhere"
    NOT_ME = "not-me"
    PASSWORD_CHANGED = "password-changed"  # noqa: S105  # a name of an act
    PASSKEY_ADDED = "passkey-added"
    PASSKEY_REMOVED = "passkey-removed"
    APP_ADDED = "app-added"
    APP_REMOVED = "app-removed"
    CODES_MADE = "codes-made"
    CODES_REMOVED = "codes-removed"
    CODE_USED = "code-used"
    ADDRESS_ADDED = "address-added"
    ADDRESS_CHANGED = "address-changed"
    ADDRESS_REMOVED = "address-removed"
    BOOK_BEGUN = "book-begun"
    ORGANISATION_ADDED = "organisation-added"
    ORGANISATION_REMOVED = "organisation-removed"
    EXPORTED = "exported"
    BACKED_UP = "backed-up"
    FEED_MADE = "feed-made"
    FEED_ENDED = "feed-ended"
    SHARE_MADE = "share-made"
    SHARE_ENDED = "share-ended"
    SHARE_LOOKED_AT = "share-looked-at"
    KEY_REPLACED = "key-replaced"
    DELETION_ASKED = "deletion-asked"
    DELETION_UNDONE = "deletion-undone"
    INVITED = "invited"
    INVITED_STEWARD = "invited-steward"
    INVITATION_WITHDRAWN = "invitation-withdrawn"
    SUSPENDED = "suspended"
    LET_IN_AGAIN = "let-in-again"
    DELETION_BY_STEWARD = "deletion-by-steward"
    HANDED_OVER = "handed-over"
    CLEARED = "cleared"


OF_STEWARDS = frozenset(
    {
        Act.INVITED,
        Act.INVITED_STEWARD,
        Act.INVITATION_WITHDRAWN,
        Act.SUSPENDED,
        Act.LET_IN_AGAIN,
        Act.DELETION_BY_STEWARD,
        Act.HANDED_OVER,
    }
)
"""What whoever looks after a server did: noted with them and with whom it is about."""


@dataclass(frozen=True)
class AuditRecord:
    """One thing that happened, as its person reads it.

    `number` counts from 1 within the account. `details` are those that the act has:
    `device`, `name` (of a passkey, an organisation), `to` (whom something was shown), `slice`, `feed`.
    `by` and `of` are the names of who did it and of whom it is about, "" where that
    is nobody or somebody who is gone; `is_by_viewer` says that they did it themselves.
    """

    number: int
    at: datetime
    act: Act
    details: dict[str, str | int]
    by: str = ""
    of: str = ""
    is_by_viewer: bool = True
