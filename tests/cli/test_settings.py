"""plait settings: the same as the page, by name."""

import pytest


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("language", "nl", ("language", "nl")),
        ("capacity_hours", "37,5", ("capacity_minutes", 2250)),
        ("capacity_hours", "", ("capacity_minutes", None)),
        ("numbers", "1.234,56", ("numbers", "1.234,56")),
        ("hidden_findings", "tax,law", ("hidden_findings", "tax,law")),
        ("country", "DE", ("country", "DE")),
        ("shortcuts", "off", ("has_shortcuts", False)),
        ("theme", "dark", ("theme", "dark")),
        ("travel_minutes", "20", ("travel_minutes", 20)),
    ],
)
def test_a_setting_is_changed_by_its_name(plait, nora, name, value, kept):
    answer = plait("settings", "set", name, value)

    nora.refresh_from_db()
    assert answer.exit_code == 0, answer.output
    column, expected = kept
    assert getattr(nora, column) == expected


@pytest.mark.parametrize(
    ("name", "value"),
    [("language", "fr"), ("name", ""), ("theme", "pink"), ("dates", "1/1"), ("x", "y")],
)
def test_what_cannot_be_is_refused_and_changes_nothing(plait, nora, name, value):
    before = (nora.language, nora.name, nora.theme, nora.dates)

    answer = plait("settings", "set", name, value)

    nora.refresh_from_db()
    assert answer.exit_code == 2
    assert (nora.language, nora.name, nora.theme, nora.dates) == before


def test_dates_and_times_of_a_command_follow_the_setting(plait, nora):
    plait("settings", "set", "clock", "12")

    assert "Sunday at 7:00 pm" in plait("reminders").output
