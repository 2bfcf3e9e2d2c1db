"""The form that names the columns of an unknown table."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plait.formats.tables.mapping import FIELDS, Mapping, UnusableMapping
from plait.formats.tables.table import Shape
from plait.web.pages.errors import sentence

_MEANINGS = {
    "date": _("Date"),
    "amount": _("Amount"),
    "money_in": _("Money in"),
    "money_out": _("Money out"),
    "direction": _("In or out"),
    "currency": _("Currency"),
    "payer": _("Name of the other side"),
    "counter_account": _("Account of the other side"),
    "reference": _("What it was for"),
    "account": _("Your own account"),
    "id": _("Number of the line"),
    "start": _("Start"),
    "end": _("End"),
    "duration": _("Duration (1:30)"),
    "hours": _("Hours (1.5)"),
    "client": _("Client"),
    "project": _("Project"),
    "task": _("Task"),
    "description": _("Description"),
}


class ColumnsForm(forms.Form):
    """One choice per column, and how the table writes dates and numbers."""

    name = forms.CharField(
        label=_("Save it as"),
        max_length=100,
        help_text=_("Such as “My income list”."),
    )
    date_order = forms.ChoiceField(
        label=_("How to read 03/04/2026"),
        choices=[
            ("dmy", _("3 April")),
            ("mdy", _("March 4")),
            ("ymd", _("The year stands first")),
        ],
    )
    decimal_mark = forms.ChoiceField(
        label=_("Decimals after a"),
        choices=[(".", _("point (1.50)")), (",", _("comma (1,50)"))],
    )

    def __init__(self, data: Any, *, shape: Shape, name: str) -> None:  # noqa: ANN401  # Django's signature
        first = {
            "name": name,
            "date_order": shape.date_order.value or "dmy",
            "decimal_mark": shape.decimal.value or ".",
        }
        super().__init__(data, initial=first)
        self.shape = shape
        guessed = {guess.column: guess.field for guess in shape.guesses}
        meanings = [(field, _MEANINGS[field]) for field in FIELDS[shape.kind]]
        for index in range(len(shape.columns)):
            self.fields[f"column_{index}"] = forms.ChoiceField(
                choices=[("", _("Leave out")), *meanings],
                required=False,
                initial=guessed.get(index, ""),
            )

    def clean(self) -> dict[str, Any]:
        """Refuse a table without the columns a line needs."""
        values = self.cleaned_data
        if not self.errors:
            try:
                self.mapping()
            except UnusableMapping as error:
                problem = {"what": error.what, "value": "", "fix": error.fix}
                raise forms.ValidationError(sentence(problem)) from error
        return values

    def mapping(self) -> Mapping:
        """Return the mapping; raise `UnusableMapping` if columns are missing."""
        values, shape = self.cleaned_data, self.shape
        columns = tuple(
            (values[f"column_{index}"], index)
            for index in range(len(shape.columns))
            if values.get(f"column_{index}")
        )
        return Mapping(
            kind=shape.kind,
            signature=shape.signature,
            columns=columns,
            date_order=values["date_order"],
            decimal=values["decimal_mark"],
            currency=shape.currency.value,
            out_words=shape.out_words,
            sheet=shape.sheet,
        )
