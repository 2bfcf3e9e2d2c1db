"""What signed files of shares hold, and the bounds of what others may bring."""

from typing import TypeVar
from uuid import UUID

import msgspec

from plait.accounts.models import Envelope
from plait.domain.sharing import OtherSlice, Slice, SliceKind, from_bytes, to_bytes
from plait.formats.signed import Statement
from plait.formats.signed.errors import Malformed, NewerKind
from plait.formats.signed.statement import statement_of

_MOST_ROLES, _MOST_MONTHS, _MOST_PAYMENTS = 100, 1200, 20_000
_MOST_HOURS, _MOST_MONEY = 10_000, 10**13


class _Strict(msgspec.Struct, forbid_unknown_fields=True):
    """A content has these fields and no other."""


_Content = TypeVar("_Content", bound=_Strict)


class ShareContent(_Strict):
    """Of the kind `share`."""

    share: UUID
    slice: msgspec.Raw


class EndedContent(_Strict):
    """Of the kind `ended`."""

    share: UUID
    slice_kind: SliceKind


class LetterContent(_Strict):
    """Of the kind `letter`: which statement it is about, by number and by hash."""

    says: str
    share: UUID
    about: UUID
    sha256: str


def content_of(statement: Statement, kind: type[_Content]) -> _Content:
    """Return what a statement of this kind says; raise `Malformed`."""
    try:
        return msgspec.json.decode(statement.content, type=kind)
    except (msgspec.DecodeError, RecursionError) as error:
        raise Malformed from error


def share_content(share: UUID, slice_: Slice) -> bytes:
    """Return the content of a file that shows a slice."""
    return msgspec.json.encode(ShareContent(share, msgspec.Raw(to_bytes(slice_))))


def slice_within(statement: Statement) -> tuple[UUID, Slice]:
    """Return what is shown, and under which number; raise `Malformed`."""
    found = content_of(statement, ShareContent)
    try:
        slice_ = from_bytes(bytes(found.slice))
    except OtherSlice as error:
        raise Malformed from error
    if not _is_sound(slice_):
        raise Malformed
    return found.share, slice_


def slice_held(envelope: Envelope) -> Slice:
    """Return what an envelope shows, however it came; raise `OtherSlice`."""
    if not envelope.signature:
        return from_bytes(envelope.content)
    try:
        return slice_within(statement_of(envelope.content))[1]
    except (Malformed, NewerKind) as error:
        raise OtherSlice(error.what, fix=error.fix) from error


def _is_sound(slice_: Slice) -> bool:
    """Return whether every value can be written down and added up."""
    months = [month for role in slice_.roles for month in role.months]
    hours = [one for month in months for one in (month.given, month.agreed)]
    return (
        len(slice_.roles) <= _MOST_ROLES
        and len(months) <= _MOST_MONTHS
        and len(slice_.payments) <= _MOST_PAYMENTS
        and all(one is None or 0 <= one <= _MOST_HOURS for one in hours)
        and all(_is_money(one.currency) for one in slice_.payments)
        and all(one.amount.is_finite() for one in slice_.payments)
        and all(abs(one.amount) <= _MOST_MONEY for one in slice_.payments)
    )


def _is_money(currency: str) -> bool:
    return len(currency) == 3 and currency.isascii() and currency.isupper()
