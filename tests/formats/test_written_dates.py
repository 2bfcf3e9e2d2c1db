from datetime import date

import pytest

from plait.formats.values import BadValue
from plait.formats.written_dates import order_of, written_day


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("2024-03-05", "ymd"),
        ("2024/3/5", "dmy"),
        ("20240305", "ymd"),
        ("05032024", "dmy"),
        ("05.03.24", "dmy"),
        ("3/5/2024", "mdy"),
        ("5 Mar 2024", "mdy"),
        ("5 mrt. 2024", "dmy"),
        ("5. März 2024", "dmy"),
        ("5-maart-2024", "dmy"),
        ("March 5, 2024", "dmy"),
        ("2024 Mar 5", "ymd"),
        ("Tue 5 Mar 2024", "dmy"),
        ("2024-03-05T09:30:00Z", "ymd"),
        ("2024-03-05 09:30:00.123+01:00", "ymd"),
        ("05/03/2024, 9:30 PM", "dmy"),
        (" 05/03/2024 ", "dmy"),
    ],
)
def test_the_fifth_of_march_is_read_in_every_form(text, order):
    assert written_day(text, order) == date(2024, 3, 5)


@pytest.mark.parametrize(
    "text", ["", "yesterday", "31/02/2024", "2024", "5 Foo 2024", "1/2", "1/2/3/4", "0"]
)
def test_what_is_no_date_is_refused_with_its_text(text):
    with pytest.raises(BadValue, match="This is not a date in the form"):
        written_day(text, "dmy")


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["2024-03-04", "2024-03-25"], "ymd"),
        (["03/04/2025", "25/04/2025"], "dmy"),
        (["03/04/2025", "04/25/2025"], "mdy"),
        (["03/04/2025", "01/02/2025"], ""),
        (["03/03/2025"], "dmy"),
        (["25/04/2025", "04/25/2025"], None),
        (["5 Mar 2024"], "ymd"),
        ([], None),
    ],
)
def test_the_order_is_told_by_the_dates_themselves(texts, order):
    assert order_of(texts) == order
