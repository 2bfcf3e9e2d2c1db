"""How few pay an income."""

import pytest

from plait.wording.payers import payers_text
from plait.wording.words import words_for


@pytest.mark.parametrize(
    ("n_payers", "effective", "said"),
    [
        (1, 1.0, "nobody else pays you"),
        (2, 1.04, "as if nobody else paid you"),  # shown as 1
        (2, 1.05, "as if 1.1 equal payers"),
        (3, 2.17, "as if 2.2 equal payers"),
    ],
)
def test_a_number_of_payers_is_said_as_people_say_it(n_payers, effective, said):
    assert payers_text(words_for("en"), n_payers, effective) == said
