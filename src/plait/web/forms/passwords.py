"""The forms that set a first password, or a new one for whoever knows the old.

Django's forms check and hash; the words are ours, in every language.
"""

from typing import Any

from django import forms
from django.contrib.auth.forms import PasswordChangeForm, SetPasswordForm
from django.utils.translation import gettext_lazy as _

_DIFFER = _("The two differ: write the new password twice.")
_WEAK = {
    "password_too_short": _("This is too short: write ten characters or more."),
    "password_too_common": _("Many people use this one: think of another."),
    "password_entirely_numeric": _("Digits alone are easily guessed: add words."),
    "password_guessed": _(
        "This is soon guessed: take three or four words that have nothing to do "
        "with each other."
    ),
}


class FirstPasswordForm(SetPasswordForm):  # type: ignore[type-arg]  # generic in the stubs alone
    """A password for somebody who has none yet."""

    error_messages = {
        **SetPasswordForm.error_messages,
        "password_mismatch": _DIFFER,
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # Django's signature
        super().__init__(*args, **kwargs)
        _name(self)

    def clean(self) -> dict[str, Any]:
        """Say in our words why a password is too weak."""
        values = super().clean() or {}
        _say_why_weak(self)
        return values


class NewPasswordForm(PasswordChangeForm):
    """Another password, after the one that holds now."""

    error_messages = {
        **PasswordChangeForm.error_messages,
        "password_mismatch": _DIFFER,
        "password_incorrect": _("This is not your password now; nothing was changed."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # Django's signature
        super().__init__(*args, **kwargs)
        _name(self)
        self.fields["old_password"].label = _("Password now")

    def clean(self) -> dict[str, Any]:
        """Say in our words why a password is too weak."""
        values = super().clean() or {}
        _say_why_weak(self)
        return values


def _name(form: forms.Form) -> None:
    """Call the fields as the rest of Plait speaks."""
    first, again = form.fields["new_password1"], form.fields["new_password2"]
    first.label = _("New password")
    first.help_text = _(
        "Ten characters or more that nobody guesses soon: three or four words that "
        "have nothing to do with each other are best."
    )
    again.label = _("The same once more")
    again.help_text = ""


def _say_why_weak(form: forms.Form) -> None:
    """Put our sentences in the place of those of Django's validators."""
    found = form.errors.get("new_password2")
    for error in found.as_data() if found else ():
        if error.code in _WEAK:
            error.message, error.params = _WEAK[error.code], None
