"""The forms that merge, split and rename roles, and organisations."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plait.book.models import Role
from plait.domain.schemas.role import LONGEST_NAME
from plait.web.forms.parts import DayField


class MergeForm(forms.Form):
    """The role that stays."""

    into = forms.ChoiceField(label=_("The role that stays"))

    def __init__(
        self,
        *args: Any,  # noqa: ANN401  # Django's signature
        role: Role,
        roles: Iterable[Role],
        **more: Any,  # noqa: ANN401  # the same
    ) -> None:
        super().__init__(*args, **more)
        others = [(one.key, one.name) for one in roles if one != role]
        self.fields["into"].choices = others  # type: ignore[attr-defined]  # a choice field's


class SplitForm(forms.Form):
    """From which day another role goes on, and what it is called."""

    on = DayField(label=_("First day of the second role"))
    name = forms.CharField(label=_("Name"), max_length=LONGEST_NAME)
    organisation = forms.CharField(label=_("Organisation"), max_length=LONGEST_NAME)


class KeyForm(forms.Form):
    """The key that files and commands name a role by."""

    key = forms.CharField(
        label=_("Key"),
        help_text=_("The short name for this role in files and commands."),
        max_length=60,
    )


class OrganisationForm(forms.Form):
    """Another name for an organisation, of its own or of one it is joined with."""

    name = forms.CharField(
        label=_("Name of the organisation"),
        help_text=_(
            "Changes it for every role there. If you enter the name of another"
            " organisation of yours, the two become one."
        ),
        max_length=LONGEST_NAME,
    )
