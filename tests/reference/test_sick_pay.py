"""What a country's law has paid on in illness, and until when."""

from datetime import date

import pytest

from plait.reference import country_packs
from plait.reference.country_packs import BrokenPack
from plait.reference.pack_reader import made_each
from plait.reference.sick_pay import Stage, continued_pay

ON = date(2026, 11, 30)


def test_pay_in_illness_is_known_of_a_country_or_not_at_all():
    assert continued_pay("nl", ON).country == "NL"
    assert continued_pay("US", ON) is None
    assert continued_pay("", ON) is None


def test_a_law_that_changed_is_that_of_the_day():
    before, after = (continued_pay("GB", on) for on in (date(2026, 4, 5), ON))

    assert [one.waiting_days for one in before.stages] == [3]
    assert [f"{one.most_a_week}" for one in before.stages] == ["118.75"]
    assert [f"{one.most_a_week}" for one in after.stages] == ["123.25"]


@pytest.mark.parametrize("code", country_packs.codes("continued_pay"))
def test_each_says_the_whole_of_it_in_both_languages(code):
    law = continued_pay(country_packs.about(code).letters, ON)

    assert law.says != law.says_nl
    assert law.stages


def test_a_slip_in_a_stage_is_an_error():
    with pytest.raises(BrokenPack, match="Stage"):
        made_each(Stage, [{"weeks": 6, "shares": 1}])
