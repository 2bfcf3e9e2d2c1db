"""What a Plait file tells beside records: roles, terms, rules, check-ins, accounts."""

from dataclasses import replace
from typing import Any

from plait.book.imports.book_file import (
    attachment_records,
    finding_records,
    recurring_records,
    reminder_records,
    resilience_records,
    settlement_records,
)
from plait.book.imports.book_file.person_record import PersonIntake
from plait.book.imports.book_file.record_common import RecordIntake
from plait.book.imports.coverage import CoverageRecordIntake
from plait.book.imports.lines.transfers import close_transfers
from plait.book.models import (
    Absence,
    Account,
    AccountName,
    Agreement,
    CheckIn,
    DismissedRole,
    HolidayChange,
    Mapping,
    Organisation,
    Overhead,
    PayerName,
    Role,
    Rule,
    Season,
)
from plait.book.operations.availability import add_absence, add_overhead, add_season
from plait.book.operations.holidays import change_holiday
from plait.book.operations.roles import add_role
from plait.book.operations.sorting import sort_again
from plait.book.queries.holidays import organisation_named
from plait.book.record_rows import columns_of_terms
from plait.domain import roles as words
from plait.domain.rules import plain, plain_value
from plait.domain.schemas.book_records import (
    AbsenceRecord,
    AccountRecord,
    AgreementRecord,
    CheckInRecord,
    CoverageRecord,
    DismissedRoleRecord,
    HolidayRecord,
    MappingRecord,
    OverheadRecord,
    PayerNameRecord,
    PersonRecord,
    RoleRecord,
    RuleRecord,
    SeasonRecord,
)


class AccountIntake(RecordIntake[AccountRecord]):
    """Takes the person's own accounts."""

    kind = "accounts"
    model = Account

    def _names(self, entry: AccountRecord) -> tuple[object, ...]:
        return (entry.identifier,)

    def _add(self, entry: AccountRecord) -> None:
        account = Account.objects.create(
            owner=self.viewer,
            batch=self.batch,
            identifier=entry.identifier,
            name=entry.name,
            share=round(entry.share * 1000),
        )
        AccountName.objects.bulk_create(
            [
                AccountName(
                    owner=self.viewer, batch=self.batch, account=account, identifier=one
                )
                for one in entry.other_names
            ],
            ignore_conflicts=True,
        )
        close_transfers(self.viewer.pk, entry.identifier)


class PayerNameIntake(RecordIntake[PayerNameRecord]):
    """Takes names that count as another's; what they pay is sorted by its rules."""

    kind = "payer names"
    model = PayerName

    def finish(self) -> None:
        """Sort again once, after the last name."""
        if self.n_new:
            sort_again(self.viewer)

    def _names(self, entry: PayerNameRecord) -> tuple[object, ...]:
        return (plain(entry.alias),)

    def _add(self, entry: PayerNameRecord) -> None:
        PayerName.objects.create(
            owner=self.viewer,
            batch=self.batch,
            alias=plain(entry.alias),
            name=entry.name,
        )


class DismissedRoleIntake(RecordIntake[DismissedRoleRecord]):
    """Takes names of which the person said that they are no role."""

    kind = "dismissed roles"
    model = DismissedRole

    def _names(self, entry: DismissedRoleRecord) -> tuple[object, ...]:
        return (plain(entry.name),)

    def _add(self, entry: DismissedRoleRecord) -> None:
        name = plain(entry.name)
        DismissedRole.objects.create(owner=self.viewer, batch=self.batch, name=name)


class MappingIntake(RecordIntake[MappingRecord]):
    """Takes what the columns of a person's own tables mean."""

    kind = "mappings"
    model = Mapping

    def _names(self, entry: MappingRecord) -> tuple[object, ...]:
        return (entry.name,)

    def _add(self, entry: MappingRecord) -> None:
        Mapping.objects.create(
            owner=self.viewer,
            batch=self.batch,
            name=entry.name,
            signature=entry.signature,
            columns=entry.columns,
        )


class RoleIntake(RecordIntake[RoleRecord]):
    """Takes roles; of one that is held under its key nothing changes."""

    kind = "roles"
    model = Role

    def _names(self, entry: RoleRecord) -> tuple[object, ...]:
        return (entry.role.key,)

    def _add(self, entry: RoleRecord) -> None:
        add_role(viewer=self.viewer, role=self._known(entry.role), batch=self.batch)

    def _known(self, role: words.Role) -> words.Role:
        """Return the role without what the book knows better of its organisation."""
        name = role.organisation.name
        mine = Organisation.objects.filter(owner=self.viewer, name=name)
        if mine.exclude(sector="", country="").exists():
            return replace(role, organisation=words.Organisation(name))
        return role


