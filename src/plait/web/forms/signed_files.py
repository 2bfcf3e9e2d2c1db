"""Forms of signed files: bringing one in, and replacing one's own signature."""

from django import forms
from django.utils.translation import gettext_lazy as _

LOST, STOLEN = "other", "stolen"


class BringInForm(forms.Form):
    """A signed file, and the code that its sender read out."""

    file = forms.FileField(
        label=_("The file"),
        help_text=_("As you got it; its name ends in .plait."),
        widget=forms.ClearableFileInput(attrs={"accept": ".plait,application/json"}),
    )
    code = forms.CharField(
        label=_("The code of their signature"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        help_text=_(
            "Only if Plait asked you for it. They read it to you from their page Your"
            " signature: eight groups of four."
        ),
    )


class NewSignatureForm(forms.Form):
    """Why the signature is replaced."""

    why = forms.ChoiceField(
        label=_("Why?"),
        widget=forms.RadioSelect,
        initial=LOST,
        choices=(
            (LOST, _("I want another one. Whoever knows mine takes the new one.")),
            (
                STOLEN,
                _(
                    "Somebody else may have it. Whoever knows mine is asked whether the"
                    " new one is mine."
                ),
            ),
        ),
    )
