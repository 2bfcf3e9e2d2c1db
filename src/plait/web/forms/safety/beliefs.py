"""The form of how likely each role is to end, and how sure its person is."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from plait.book.operations.resilience import USUAL_YEARS
from plait.domain.schemas.book_records import BeliefRecord
from plait.web.forms.safety.fields import PERCENT, percent_field, share_of, whole

# What being sure weighs: as much as that many such roles watched for a year.
SURE: dict[Decimal, Promise] = {
    Decimal(1): _("A guess"),
    USUAL_YEARS: _("Fairly sure"),
    Decimal(15): _("Very sure"),
}


class BeliefsForm(forms.Form):
    """A chance for each paid role, and how sure; two fields a role, by its key.

    `beliefs` are the earlier estimates: chance and years by the role's key.
    """

    def __init__(
        self,
        *args: Any,  # noqa: ANN401  # Django's signature
        roles: Iterable[tuple[str, str]],
        beliefs: Mapping[str, tuple[Decimal, Decimal]],
        **kwargs: Any,  # noqa: ANN401  # the same
    ) -> None:
        super().__init__(*args, **kwargs)
        self.keys = []
        for key, name in roles:
            self.keys.append(key)
            chance, years = beliefs.get(key, (None, USUAL_YEARS))
            self.fields[f"{key}-chance"] = percent_field(
                label=_("Chance that %(role)s ends within a year, %%") % {"role": name},
                initial=None if chance is None else whole(chance * PERCENT),
            )
            self.fields[f"{key}-sure"] = forms.TypedChoiceField(
                label=_("How sure you are of %(role)s") % {"role": name},
                choices=_choices(years),
                coerce=Decimal,
                initial=str(years),
                required=False,
            )

    def rows(self) -> list[tuple[str, forms.BoundField, forms.BoundField]]:
        """Return each role's key and its two fields."""
        return [(k, self[f"{k}-chance"], self[f"{k}-sure"]) for k in self.keys]

    def records(self) -> list[BeliefRecord]:
        """Return the estimates that were filled in, as a file would hold them."""
        values = self.cleaned_data
        return [
            BeliefRecord("form", key, chance, values[f"{key}-sure"] or USUAL_YEARS)
            for key in self.keys
            if (chance := share_of(values[f"{key}-chance"])) is not None
        ]

    def emptied(self) -> list[str]:
        """Return the keys of the roles without an estimate."""
        return [k for k in self.keys if self.cleaned_data[f"{k}-chance"] is None]


def _choices(years: Decimal) -> list[tuple[str, Any]]:
    """Return the three words, and a weight that came from elsewhere, as from a file."""
    choices: list[tuple[str, Any]] = [(str(y), label) for y, label in SURE.items()]
    if years not in SURE:
        n = ngettext("Counts as %(n)s year", "Counts as %(n)s years", int(years) or 1)
        choices.append((str(years), n % {"n": f"{years.normalize():f}"}))
    return choices
