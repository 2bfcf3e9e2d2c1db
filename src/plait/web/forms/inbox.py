"""Forms of the inbox and its rules."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plait.book.models import Role
from plait.book.operations.nameless import Nameless
from plait.domain.rules import RuleField, plain_value


class AssignForm(forms.Form):
    """Which subject, which role, and whether to save it as a rule."""

    field = forms.ChoiceField(choices=[(f.value, f.value) for f in RuleField])
    value = forms.CharField(max_length=300, required=False)
    account = forms.CharField(max_length=100, required=False)
    currency = forms.CharField(max_length=3, required=False)
    role = forms.CharField(max_length=60)
    keep = forms.CharField(required=False)

    @property
    def subject_field(self) -> RuleField:
        """What the subject is about."""
        return RuleField(self.cleaned_data["field"])

    @property
    def is_nameless(self) -> bool:
        """Whether there is nothing that a rule could look for."""
        field, value = self.subject_field, self.cleaned_data["value"]
        return field is RuleField.REFERENCE or not plain_value(field, value)

    @property
    def group(self) -> Nameless:
        """What is meant by its text, where nothing is named."""
        sent = self.cleaned_data
        return Nameless(
            self.subject_field, sent["value"], sent["account"], sent["currency"]
        )


class RuleForm(forms.Form):
    """What a rule looks for, and the role it leads to."""

    value = forms.CharField(label=_("Looks for"), max_length=200)
    role = forms.ChoiceField(label=_("Belongs to"))

    def __init__(self, *args: Any, roles: Iterable[Role] = (), **kwargs: Any) -> None:  # noqa: ANN401  # Django's signature
        super().__init__(*args, **kwargs)
        known = [(role.key, role.name) for role in roles]
        self.fields["role"].choices = [*known, ("private", _("Private, not work"))]  # type: ignore[attr-defined]  # a choice field has choices
