"""The year of events that is measured is worked out alike in both ways."""

import pytest

from bench.calendars import calendars, expand


@pytest.mark.slow
def test_both_ways_find_the_same_occurrences(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(calendars, "N_EVENTS", 600)
    file = tmp_path / "year.ics"
    calendars.write(file)
    answers = []

    for way in ("plait", "plain"):
        monkeypatch.setattr("sys.argv", ["expand", way, str(file)])
        expand.main()
        answers.append(capsys.readouterr().out)

    n = int(answers[0].split()[0])
    assert answers[0] == answers[1]
    assert n > 600  # those that repeat come more than once
