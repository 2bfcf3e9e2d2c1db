import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plait.formats.tables.mapping import (
    FIELDS,
    NEEDED,
    Mapping,
    UnusableMapping,
    signature_of,
)

USUAL = {"kind": "payments", "signature": "s", "columns": {"date": 0, "amount": 1}}


# What a database takes of texts.
TEXTS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")


@st.composite
def mappings(draw):
    kind = draw(st.sampled_from(sorted(FIELDS)))
    fields = [*NEEDED[kind][0], *draw(st.sets(st.sampled_from(FIELDS[kind])))]
    columns = {field: draw(st.integers(0, 99)) for field in fields}
    return Mapping(
        kind=kind,
        signature=draw(st.text(TEXTS, max_size=9)),
        columns=tuple(columns.items()),
        date_order=draw(st.sampled_from(["", "ymd", "dmy", "mdy"])),
        decimal=draw(st.sampled_from([".", ","])),
        currency=draw(st.sampled_from(["", "EUR"])),
        account=draw(st.text(TEXTS, max_size=9)),
        out_words=tuple(draw(st.lists(st.text(TEXTS, max_size=5), max_size=2))),
        is_spending_positive=draw(st.booleans()),
        sheet=draw(st.text(TEXTS, max_size=9)),
    )


# A busy machine is no fault of the mapping's.
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mappings())
def test_a_mapping_comes_back_from_json_as_it_was(mapping):
    stored = json.loads(json.dumps(mapping.to_json()))

    assert Mapping.from_json(stored) == mapping


def test_a_mapping_may_leave_out_what_has_a_usual_value():
    assert Mapping.from_json(USUAL).decimal == "."


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"kind": "rainfall"}, "This kind of table is not known"),
        ({"columns": {"date": 0}}, "A column that is needed has not been told"),
        ({"columns": {"date": 0, "money_in": 1}}, "A column that is needed"),
        ({"columns": {"date": 0, "amount": -1}}, "This column means nothing"),
        ({"columns": {"date": 0, "hue": 1}}, "This column means nothing"),
        ({"columns": {"date": 0, "amount": "x"}}, "This mapping cannot be read"),
        ({"columns": None}, "This mapping cannot be read"),
        ({"date_order": "%d/%m"}, "Dates or numbers are not written so"),
        ({"decimal": "'"}, "Dates or numbers are not written so"),
        ({"colour": "red"}, "This mapping cannot be read"),
    ],
)
def test_a_mapping_that_cannot_be_used_says_why(change, what):
    with pytest.raises(UnusableMapping, match=what):
        Mapping.from_json({**USUAL, **change})


def test_two_columns_cannot_mean_the_same():
    columns = (("date", 0), ("amount", 1), ("amount", 2))

    with pytest.raises(UnusableMapping, match="cannot mean the same: amount"):
        Mapping(kind="payments", signature="s", columns=columns)


def test_capitals_and_spaces_do_not_make_another_heading():
    assert signature_of(["Date", "Amount (EUR)"]) == signature_of(
        ["date", "amount(eur)"]
    )


def test_another_column_or_another_order_makes_another_heading():
    assert len({signature_of(n) for n in (["a", "b"], ["b", "a"], ["ab"], ["a"])}) == 4
