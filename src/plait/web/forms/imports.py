"""Forms of the import pages."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from plait.book.models import Role
from plait.web.forms.parts import DayField, currencies

MOST_FILES = 200
_KEY_LENGTH = 16


class _Several(forms.ClearableFileInput):
    allow_multiple_selected = True


class _Files(forms.FileField):
    """A field that takes several files at once."""

    widget = _Several

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:  # noqa: ANN401  # Django's signature
        several = (data or [None]) if isinstance(data, (list, tuple)) else [data]
        return [super(_Files, self).clean(one, initial) for one in several]


class EnteredForm(forms.Form):
    """Until when all money kept by hand is entered."""

    until = DayField(label=_("All of it is entered until"))


class UploadForm(forms.Form):
    """The files a person chose or dropped."""

    files = _Files(  # type: ignore[assignment]  # the form's own attribute gives way
        allow_empty_file=True,
        error_messages={"required": _("Choose at least one file.")},
    )

    def clean_files(self) -> list[UploadedFile]:
        """Refuse more files than a person means."""
        files: list[UploadedFile] = self.cleaned_data["files"]
        if len(files) > MOST_FILES:
            raise forms.ValidationError(
                _("At most 200 files at a time; put them in a zip.")
            )
        return files


class _Keys(forms.MultipleChoiceField):
    """Keys of what the page listed; one that no file holds makes nothing."""

    def valid_value(self, value: str) -> bool:
        return len(value) == _KEY_LENGTH and value.isalnum()


class PositionsForm(forms.Form):
    """The positions that are to become roles, where the page listed any."""

    has_positions = forms.BooleanField(required=False)
    position = _Keys(required=False)


class ReadingForm(forms.Form):
    """How to read files that do not say it themselves."""

    dates = forms.ChoiceField(
        label=_("How to read 03/04/2026"),
        choices=[
            ("", _("As the file shows")),
            ("day-first", _("3 April")),
            ("month-first", _("March 4")),
        ],
        required=False,
    )
    currency = forms.ChoiceField(
        label=_("Currency of amounts without one"),
        help_text=_("Only for files that do not say it."),
        required=False,
    )
    person = forms.CharField(
        label=_("Whose hours"),
        help_text=_("Only for the export of a whole team: a name or e-mail in it."),
        required=False,
        max_length=200,
    )
    titles = forms.ChoiceField(
        label=_("Titles and places of calendar events"),
        help_text=_("Titles may be private to others, such as a patient's name."),
        choices=[
            ("", _("As you said for each calendar")),
            ("no", _("Keep the times only")),
            ("yes", _("Keep titles and places too")),
        ],
        required=False,
    )
    role = forms.ChoiceField(label=_("All of it belongs to"), required=False)

    def __init__(self, *args: Any, roles: Iterable[Role] = (), **kwargs: Any) -> None:  # noqa: ANN401  # Django's signature
        super().__init__(*args, **kwargs)
        offered = [("", _("As each file says")), *currencies()]
        self.fields["currency"].choices = offered  # type: ignore[attr-defined]  # a choice field has choices
        known = [(role.key, role.name) for role in roles]
        self.fields["role"].choices = [("", _("Use the rules")), *known]  # type: ignore[attr-defined]  # a choice field has choices
