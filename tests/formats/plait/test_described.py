"""The reference of the book file follows the schemas, and so does its JSON Schema."""

import pytest

from plait.domain.schemas.field_types import Entries, FieldType, Other
from plait.domain.schemas.registry import SCHEMAS
from plait.formats.plait import described
from plait.formats.plait.entries import SECTIONS
from plait.formats.plait.read_fields import READERS

FIELDS = [
    pytest.param(schema, field, id=f"{section}.{field.name}")
    for section, schema in SCHEMAS.items()
    for field in schema.fields
]


def test_every_section_of_a_book_file_has_a_schema():
    assert {*SECTIONS, "person", "agreements"} == set(SCHEMAS)


@pytest.mark.parametrize(("schema", "field"), FIELDS)
def test_a_field_is_described_in_the_table_and_in_the_json_schema(schema, field):
    [row] = [row for row in described.table(schema) if row[0] == field.name]
    entry = described.json_schema()["$defs"][schema.section]["properties"]

    assert all(row)
    assert entry[field.name]["description"] == field.about


def test_what_every_type_of_field_is_like_is_known_to_the_reader():
    types = set(FieldType.__args__)

    assert set(READERS) == types - {Entries, Other}
