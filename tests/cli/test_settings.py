"""plait settings: the same as the page, by name."""

import pytest

from plait.cli.commands.book.settings import NAMES
from plait.web.forms.safety.savings import CushionForm
from plait.web.forms.settings import SettingsForm


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
        ("savings", "12000,50", ("savings_minor", 1_200_050)),
        ("floor", "2400", ("floor_minor", 240_000)),
        ("floor", "", ("floor_minor", None)),
        ("set_aside", "0.3", ("set_aside", 300)),
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


def test_savings_keep_their_number_in_another_currency(plait, nora):
    plait("settings", "set", "savings", "12000")
    answer = plait("settings", "set", "savings_currency", "JPY")

    nora.refresh_from_db()
    assert (nora.savings_minor, nora.savings_currency) == (12_000, "JPY")
    assert answer.exit_code == 0


def test_the_command_has_every_setting_of_the_pages_and_no_other():
    of_pages = {
        *SettingsForm.base_fields,
        *CushionForm.base_fields,
    }
    as_of_the_command = {
        "capacity": "capacity_hours",
        "has_shortcuts": "shortcuts",
    }
    # Both forms ask a currency: the home currency, and that of savings.
    named = {as_of_the_command.get(name, name) for name in of_pages}

    assert named | {"savings_currency"} == set(NAMES)


def test_dates_and_times_of_a_command_follow_the_setting(plait, nora):
    plait("settings", "set", "clock", "12")

    assert "Sunday at 7:00 pm" in plait("reminders").output
