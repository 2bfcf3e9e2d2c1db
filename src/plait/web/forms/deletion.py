"""The form that asks once more before everything is deleted."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from plait.accounts.leaving.asking import LONGEST_REASON
from plait.accounts.models import Person


def asks_password(viewer: Person) -> bool:
    """Return whether the password is asked; a server asks by itself who it is."""
    return viewer.has_usable_password() and not settings.SERVER


class DeleteEverythingForm(forms.Form):
    """Asks for the password, or for a word where the person has none."""

    confirmation = forms.CharField(max_length=500, strip=True)

    def __init__(self, sent: Any = None, *, viewer: Person, word: str) -> None:  # noqa: ANN401  # what Django's forms take
        super().__init__(sent)
        self.viewer, self.word = viewer, word
        field = self.fields["confirmation"]
        if asks_password(viewer):
            field.label = _("Your password")
            field.widget = forms.PasswordInput(
                attrs={"autocomplete": "current-password"}
            )
        else:
            text = _("Type the word “%(word)s” to delete everything")
            field.label = text % {"word": word}
            field.widget = forms.TextInput(
                attrs={"autocomplete": "off", "autocapitalize": "off"}
            )

    def clean_confirmation(self) -> str:
        """Refuse another word, or a password that is not theirs."""
        typed: str = self.cleaned_data["confirmation"]
        if asks_password(self.viewer):
            if not self.viewer.check_password(typed):
                raise forms.ValidationError(_("This is not your password."))
        elif typed.casefold() != self.word.casefold():
            text = _("This is another word: nothing was deleted.")
            raise forms.ValidationError(text)
        return typed


class DeletePersonForm(forms.Form):
    """Asks a steward why an account is to be deleted; its person reads it."""

    because = forms.CharField(
        label=_("Why? They read this."),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