class AgreementIntake(RecordIntake[AgreementRecord]):
    """Takes terms; known are those of the role from the same day."""

    kind = "agreements"
    model = Agreement

    def _names(self, entry: AgreementRecord) -> tuple[object, ...]:
        return entry.role, entry.terms.period.start

    def _add(self, entry: AgreementRecord) -> None:
        Agreement.objects.create(
            owner=self.viewer,
            batch=self.batch,
            role=self._role(entry.role),
            **columns_of_terms(entry.terms),
        )


class RuleIntake(RecordIntake[RuleRecord]):
    """Takes rules; then all that the book held before is sorted by them too."""

    kind = "rules"
    model = Rule

    def finish(self) -> None:
        """Sort again once, after the last rule."""
        if self.n_new:
            sort_again(self.viewer)

    def _names(self, entry: RuleRecord) -> tuple[object, ...]:
        return entry.field.value, plain_value(entry.field, entry.value)

    def _add(self, entry: RuleRecord) -> None:
        Rule.objects.create(
            owner=self.viewer,
            batch=self.batch,
            field=entry.field,
            value=plain_value(entry.field, entry.value),
            role=self._role_or_none(entry.role),
            created_at=entry.confirmed_at or self.batch.created_at,
        )


class CheckInIntake(RecordIntake[CheckInRecord]):
    """Takes check-ins; known are those of the role in the same week."""

    kind = "check-ins"
    model = CheckIn

    def _names(self, entry: CheckInRecord) -> tuple[object, ...]:
        return entry.role, entry.week_on

    def _add(self, entry: CheckInRecord) -> None:
        answers = entry._asdict()
        del answers["where"]
        answers["role"] = self._role(entry.role)
        CheckIn.objects.create(owner=self.viewer, batch=self.batch, **answers)


class AbsenceIntake(RecordIntake[AbsenceRecord]):
    """Takes leave; known is what begins on that day, of the kind, from the role."""

    kind = "absences"
    model = Absence

    def _names(self, entry: AbsenceRecord) -> tuple[object, ...]:
        return entry.kind, entry.period.start, entry.role

    def _add(self, entry: AbsenceRecord) -> None:
        add_absence(
            viewer=self.viewer,
            kind=entry.kind,
            period=entry.period,
            role=self._role_or_none(entry.role),
            hours=entry.hours,
            note=entry.note,
            batch=self.batch,
        )


class SeasonIntake(RecordIntake[SeasonRecord]):
    """Takes seasons; known are those from the same day."""

    kind = "seasons"
    model = Season

    def _names(self, entry: SeasonRecord) -> tuple[object, ...]:
        return (entry.season.period.start,)

    def _add(self, entry: SeasonRecord) -> None:
        add_season(viewer=self.viewer, season=entry.season, batch=self.batch)


class OverheadIntake(RecordIntake[OverheadRecord]):
    """Takes travel, admin and rest; known as leave is."""

    kind = "overheads"
    model = Overhead

    def _names(self, entry: OverheadRecord) -> tuple[object, ...]:
        return entry.kind, entry.period.start, entry.role

    def _add(self, entry: OverheadRecord) -> None:
        add_overhead(
            viewer=self.viewer,
            kind=entry.kind,
            period=entry.period,
            hours=entry.hours,
            role=self._role_or_none(entry.role),
            batch=self.batch,
        )


class HolidayIntake(RecordIntake[HolidayRecord]):
    """Takes public holidays dropped or added; known are those of the same day."""

    kind = "holidays"
    model = HolidayChange

    def _names(self, entry: HolidayRecord) -> tuple[object, ...]:
        return entry.day, entry.organisation

    def _add(self, entry: HolidayRecord) -> None:
        name = entry.organisation
        change_holiday(
            viewer=self.viewer,
            day=entry.day,
            is_free=entry.is_free,
            organisation=organisation_named(viewer=self.viewer, name=name)
            if name
            else None,
            batch=self.batch,
        )


INTAKES: dict[type, Any] = {
    PersonRecord: PersonIntake,
    AccountRecord: AccountIntake,
    CoverageRecord: CoverageRecordIntake,
    MappingRecord: MappingIntake,
    PayerNameRecord: PayerNameIntake,
    DismissedRoleRecord: DismissedRoleIntake,
    RoleRecord: RoleIntake,
    AgreementRecord: AgreementIntake,
    RuleRecord: RuleIntake,
    CheckInRecord: CheckInIntake,
    AbsenceRecord: AbsenceIntake,
    SeasonRecord: SeasonIntake,
    HolidayRecord: HolidayIntake,
    OverheadRecord: OverheadIntake,
    **recurring_records.INTAKES,
    **reminder_records.INTAKES,
    **resilience_records.INTAKES,
    **settlement_records.INTAKES,
    **finding_records.INTAKES,
    **attachment_records.INTAKES,
}
