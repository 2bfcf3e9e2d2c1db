from datetime import date
from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.domain.reach import FIRST_DAY, LAST_DAY
from plait.domain.selection import (
    RecordKind,
    RecordOrder,
    RecordState,
    Selection,
    UnknownSelection,
    Way,
    selection_from,
)

WORDS = st.text("aZ9 &=?#%+é漢/", max_size=12).map(str.strip)


@given(
    st.builds(
        Selection,
        kind=st.sampled_from(RecordKind),
        role=WORDS,
        payer=WORDS,
        start=st.none() | st.dates(FIRST_DAY, LAST_DAY),
        end=st.none() | st.dates(FIRST_DAY, LAST_DAY),
        state=st.none() | st.sampled_from(RecordState),
        currency=st.sampled_from(["", "EUR", "UAH"]),
        account=WORDS,
        source=WORDS,
        way=st.none() | st.sampled_from(Way),
        text=WORDS,
        rule=st.integers(0, 10**17),
        order=st.sampled_from(RecordOrder),
    )
)
def test_a_selection_is_the_same_after_its_query(selection):
    words = dict(parse_qsl(urlencode(selection.to_words())))

    assert selection_from(words) == selection


def test_a_query_holds_what_narrows_and_nothing_else():
    selection = Selection(
        RecordKind.PAYMENTS, payer="De Linde B.V.", start=date(2026, 1, 1)
    )

    assert urlencode(selection.to_words()) == (
        "kind=payments&payer=De+Linde+B.V.&from=2026-01-01"
    )


def test_without_a_word_it_is_all_payments():
    assert selection_from({}) == Selection(RecordKind.PAYMENTS)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ({"kind": "lists"}, "There is no such list of records: lists."),
        ({"state": "gone"}, "Choose one of: waiting, assigned, private."),
        ({"from": "June"}, "This is not a date: June. Write it as 2026-06-30."),
        ({"to": "0001-01-01"}, "not between the years 1900 and 2199: 0001-01-01."),
    ],
)
def test_a_word_that_stands_for_nothing_is_refused_with_what_to_write(words, sentence):
    with pytest.raises(UnknownSelection) as refused:
        selection_from(words)

    assert sentence in str(refused.value)
