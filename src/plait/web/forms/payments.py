"""The forms that correct payments, payers and accounts."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plait.book.models import Role
from plait.web.forms.entries import role_choices
from plait.web.forms.parts import NumberField

_PERCENT = Decimal(100)


class PaymentForm(forms.Form):
    """Which role a payment is for, and what of it is the person's own."""

    role = forms.ChoiceField(label=_("Role"), required=False)
    share = NumberField(
        label=_("Yours, in percent"),
        help_text=_(
            "Leave it empty to use your share of the account; 0 if it is your partner’s."
        ),
        max_value=_PERCENT,
        required=False,
    )
    kind = forms.ChoiceField(
        label=_("What it is"),
        help_text=_("Only income counts as income, and only costs as costs."),
        required=False,
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401  # Django's signature
        roles: Iterable[Role],
        kinds: Iterable[tuple[str, str]],
        **kwargs: Any,  # noqa: ANN401  # Django's signature
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [  # type: ignore[attr-defined]  # a choice field's
            ("", _("leave it to Plait")),
            *kinds,
        ]
        waits = [("", str(_("waiting for a role")))]
        is_open = not self.initial.get("role")
        choices = (waits if is_open else []) + role_choices(roles)
        self.fields["role"].choices = choices  # type: ignore[attr-defined]  # a choice field's


class PartForm(forms.Form):
    """How much of a payment is another role's."""

    role = forms.ChoiceField(label=_("Role"))
    amount = NumberField(
        label=_("Amount"), help_text=_("Enter 0 to remove a part."), max_digits=12
    )

    def __init__(self, *args: Any, roles: Iterable[Role], **kwargs: Any) -> None:  # noqa: ANN401  # Django's signature
        super().__init__(*args, **kwargs)
        choices = [(role.key, role.name) for role in roles]
        self.fields["role"].choices = choices  # type: ignore[attr-defined]  # a choice field's


class PayerForm(forms.Form):
    """Two names of one payer."""

    alias = forms.CharField(label=_("Name on the statement"), max_length=200)
    name = forms.CharField(label=_("Counts as"), max_length=200)


class AccountForm(forms.Form):
    """What an account is called, and what of it is the person's own."""

    account = forms.IntegerField(widget=forms.HiddenInput)
    name = forms.CharField(label=_("Name"), max_length=100, required=False)
    share = NumberField(label=_("Yours, in percent"), max_value=_PERCENT)
