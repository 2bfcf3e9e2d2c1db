"""What was written without a connection, as it comes in later."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plait.web.forms.check_in import POINTS

_LONGEST_OFFLINE = timedelta(days=400)
ASPECTS = ("energy", "meaning", "growth", "pressure")


class OfflineForm(forms.Form):
    """A line, or the check-in of one role; `day` is when it was written."""

    id = forms.UUIDField()
    kind = forms.ChoiceField(choices=[("line", ""), ("check_in", "")])
    day = forms.DateField()
    line = forms.CharField(max_length=300, required=False)
    on_call = forms.BooleanField(required=False)
    zone = forms.CharField(max_length=64, required=False)
    device_zone = forms.CharField(max_length=64, required=False)
    role = forms.SlugField(max_length=60, required=False)
    note = forms.CharField(max_length=500, required=False)

    def __init__(self, sent: Any, *, today: date) -> None:  # noqa: ANN401  # what a device sent
        super().__init__(sent)
        self.today = today
        for name in ASPECTS:
            self.fields[name] = forms.TypedChoiceField(
                choices=[(str(point), "") for point in POINTS],
                coerce=int,
                required=False,
            )

    def clean_day(self) -> date:
        """Refuse a day that no device wrote on, whatever its clock says."""
        day: date = self.cleaned_data["day"]
        # Where it is already tomorrow people write as well.
        latest = self.today + timedelta(days=1)
        if not self.today - _LONGEST_OFFLINE <= day <= latest:
            raise forms.ValidationError(
                _("The date of this device was wrong when this was written.")
            )
        return day

    def clean(self) -> dict[str, Any]:
        """Refuse an entry with a part missing."""
        values = self.cleaned_data
        wanted = ["line"] if values.get("kind") == "line" else ["role", *ASPECTS]
        if not self.errors and not all(values.get(name) for name in wanted):
            raise forms.ValidationError(_("A part of this entry is missing."))
        return values

    @property
    def first_error(self) -> str:
        """Return why it is refused."""
        return next(str(one) for errors in self.errors.values() for one in errors)
