"""What a Plait file tells beside records: roles, terms, rules, check-ins, accounts."""

from typing import Any

from plait.book.intake import told_resilience
from plait.book.intake.told_entry import ToldIntake
from plait.book.intake.told_person import PersonIntake
from plait.book.intake.transfers import close_transfers
from plait.book.models import (
    Absence,
    Account,
    Agreement,
    CheckIn,
    Mapping,
    Overhead,
    Role,
    Rule,
    Season,
)
from plait.book.operations.availability import add_absence, add_overhead, add_season
from plait.book.operations.roles import add_role, columns_of_terms
from plait.book.operations.sorting import sort_again
from plait.domain.rules import plain_value
from plait.domain.told import (
    AbsenceTold,
    AccountTold,
    AgreementTold,
    CheckInTold,
    MappingTold,
    OverheadTold,
    PersonTold,
    RoleTold,
    RuleTold,
    SeasonTold,
)


class AccountIntake(ToldIntake[AccountTold]):
    """Takes the person's own accounts."""

    kind = "accounts"
    model = Account

    def _names(self, entry: AccountTold) -> tuple[object, ...]:
        return (entry.identifier,)

    def _add(self, entry: AccountTold) -> None:
        Account.objects.create(
            owner=self.viewer,
            batch=self.batch,
            identifier=entry.identifier,
            name=entry.name,
        )
        close_transfers(self.viewer.pk, entry.identifier)


class MappingIntake(ToldIntake[MappingTold]):
    """Takes what the columns of a person's own tables mean."""

    kind = "mappings"
    model = Mapping

    def _names(self, entry: MappingTold) -> tuple[object, ...]:
        return (entry.name,)

    def _add(self, entry: MappingTold) -> None:
        Mapping.objects.create(
            owner=self.viewer,
            batch=self.batch,
            name=entry.name,
            signature=entry.signature,
            columns=entry.columns,
        )


class RoleIntake(ToldIntake[RoleTold]):
    """Takes roles; of one that is held under its key nothing changes."""

    kind = "roles"
    model = Role

    def _names(self, entry: RoleTold) -> tuple[object, ...]:
        return (entry.role.key,)

    def _add(self, entry: RoleTold) -> None:
        told = entry.role
        role = add_role(
            viewer=self.viewer,
            name=told.name,
            organisation=told.organisation.name,
            kind=told.kind,
            started_on=told.period.start,
            ended_on=told.period.end,
            is_paid=told.is_paid,
            key=told.key,
            kind_is_confirmed=told.kind_is_confirmed,
            batch=self.batch,
        )
        role.colour = told.colour or role.colour
        role.occupation, role.place = told.occupation, told.place
        role.skills = ", ".join(told.skills)
        role.save(update_fields=["colour", "occupation", "place", "skills"])
        place = role.organisation
        if not (place.sector or place.country):
            place.sector = told.organisation.sector
            place.country = told.organisation.country
            place.save(update_fields=["sector", "country"])


class AgreementIntake(ToldIntake[AgreementTold]):
    """Takes terms; known are those of the role from the same day."""

    kind = "agreements"
    model = Agreement

    def _names(self, entry: AgreementTold) -> tuple[object, ...]:
        return entry.role, entry.terms.period.start

    def _add(self, entry: AgreementTold) -> None:
        Agreement.objects.create(
            owner=self.viewer,
            batch=self.batch,
            role=self._role(entry.role),
            **columns_of_terms(entry.terms),
        )


class RuleIntake(ToldIntake[RuleTold]):
    """Takes rules; then all that the book held before is sorted by them too."""

    kind = "rules"
    model = Rule

    def finish(self) -> None:
        """Sort again once, after the last rule."""
        if self.n_new:
            sort_again(self.viewer)

    def _names(self, entry: RuleTold) -> tuple[object, ...]:
        return entry.field.value, plain_value(entry.field, entry.value)

    def _add(self, entry: RuleTold) -> None:
        Rule.objects.create(
            owner=self.viewer,
            batch=self.batch,
            field=entry.field,
            value=plain_value(entry.field, entry.value),
            role=self._role_or_none(entry.role),
            created_at=entry.confirmed_at or self.batch.created_at,
        )


class CheckInIntake(ToldIntake[CheckInTold]):
    """Takes check-ins; known are those of the role in the same week."""

    kind = "check-ins"
    model = CheckIn

    def _names(self, entry: CheckInTold) -> tuple[object, ...]:
        return entry.role, entry.week_on

    def _add(self, entry: CheckInTold) -> None:
        answers = entry._asdict()
        del answers["where"]
        answers["role"] = self._role(entry.role)
        CheckIn.objects.create(owner=self.viewer, batch=self.batch, **answers)


class AbsenceIntake(ToldIntake[AbsenceTold]):
    """Takes leave; known is what begins on that day, of the kind, from the role."""

    kind = "absences"
    model = Absence

    def _names(self, entry: AbsenceTold) -> tuple[object, ...]:
        return entry.kind, entry.period.start, entry.role

    def _add(self, entry: AbsenceTold) -> None:
        add_absence(
            viewer=self.viewer,
            kind=entry.kind,
            period=entry.period,
            role=self._role_or_none(entry.role),
            note=entry.note,
            batch=self.batch,
        )


class SeasonIntake(ToldIntake[SeasonTold]):
    """Takes seasons; known are those from the same day."""

    kind = "seasons"
    model = Season

    def _names(self, entry: SeasonTold) -> tuple[object, ...]:
        return (entry.season.period.start,)

    def _add(self, entry: SeasonTold) -> None:
        add_season(viewer=self.viewer, season=entry.season, batch=self.batch)


class OverheadIntake(ToldIntake[OverheadTold]):
    """Takes travel, admin and rest; known as leave is."""

    kind = "overheads"
    model = Overhead

    def _names(self, entry: OverheadTold) -> tuple[object, ...]:
        return entry.kind, entry.period.start, entry.role

    def _add(self, entry: OverheadTold) -> None:
        add_overhead(
            viewer=self.viewer,
            kind=entry.kind,
            period=entry.period,
            hours=entry.hours,
            role=self._role_or_none(entry.role),
            batch=self.batch,
        )


INTAKES: dict[type, Any] = {
    PersonTold: PersonIntake,
    AccountTold: AccountIntake,
    MappingTold: MappingIntake,
    RoleTold: RoleIntake,
    AgreementTold: AgreementIntake,
    RuleTold: RuleIntake,
    CheckInTold: CheckInIntake,
    AbsenceTold: AbsenceIntake,
    SeasonTold: SeasonIntake,
    OverheadTold: OverheadIntake,
    **told_resilience.INTAKES,
}
