"""The fields of a form, made of a record's schema."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from plait.domain.schemas.field_types import (
    Choice,
    Country,
    Day,
    Names,
    Signed,
    Text,
    YesNo,
)
from plait.domain.schemas.schema import Field
from plait.web.forms.parts import DayField, NumberField


def form_field(field: Field) -> forms.Field:
    """Return the field of a form that asks for one of a record."""
    shared: dict[str, Any] = {
        "label": _translated(field.label),
        "help_text": _translated(field.help),
        "required": field.is_needed,
        "error_messages": {"required": _translated(field.missing)}
        if field.missing
        else {},
    }
    return _MAKERS[type(field.type)](field, shared)


def _translated(text: str) -> Promise | str:
    """Return a text of a schema in the reader's language, where it is shown."""
    return _(text) if text else ""


def _text(field: Field, shared: dict[str, Any]) -> forms.Field:
    return forms.CharField(max_length=getattr(field.type, "most", 2), **shared)


def _day(field: Field, shared: dict[str, Any]) -> forms.Field:  # noqa: ARG001  # one signature for all
    return DayField(**shared)


def _signed(field: Field, shared: dict[str, Any]) -> forms.Field:
    most = Decimal(field.type.most)  # type: ignore[union-attr]  # what it is made by
    return NumberField(min_value=-most, max_value=most, **shared)


def _yes_no(field: Field, shared: dict[str, Any]) -> forms.Field:
    return forms.BooleanField(**shared | {"required": False}, initial=field.default)


def _choice(field: Field, shared: dict[str, Any]) -> forms.Field:
    kind: Choice = field.type  # type: ignore[assignment]  # what it is made by
    errors = shared.pop("error_messages")
    chosen = forms.ChoiceField(
        widget=forms.RadioSelect,
        error_messages={
            "invalid_choice": _("Choose one of the options that are listed."),
            **errors,
        },
        **shared,
    )
    chosen.choices = [(word.value, _explained(kind, word)) for word in kind.words]
    return chosen


def _explained(kind: Choice, word: Any) -> str:  # noqa: ANN401  # one of its words
    line = '<span>{}<br><span class="helptext">{}</span></span>'
    return format_html(line, _(kind.labels[word]), _(kind.helps[word]))


_MAKERS: Mapping[type, Callable[[Field, dict[str, Any]], forms.Field]] = {
    Text: _text,
    Country: _text,
    Names: _text,
    Day: _day,
    Signed: _signed,
    YesNo: _yes_no,
    Choice: _choice,
}
