"""The form before the first record on a community's server."""

from django import forms
from django.utils.translation import gettext_lazy as _


class BeginBookForm(forms.Form):
    """One tick."""

    knows = forms.BooleanField(
        label=_(
            "I know that whoever runs this server’s database could read what I write"
            " here."
        ),
        error_messages={"required": _("Tick this first, or keep your book at home.")},
    )
