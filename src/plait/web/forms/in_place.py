"""The forms that open under a row of a list."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plait.book.models import Account, Payment, Role, TimeEntry
from plait.book.operations.entries import EntryChanges
from plait.book.operations.payments import PaymentCorrection
from plait.domain.payment_kinds.kinds import PaymentKind
from plait.domain.records import RecordStatus
from plait.web.access import PRIVATE
from plait.web.forms.entries import LengthField, role_choices
from plait.web.forms.parts import DayField, NumberField

_PERCENT = Decimal(100)


class InPlaceForm(forms.Form):
    """What both have: a role, and whether it is to be so from now on."""

    role = forms.ChoiceField(label=_("Role"), required=False)
    always = forms.BooleanField(required=False)

    def __init__(self, *args: Any, roles: Iterable[Role], **kwargs: Any) -> None:  # noqa: ANN401  # Django's signature
        super().__init__(*args, **kwargs)
        self.auto_id, self.label_suffix = "edit_%s", ""
        waits = [("", str(_("No role yet")))]
        choices = ([] if self.initial.get("role") else waits) + role_choices(roles)
        self.fields["role"].choices = choices  # type: ignore[attr-defined]  # a choice field's
        # What another tab changed since is not put back by a form that shows it as it was.
        for name, field in self.fields.items():
            field.show_hidden_initial = name != "always"

    @property
    def is_placed(self) -> bool:
        """Whether a role was chosen, or private: another one, or for always."""
        chosen = bool(self.cleaned_data["role"])
        return chosen and ("role" in self.changed_data or self.cleaned_data["always"])


class PaymentInPlace(InPlaceForm):
    """What a payment was, its role, what it counts as, and what of it is one's own."""

    reference = forms.CharField(label=_("What it was"), max_length=500, required=False)
    kind = forms.ChoiceField(label=_("It is"), required=False)
    share = NumberField(
        label=_("Yours, in percent"), max_value=_PERCENT, required=False
    )
    account = forms.ChoiceField(label=_("Account"), required=False)

    def __init__(
        self,
        *args: Any,  # noqa: ANN401  # Django's signature
        kinds: Iterable[tuple[str, str]],
        accounts: Iterable[Account],
        **kwargs: Any,  # noqa: ANN401  # Django's signature
    ) -> None:
        super().__init__(*args, **kwargs)
        choose = [("", str(_("leave it to Plait")))]
        self.fields["kind"].choices = [*choose, *kinds]  # type: ignore[attr-defined]  # a choice field's
        none = [("", str(_("none")))]
        named = [(str(one.pk), str(one)) for one in accounts]
        self.fields["account"].choices = [*none, *named]  # type: ignore[attr-defined]  # a choice field's

    def correction(
        self, payment: Payment, role: Role | None, accounts: Iterable[Account]
    ) -> PaymentCorrection:
        """Return what was changed, as `correct_payment` takes it."""
        values, changed = self.cleaned_data, {*self.changed_data}
        share, kind = payment.share, payment.kind
        if "share" in changed:
            share = None if values["share"] is None else round(values["share"] * 10)
        if "kind" in changed:
            kind = values["kind"]
        by_key = {str(one.pk): one for one in accounts}
        # A statement says which account its lines are of: balances rest on it.
        is_moved = "account" in changed and payment.batch_id is None
        return PaymentCorrection(
            role=role,
            is_placed=self.is_placed,
            share=share,
            kind=PaymentKind(kind) if kind else None,
            reference=values["reference"] if "reference" in changed else None,
            account=by_key.get(values["account"]) if is_moved else ...,
        )


def payment_initial(held: Payment) -> dict[str, Any]:
    """Return a payment as its form shows it."""
    private = PRIVATE if held.status == RecordStatus.PRIVATE else ""
    return {
        "reference": held.reference,
        "role": held.role.key if held.role else private,
        "share": None if held.share is None else Decimal(held.share) / 10,
        "kind": held.kind,
        "account": str(held.account_id or ""),
    }


class EntryInPlace(InPlaceForm):
    """The day, the length, the role and the note of a time entry."""

    on = DayField(label=_("Day"))
    length = LengthField(label=_("Hours"), max_length=20)
    description = forms.CharField(label=_("Note"), max_length=2_000, required=False)

    def clean_length(self) -> int:
        """Refuse no length."""
        seconds: int = self.cleaned_data["length"]
        if not seconds:
            raise forms.ValidationError(_("Fill in how long it was."))
        return seconds

    def changes(self, role: Role | None) -> EntryChanges:
        """Return what was changed, as `change_entry` takes it."""
        values, changed = self.cleaned_data, {*self.changed_data}
        changes: EntryChanges = {}
        if "on" in changed:
            changes["on"] = values["on"]
        if "length" in changed:
            changes["seconds"] = values["length"]
        if "description" in changed:
            changes["description"] = values["description"]
        if self.is_placed:
            changes["role"] = role
        return changes


def entry_initial(held: TimeEntry) -> dict[str, Any]:
    """Return an entry as its form shows it."""
    minutes = round(held.seconds / 60)
    private = PRIVATE if held.status == RecordStatus.PRIVATE else ""
    return {
        "on": held.on,
        "length": f"{minutes // 60}:{minutes % 60:02d}",
        "role": held.role.key if held.role else private,
        "description": held.description,
    }
