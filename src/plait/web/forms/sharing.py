"""The form by which somebody shows a slice of their book."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from plait.domain.sharing import Choice, Ground, SliceKind
from plait.exchange.shares import ShareTerms
from plait.web.forms.parts import DayField

MAIL, FILE = "mail", "file"

_KINDS = (
    (SliceKind.AVAILABILITY.value, _("How much time I have free, roughly")),
    (SliceKind.HOURS.value, _("Hours by role and month, given and agreed")),
    (SliceKind.PAYMENTS.value, _("Payments of one role, line by line")),
)
_WAYS = (
    (MAIL, _("By mail address, kept up to date until the last day")),
    (FILE, _("As a file that I give to them myself")),
)
_GROUNDS = (
    (Ground.CONSENT.value, _("I choose to show it")),
    (Ground.AGREEMENT.value, _("We agreed that I show it")),
)
_USUALLY = timedelta(days=182)


class ShareForm(forms.Form):
    """What is shown, to whom, how, and until when."""

    kind = forms.ChoiceField(
        label=_("What do you show?"), choices=_KINDS, widget=forms.RadioSelect
    )
    roles = forms.MultipleChoiceField(
        label=_("Of which roles?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Not needed for free time. For payments choose one."),
    )
    since = DayField(
        label=_("From which day on?"),
        required=False,
        help_text=_("The first day of hours or payments that is shown."),
    )
    name = forms.CharField(
        label=_("To whom?"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("As you call them, such as Kim, my accountant."),
    )
    way = forms.ChoiceField(label=_("How?"), choices=_WAYS, widget=forms.RadioSelect)
    email = forms.CharField(
        label=_("Their mail address"),
        max_length=254,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    until = DayField(
        label=_("Until which day?"),
        help_text=_("After it they see nothing more. You can end it earlier."),
    )
    purpose = forms.CharField(
        label=_("What for?"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("For yourself, so that you know later why."),
    )
    ground = forms.ChoiceField(label=_("Why may they see it?"), choices=_GROUNDS)

    def __init__(
        self,
        *args: Any,  # noqa: ANN401  # Django's signature
        roles: list[tuple[str, str]],
        today: date,
        **options: Any,  # noqa: ANN401  # Django's signature
    ) -> None:
        begun: dict[str, object] = {
            "since": date(today.year, 1, 1),
            "until": today + _USUALLY,
            "ground": Ground.CONSENT.value,
            "way": MAIL if settings.SERVER else FILE,
        }
        options["initial"] = begun | (options.get("initial") or {})
        super().__init__(*args, **options)
        self.fields["roles"].choices = roles  # type: ignore[attr-defined]  # a choice field has choices
        if not settings.SERVER:
            # From one's own machine only a file goes out.
            self.fields["way"].choices = _WAYS[1:]  # type: ignore[attr-defined]  # as above

    def terms(self) -> ShareTerms:
        """Return what is to be shown, of a form that is valid."""
        sent = self.cleaned_data
        return ShareTerms(
            kind=SliceKind(sent["kind"]),
            choice=Choice(roles=tuple(sent["roles"]), since=sent["since"]),
            name=sent["name"],
            until=sent["until"],
            by_mail=sent["way"] == MAIL,
            email=sent.get("email", ""),
            purpose=sent["purpose"],
            ground=Ground(sent["ground"]),
        )
