"""How few pay an income."""

import pytest

from plait.wording.income.payers import payers_text
from plait.wording.words import words_for


@pytest.mark.parametrize(
    ("n_payers", "effective", "said"),
    [
        (1, 1.0, "nobody else pays you"),
        (2, 1.04, "as if nobody else paid you"),  # shown as 1
        (2, 1.05, "almost as if nobody else paid you"),
        (2, 1.49, "almost as if nobody else paid you"),
        (2, 1.5, "as spread out as if about two clients paid you equally"),
        (3, 2.17, "as spread out as if about two clients paid you equally"),
        (6, 3.88, "as spread out as if about four clients paid you equally"),
        (30, 12.6, "as spread out as if about 13 clients paid you equally"),
    ],
)
def test_a_number_of_payers_is_said_as_people_say_it(n_payers, effective, said):
    assert payers_text(words_for("en"), n_payers, effective) == said
