import re
from pathlib import Path

import pytest

from plait.answers.findings import ranking
from plait.answers.findings.kinds import Kind

FINDINGS = Path(ranking.__file__).parent


def test_every_kind_has_a_weight_and_a_reason_that_is_a_sentence():
    assert set(ranking.RANKING) == set(Kind)
    assert all(w.reason.endswith(".") for w in ranking.RANKING.values())


def test_a_weight_grows_with_the_severity_that_its_kind_names():
    assert ranking.weight(Kind.ONE_PAYER, 0.6) == 60 + 20 * 0.6
    assert ranking.weight(Kind.WEEK_TOO_FULL, 5.5) == 95.5
    assert ranking.weight(Kind.WOULD_LAST, 12 - 7) == 60
    assert ranking.weight(Kind.OBLIGATIONS_DUE, 1.0) == 58
    assert ranking.weight(Kind.STREAM_DRY) == 62


def test_a_kind_that_always_weighs_the_same_takes_no_severity():
    with pytest.raises(TypeError, match="inbox always weighs 52"):
        ranking.weight(Kind.INBOX, 3)


@pytest.mark.parametrize("kind", list(Kind))
def test_a_severity_is_named_where_a_weight_varies_and_only_there(kind):
    weight = ranking.RANKING[kind]

    assert bool(weight.per_unit) is bool(weight.severity)


def test_weights_stand_in_the_table_alone():
    written = [
        f"{file.name}: {found}"
        for file in FINDINGS.glob("*.py")
        for found in re.findall(r"weight=(?!ranking\.weight\().*", file.read_text())
    ]

    assert written == []
