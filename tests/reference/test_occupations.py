"""Occupations by title, and how exposed their tasks are."""

import pytest

from plait.reference.occupations.exposure import BadTable, exposure_of, own_table
from plait.reference.occupations.titles import occupation_of, occupations, search

FULL = ["isco08,exposure", "4132,0.70", "2512,0.53", "2310,0.37", "2211,0.29"]


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("practice manager", "1342"),
        ("Praktijkmanager", "1342"),
        ("huisarts", "2211"),
        ("GP", "2211"),
        ("trainer", "2424"),
        ("Trainer", "2424"),
        ("columnist", "2641"),
        ("journalist", "2642"),
        ("projectleider", "2421"),
        ("advocaat", "2611"),
        ("graphic designer", "2166"),
        ("vormgever", "2166"),
        ("career coach", "2423"),
        ("softwareontwikkelaar", "2512"),
        ("sofware developer", "2512"),  # a letter missing
        ("conciërge", "5153"),
        ("1342", "1342"),
    ],
)
def test_a_title_finds_its_occupation_first(asked, code):
    assert search(asked)[0].code == code


@pytest.mark.parametrize("asked", ["", "   ", "qqxyz", "?"])
def test_what_is_no_title_finds_nothing(asked):
    assert search(asked) == ()


def test_a_beginning_finds_several():
    codes = {one.code for one in search("nurs")}

    assert {"2221", "3221"} <= codes


def test_every_occupation_has_both_titles_and_a_group_with_an_exposure():
    for one in occupations():
        assert one.en
        assert one.nl
        assert exposure_of(one.code) is not None
    assert len({one.code for one in occupations()}) == len(occupations())


def test_an_exposure_is_of_its_group_with_the_range_in_it():
    found = exposure_of("2512")  # sub-major group 25: mean 0.54, from 0.49 to 0.60

    assert (found.mean, found.low, found.high, found.level) == (0.54, 0.49, 0.6, 2)
    assert "ILO" in found.source


def test_the_full_table_of_a_person_goes_first():
    own = own_table(FULL)

    # ILO Working Paper 140: software developers 0.53, data entry clerks 0.70.
    assert exposure_of("2512", own).mean == 0.53
    assert exposure_of("4132", own).level == 4
    assert exposure_of("2511", own).level == 2  # not in it: its group


def test_an_unknown_code_has_no_exposure():
    assert exposure_of("9999") is None
    assert occupation_of("9999") is None


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([], "an empty file"),
        (["title,score"], "title, score"),
        (["isco08,exposure", "25x,0.5"], "line 2: 25x"),
        (["isco08,exposure", "2512,0.5", "2511,1.5"], "line 3: 1.5"),
        (["isco08,exposure", "2512,high"], "line 2: high"),
    ],
)
def test_a_table_that_cannot_be_read_is_refused_with_its_place(lines, told):
    with pytest.raises(BadTable) as refused:
        own_table(lines)

    assert told in str(refused.value)


def test_a_table_may_stand_apart_by_semicolons_and_begin_with_empty_lines():
    assert own_table(["", "isco08;exposure", "2424;0,53"]) == {"2424": 0.53}
