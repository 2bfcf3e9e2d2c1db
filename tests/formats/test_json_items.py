"""Entries of a JSON list, one after another, whatever the file holds."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plait.formats import json_items
from plait.formats.json_items import as_entry, entries, first_entry, text_in, texts_in
from plait.formats.source import Unreadable
from plait.formats.values import BadValue


def test_entries_come_with_their_count(a_file):
    source = a_file('[ {"a": "x"} ,\n{"a": "y"}\n]\n')

    assert list(entries(source)) == [(1, {"a": "x"}), (2, {"a": "y"})]


def test_an_empty_list_holds_nothing(a_file):
    assert list(entries(a_file(" [ ] "))) == []


def test_a_list_inside_an_object_is_found_by_what_stands_before_it(a_file):
    source = a_file('{"total": 1, "data": [{"a": "x"}], "next": null}')

    assert list(entries(source, r'\{.*?"data":')) == [(1, {"a": "x"})]


def test_numbers_stay_the_text_they_are(a_file):
    source = a_file('[{"a": 10, "b": 1e999, "c": ' + "9" * 5000 + "}]")

    [(_, entry)] = entries(source)

    assert (entry["a"], entry["b"], len(entry["c"])) == ("10", "1e999", 5000)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("", "line 1, column 1"),
        ("{}", "line 1, column 1"),
        ("[", "line 1, column 2"),
        ('[{"a": 1}', "line 1, column 10"),
        ('[{"a": 1},', "line 1, column 11"),
        ('[{"a": 1},\n{"a"', "line 2, column 5"),
        ('[{"a": 1}]\n[', "line 1, column 11"),
    ],
)
def test_what_breaks_off_is_refused_with_its_place(a_file, text, where):
    with pytest.raises(Unreadable, match="breaks off or has a mistake") as refused:
        list(entries(a_file(text)))

    assert refused.value.value == f"given.txt, {where}"


def test_json_nested_beyond_measure_is_refused(a_file):
    with pytest.raises(Unreadable, match="built in a way that no export is"):
        list(entries(a_file("[" * 100_000)))


def test_json_that_is_too_large_is_refused_unread(a_file, monkeypatch):
    monkeypatch.setattr(json_items, "LARGEST_BYTES", 10)

    with pytest.raises(Unreadable, match="larger than Plait reads"):
        list(entries(a_file('[{"a": "x"}]')))


@pytest.mark.parametrize("text", ["", "[]", "[1]", "{}", '["a"]', "[" * 60_000, "[{"])
def test_a_file_without_a_first_entry_gives_an_empty_one(a_file, text):
    assert first_entry(a_file(text)) == {}


def test_text_is_cleaned_of_what_no_table_holds():
    assert text_in({"a": " x\0y\ud800 "}, "a") == "xy\ufffd"


def test_the_first_field_that_is_filled_in_counts():
    assert text_in({"a": None, "b": "", "c": "x"}, "a", "b", "c", "d") == "x"
    assert texts_in({"a": None, "b": ["x", "y"]}, "a", "b") == ["x", "y"]


@pytest.mark.parametrize("value", [["x"], {"b": 1}, True])
def test_a_field_of_another_type_is_refused_with_what_it_holds(value):
    with pytest.raises(BadValue, match="This field should be text") as refused:
        text_in({"a": value}, "a")

    assert refused.value.value == json.dumps(value)


@pytest.mark.parametrize("value", ["x", {"b": 1}, True, ["x", None]])
def test_a_field_that_is_no_list_of_texts_is_refused(value):
    with pytest.raises(BadValue, match="This field should be a list of texts"):
        texts_in({"a": value}, "a")


@pytest.mark.parametrize("told", [None, "x", ["a"], True])
def test_an_entry_without_fields_is_refused(told):
    with pytest.raises(BadValue, match="This is not an entry with fields"):
        as_entry(told)


values = st.recursive(
    st.none() | st.booleans() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(values, max_size=5), st.sampled_from([None, 0, 1, 4]))
def test_entries_are_those_that_json_itself_reads(a_file, told, indent):
    source = a_file(json.dumps(told, indent=indent))

    assert [entry for _, entry in entries(source)] == told
