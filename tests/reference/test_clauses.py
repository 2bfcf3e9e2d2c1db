"""What a clause on other work is worth by country."""

from datetime import date

import pytest

from plait.reference.clauses import clause_law


@pytest.mark.parametrize("country", ["NL", "IE", "GB", "FR"])
def test_a_country_looked_up_has_its_own_law(country):
    assert clause_law(country).country == country


@pytest.mark.parametrize("country", ["BE", "DE", "se", " AT "])
def test_another_member_state_has_the_directive(country):
    assert clause_law(country).law == "article 9 of Directive (EU) 2019/1152"


@pytest.mark.parametrize("country", ["", "US", "CH", "nowhere"])
def test_nothing_is_said_of_a_country_that_was_not_looked_up(country):
    assert clause_law(country) is None


@pytest.mark.parametrize("country", ["NL", "IE", "GB", "FR", "BE"])
def test_each_law_says_where_it_is_from_and_in_both_languages(country):
    law = clause_law(country)

    assert law.source
    assert law.as_of == date(2026, 11, 21)
    assert law.says != law.says_nl


def test_the_reason_must_be_written_in_ireland_and_need_not_in_the_netherlands():
    assert "must be written" in clause_law("IE").says
    assert "need not stand in the clause" in clause_law("NL").says
