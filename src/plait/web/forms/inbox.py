"""Forms of the inbox and its rules."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plait.book.models import Role
from plait.book.operations.sort_waiting import Sorting
from plait.domain.payment_kinds.kinds import PaymentKind

TRANSFER = "transfer"


class SortForm(forms.Form):
    """Which thing that waits, where it belongs, and whether that is a rule.

    `role` is a role's key, "private", or "transfer" for money between the person's
    own accounts.
    """

    item = forms.CharField(max_length=16)
    role = forms.CharField(max_length=60)
    kind = forms.ChoiceField(
        choices=[("", ""), *((k.value, k.value) for k in PaymentKind)], required=False
    )
    keep = forms.CharField(required=False)

    def sorting(self, role: Role | None) -> Sorting:
        """Return what is to become of it."""
        sent = self.cleaned_data
        kind = PaymentKind(sent["kind"]) if sent["kind"] else None
        if sent["role"] == TRANSFER:
            kind = PaymentKind.TRANSFER
        return Sorting(role, kind, is_rule=bool(sent["keep"]))


class RuleForm(forms.Form):
    """What a rule looks for, and the role it leads to."""

    value = forms.CharField(label=_("Looks for"), max_length=200)
    role = forms.ChoiceField(label=_("Belongs to"))

    def __init__(self, *args: Any, roles: Iterable[Role] = (), **kwargs: Any) -> None:  # noqa: ANN401  # Django's signature
        super().__init__(*args, **kwargs)
        known = [(role.key, role.name) for role in roles]
        self.fields["role"].choices = [*known, ("private", _("Private, not work"))]  # type: ignore[attr-defined]  # a choice field has choices
