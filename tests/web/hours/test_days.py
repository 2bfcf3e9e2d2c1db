"""Days written short, as the reader's language writes them."""

from datetime import date

import pytest
from django.utils import translation

from plait.web.pages.days import short_day, short_weekday

MONDAY = date(2026, 10, 26)


@pytest.mark.parametrize(
    ("language", "told"), [("en", "Mon 26 Oct"), ("nl", "ma 26 okt")]
)
def test_months_are_small_where_the_language_writes_them_so(language, told):
    with translation.override(language):
        assert short_weekday(MONDAY) == told
        assert short_day(MONDAY) == told.split(" ", 1)[1]
