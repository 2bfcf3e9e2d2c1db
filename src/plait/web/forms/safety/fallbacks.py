"""The form of a plan B: what would replace a role."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plait.book.operations.resilience import (
    LONGEST_STEP,
    MOST_SHARE,
    MOST_WEEKS,
)
from plait.domain.schemas.book_records import FallbackRecord
from plait.domain.schemas.role import LONGEST_NAME
from plait.web.forms.parts import DayField
from plait.web.forms.safety.fields import (
    PERCENT,
    percent_field,
    percent_of,
    set_choices,
)

_AS_HELD = ("what", "weeks", "helper", "step", "step_by")


class FallbackForm(forms.Form):
    """What would replace a role."""

    role = forms.ChoiceField(label=_("If this role stopped"))
    what = forms.CharField(
        label=_("What would you do instead?"),
        help_text=_("More hours elsewhere, a client who asked before, a course."),
        max_length=LONGEST_NAME,
        error_messages={"required": _("Write what you would do instead.")},
    )
    weeks = forms.IntegerField(
        label=_("In how many weeks would it pay?"),
        min_value=0,
        max_value=MOST_WEEKS,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            "invalid": _("Write a whole number of weeks, such as 12."),
            "required": _("Fill in how long; a guess will do."),
            "min_value": _("Write it without a minus."),
            "max_value": _("1,000 weeks at most."),
        },
    )
    share = percent_field(
        label=_("Share of its income, %"),
        max_value=PERCENT * MOST_SHARE,
        required=True,
        error_messages={
            "required": _("Fill in how much; a guess will do."),
            "max_value": _("500 at most."),
        },
    )
    helper = forms.CharField(
        label=_("Who could help?"), max_length=LONGEST_NAME, required=False
    )
    step = forms.CharField(
        label=_("One step you can take now"),
        help_text=_("Anything that brings it closer: a call, a lunch, a page of work."),
        max_length=LONGEST_STEP,
        required=False,
    )
    step_by = DayField(label=_("By when"), required=False)

    def __init__(
        self,
        *args: Any,  # noqa: ANN401  # Django's signature
        roles: Iterable[tuple[str, str]],
        **kwargs: Any,  # noqa: ANN401  # the same
    ) -> None:
        super().__init__(*args, **kwargs)
        set_choices(self, "role", roles)

    def record(self) -> FallbackRecord:
        """Return the plan B, as a file would hold it."""
        values = self.cleaned_data
        return FallbackRecord(
            "form",
            role=values["role"],
            what=values["what"],
            weeks=values["weeks"],
            share=values["share"] / PERCENT,
            helper=values["helper"],
            step=values["step"],
            step_by=values["step_by"],
        )


def fallback_values(key: str, row: Any) -> dict[str, Any]:  # noqa: ANN401  # a row of the book, or None
    """Return a role's plan B as the form shows it, or the role alone."""
    if row is None:
        return {"role": key, "share": PERCENT}
    held = {name: getattr(row, name) for name in _AS_HELD}
    return {"role": key, "share": percent_of(row.share), **held}
