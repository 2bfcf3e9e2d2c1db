"""The form that names the columns of an unknown table."""

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from plait.formats.tables.mapping import FIELDS, PAYMENTS, Mapping, UnusableMapping
from plait.formats.tables.table import Shape
from plait.web.forms.parts import currencies
from plait.web.pages.errors import refusal
from plait.wording.records.first_lines import meaning_text
from plait.wording.words import words_for

_UNITS = [
    ("h", _("hours")),
    ("min", _("minutes")),
    ("s", _("seconds")),
    ("ms", _("thousandths of a second")),
]


class ColumnsForm(forms.Form):
    """One choice per column, and how the table writes dates and numbers.

    What belongs to a column (its words, its sign) is proposed anew when another
    column is chosen for it: the `seen_` fields say which one the page showed.
    """

    name = forms.CharField(
        label=_("Save it as"),
        max_length=100,
        help_text=_("Such as “My income list”."),
    )
    date_order = forms.ChoiceField(
        label=_("How to read 03/04/2026"),
        required=False,
        choices=[
            ("", _("As the dates show")),
            ("dmy", _("3 April")),
            ("mdy", _("March 4")),
            ("ymd", _("The year stands first")),
        ],
    )
    decimal_mark = forms.ChoiceField(
        label=_("Decimals after a"),
        required=False,
        choices=[
            ("", _("As the numbers show")),
            (".", _("point (1.50)")),
            (",", _("comma (1,50)")),
        ],
    )

    def __init__(self, data: Any, *, shape: Shape, name: str, home: str) -> None:  # noqa: ANN401  # Django's signature
        super().__init__(data, initial={"name": name, "unit": shape.unit.value})
        self.proposed, self.home = shape, home
        self._add_columns(shape)
        self.shape = self._chosen()
        if not self.shape.date_order.value:
            # The dates tell nothing, so that the person must.
            order: Any = self.fields["date_order"]
            order.choices, order.required = order.choices[1:], True
        self._add_kind()

    def _add_columns(self, shape: Shape) -> None:
        words = words_for((get_language() or "en")[:2])
        guessed = {guess.column: guess.field for guess in shape.guesses}
        meanings = [(one, meaning_text(words, one)) for one in FIELDS[shape.kind]]
        for index in range(len(shape.columns)):
            self.fields[f"column_{index}"] = forms.ChoiceField(
                choices=[("", _("Leave out")), *meanings],
                required=False,
                initial=guessed.get(index, ""),
            )

    def _chosen(self) -> Shape:
        """Return the shape by the columns as they were chosen, if any were."""
        if not self.is_bound:
            return self.proposed
        chosen = {
            self.data.get(f"column_{index}", ""): index
            for index in range(len(self.proposed.columns))
        }
        known = {f: at for f, at in chosen.items() if f in FIELDS[self.proposed.kind]}
        return self.proposed.corrected(known)

    def _add_kind(self) -> None:
        """Add what only money has, or only hours."""
        if self.proposed.kind != PAYMENTS:
            self.fields["unit"] = forms.ChoiceField(
                label=_("A bare number counts"), choices=_UNITS
            )
            return
        if not self.shape.currency.value and not self._at("currency"):
            self.fields["currency"] = forms.ChoiceField(
                label=_("Currency of the amounts"),
                help_text=_("The table does not say it: check this one."),
                choices=currencies(self.home),
                initial=self.home,
                required=False,  # whoever sends none takes the one that is shown
            )
        self.fields["is_spending_positive"] = forms.BooleanField(
            label=_("What was spent has no minus, as on some credit cards"),
            required=False,
            initial=self.shape.is_spending_positive,
        )
        if self.shape.states:
            self.fields["counts"] = forms.MultipleChoiceField(
                label=_("Lines that count"),
                choices=[(one, one) for one in self.shape.states],
                required=False,
                initial=self.shape.counts,
                widget=forms.CheckboxSelectMultiple,
            )
        for name in ("status", "amount"):
            self.fields[f"seen_{name}"] = forms.IntegerField(
                required=False, widget=forms.HiddenInput, initial=self._at(name)
            )
        self._propose_anew()

    def _propose_anew(self) -> None:
        """Replace what was sent for a column that the page did not show yet."""
        if not self.is_bound:
            return
        sent: Any = self.data  # a QueryDict, which can be copied to be changed
        data = sent.copy()
        if data.get("seen_status", "") != self._at("status"):
            data.setlist("counts", list(self.shape.counts))
        if data.get("seen_amount", "") != self._at("amount"):
            data.pop("is_spending_positive", None)
            if self.shape.is_spending_positive:
                data["is_spending_positive"] = "on"
        for name in ("status", "amount"):
            data[f"seen_{name}"] = self._at(name)
        self.data = data

    def _currency(self) -> str:
        """Return the currency of the amounts, "" where each line says it."""
        if "currency" not in self.fields:
            return self.shape.currency.value
        return self.cleaned_data.get("currency") or self.home

    def _at(self, field: str) -> str:
        found = {guess.field: guess.column for guess in self.shape.guesses}
        return str(found.get(field, ""))

    def clean(self) -> dict[str, Any]:
        """Refuse a table without the columns a line needs."""
        values = self.cleaned_data
        if not self.errors:
            try:
                self.mapping()
            except UnusableMapping as error:
                raise forms.ValidationError(refusal(error)) from error
        return values

    def displayed_mapping(self) -> Mapping:
        """Return the mapping as the page stands, saved or not; raise as `mapping`."""
        if self.is_bound:
            self.full_clean()
            return self.mapping()
        order = self.shape.date_order.value or "dmy"
        proposal = self.shape.proposal()
        is_open = "currency" in self.fields
        currency = self.home if is_open else proposal.currency
        return replace(proposal, date_order=order, currency=currency)

    def mapping(self) -> Mapping:
        """Return the mapping; raise `UnusableMapping` if columns are missing."""
        values, shape = self.cleaned_data, self.shape
        columns = tuple(
            (values[f"column_{index}"], index)
            for index in range(len(shape.columns))
            if values.get(f"column_{index}")
        )
        return replace(
            shape.written(columns),
            date_order=values.get("date_order") or shape.date_order.value,
            decimal=values.get("decimal_mark") or shape.decimal.value,
            currency=self._currency(),
            is_spending_positive=bool(values.get("is_spending_positive")),
            counts=tuple(values.get("counts", ())),
            unit=values.get("unit") or shape.unit.value,
        )
