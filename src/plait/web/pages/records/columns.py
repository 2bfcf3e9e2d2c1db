"""The page that names the columns of a table, and shows its first lines."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import get_language

from plait.domain.errors import PlaitError
from plait.formats.source import Options, Source
from plait.formats.tables.mapping import PAYMENTS, TIME, Mapping
from plait.formats.tables.table import Shape, first_lines
from plait.web.pages.errors import refusal
from plait.wording.records.first_lines import first_line
from plait.wording.words import words_for


def columns_page(shape: Shape, form: forms.Form) -> dict[str, Any]:
    """Return each column with its first values and its choice."""
    return {
        "form": form,
        "columns": [
            {
                "heading": heading or f"{number + 1}",
                "samples": [row[number] for row in shape.rows[:3] if number < len(row)],
                "field": form[f"column_{number}"],
            }
            for number, heading in enumerate(shape.columns)
        ],
        "further": [
            form[name]
            for name in ("currency", "unit", "is_spending_positive", "counts")
            if name in form.fields
        ],
        "hidden": form.hidden_fields(),
        "kind": shape.kind,
        "other_kind": TIME if shape.kind == PAYMENTS else PAYMENTS,
    }


def lines_page(
    source: Source, mapping: Callable[[], Mapping], options: Options
) -> dict[str, Any]:
    """Return the first lines in words; else why the columns make none."""
    words = words_for((get_language() or "en")[:2])
    try:
        found = first_lines(source, mapping(), options)
    except PlaitError as error:
        return {"file_name": source.name, "lines": [], "refused": refusal(error)}
    lines = [first_line(words, one) for one in found]
    return {"file_name": source.name, "lines": lines, "refused": ""}
