"""Keeping which days an import covers, of accounts, trackers and calendars."""

from collections.abc import Collection, Iterable, Mapping

from plait.book.imports.book_file.record_common import RecordIntake
from plait.book.models import Account, AccountName, Batch, Coverage
from plait.domain.known import KnownKind
from plait.domain.schemas.book_records import CoverageRecord
from plait.formats.reading.coverage import Covered


def keep_coverage(batch: Batch, covered: Iterable[Covered]) -> None:
    """Keep with an import what its file covers."""
    each = list(covered)
    names = {one.name[:100] for one in each if one.kind is KnownKind.ACCOUNT}
    accounts = _accounts(batch.owner_id, names)
    Coverage.objects.bulk_create(_row(batch, one, accounts) for one in each)


def _accounts(owner: int, names: Collection[str]) -> dict[str, int]:
    """Return the accounts of these names, whichever of their names it is."""
    mine = AccountName.objects.filter(owner=owner, identifier__in=names)
    own = Account.objects.filter(owner=owner, identifier__in=names)
    return {
        **dict(mine.values_list("identifier", "account")),
        **dict(own.values_list("identifier", "pk")),
    }


def _row(batch: Batch, one: Covered, accounts: Mapping[str, int]) -> Coverage:
    days = one.days
    is_account = one.kind is KnownKind.ACCOUNT
    return Coverage(
        owner_id=batch.owner_id,
        batch=batch,
        kind=one.kind,
        account_id=accounts.get(one.name[:100]) if is_account else None,
        name=one.name[:200],
        starts_on=days.starts_on,
        ends_on=days.ends_on,
        is_stated=days.is_stated,
        opening_minor=days.opening_minor,
        closing_minor=days.closing_minor,
        lines_minor=days.lines_minor,
        currency=days.currency[:3],
        source=days.source[:40],
    )


class CoverageRecordIntake(RecordIntake[CoverageRecord]):
    """Takes what the files of an exported book covered."""

    kind = "coverage"
    model = Coverage

    def _names(self, entry: CoverageRecord) -> tuple[object, ...]:
        return entry[1:]

    def _add(self, entry: CoverageRecord) -> None:
        days = entry._asdict()
        del days["where"]
        name = entry.name[:100]
        is_account = entry.kind is KnownKind.ACCOUNT
        account = _accounts(self.viewer.pk, [name]).get(name) if is_account else None
        Coverage.objects.create(
            owner=self.viewer,
            batch=self.batch,
            account_id=account,
            **days,
        )
