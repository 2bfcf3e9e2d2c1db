"""The page of the income model says what the dataclasses hold, and its example runs."""

import re
from dataclasses import MISSING, fields
from pathlib import Path

import pytest

from plait.analysis.income.model import CauseModel, IncomeModel, StreamModel
from plait.analysis.income.model_from_values import model_from_values
from plait.formats.plait.income_model import read
from plait.formats.source import Source

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "income-model.md"
SECTIONS = {
    "## The model": IncomeModel,
    "## A stream": StreamModel,
    "## A cause": CauseModel,
}


def rows(section: str) -> list[list[str]]:
    """Return the rows of the first table below a heading."""
    _, _, rest = PAGE.read_text("utf-8").partition(section + "\n")
    table = re.search(r"(?:^\|.*\n)+", rest, re.MULTILINE)
    assert table
    lines = table[0].splitlines()[2:]
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines]


@pytest.mark.parametrize(("section", "kind"), SECTIONS.items())
def test_every_field_has_its_row_in_order_and_nothing_else_has_one(section, kind):
    assert [row[0] for row in rows(section)] == [f.name for f in fields(kind)]


@pytest.mark.parametrize(("section", "kind"), SECTIONS.items())
def test_a_row_says_refused_where_a_field_has_to_be_told(section, kind):
    told_by_default = {"currency", "streams"}  # a file need not tell them
    needed = {f.name for f in fields(kind) if f.default is MISSING} - told_by_default

    assert {row[0] for row in rows(section) if row[2] == "refused"} == needed


def test_the_example_is_a_model(tmp_path):
    example = re.search(r"```toml\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert example

    file = tmp_path / "model.toml"
    file.write_text(example[1], "utf-8")
    model = model_from_values(read(Source("model.toml", file)).model)

    assert [stream.name for stream in model.streams] == ["Practice", "Workshops"]
    assert model.usual == 3650
