"""What a person sees who imports a file that is none."""

import json

import pytest

from tests.book.imports.test_hostile import REFUSED
from tests.book.statements import Paid, camt
from tests.book.tables import whole


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED.keys())
def test_an_import_of_it_ends_with_1_and_one_sentence(plait, nora, write, content):
    path = write("march", content)
    before = whole()

    answer = plait("import", path)

    assert answer.exit_code == 1
    assert answer.output.count("\n\nmarch") == 1
    assert "Nothing came in." in answer.output
    assert "Traceback" not in answer.output
    assert whole() == before


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED.keys())
def test_json_tells_the_same_as_one_problem(plait, nora, write, content):
    answer = plait("import", write("march", content), "--json")

    [told] = json.loads(answer.stdout)["files"]
    assert answer.exit_code == 1
    assert [told["read"], told["new"], told["known"]] == [0, 0, 0]
    assert [set(one) for one in told["problems"]] == [{"where", "what", "value", "fix"}]


def test_the_good_files_beside_it_come_in(plait, nora, write):
    good = write("good", camt([Paid(2, "10.00")]))

    answer = plait("import", write("bad", "Dear reader"), good)

    assert answer.exit_code == 1
    assert "Import 1: 1 new line." in answer.output
