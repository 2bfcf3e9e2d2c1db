"""plait worktime: a book's hours against the law, as text and as JSON."""

import json

import pytest

from plait.accounts.operations import change_person
from plait.domain.roles import RoleKind
from tests.tell_tales import english_in

TOGGL = (
    "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,"
    "End date,End time,Duration,Tags,Amount (EUR)\n"
)


def entry(day: str, start: str, end: str) -> str:
    hours = int(end[:2]) - int(start[:2])
    return (
        f"Nora,nora@example.com,,Work,,,No,{day},{start}:00,{day},{end}:00,"
        f"{hours:02}:00:00,,\n"
    )


@pytest.fixture
def late_and_early(bring, nora, role_of):
    """Nora works for two employers, late for the one and early for the other."""
    school, cafe = (
        role_of(nora, name, kind=RoleKind.EMPLOYMENT) for name in ("School", "Cafe")
    )
    bring(TOGGL + entry("2026-11-16", "14:00", "22:00"), role=cafe)
    bring(TOGGL + entry("2026-11-17", "08:00", "12:00"), role=school)
    return nora


@pytest.fixture
def asked(plait, late_and_early):
    """Ask with the date of the tests: `asked("--rules", "nl")`."""

    def asked(*words):
        return plait("worktime", "--on", "2026-11-20", *words)

    return asked


def lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines()]


def test_a_rule_is_a_line_with_its_verdict_figure_and_days(asked):
    told = " ".join(asked("--rules", "nl").output.split())

    assert (
        "NL-5 over the limit At least 11 hours of rest in a row in each 24 hours. 10 hours, at"
        " least 11; 16 to 17 November 2026; Cafe House and School House; unless its"
        " exception applies to your work."
    ) in told


def test_the_worst_stand_first(asked):
    table = asked("--rules", "nl").output.partition("Beside the law")[0]
    rules = [line for line in lines(table) if line.startswith("NL-")]

    verdicts = [line.split()[1] for line in rules]
    order = ["over", "near", "within", "not"]
    assert verdicts == sorted(verdicts, key=order.index)
    assert verdicts[0] == "over"


def test_a_period_is_judged_by_its_own_days(asked):
    october = json.loads(asked("--rules", "nl", "--period", "2026-10", "--json").stdout)
    november = json.loads(
        asked("--rules", "nl", "--period", "2026-11", "--json").stdout
    )
    refused = asked("--period", "2026-11", "--since", "2026-11-05")

    assert (october["since"], october["on"]) == ("2026-10-01", "2026-10-31")
    assert (november["since"], november["on"]) == ("2026-11-01", "2026-11-20")
    assert "over" not in {rule["verdict"] for rule in october["verdicts"]}
    assert "over" in {rule["verdict"] for rule in november["verdicts"]}
    assert refused.exit_code == 2
    assert "leave out --period" in refused.output


def test_it_is_said_that_this_is_no_legal_advice(asked):
    assert "not legal advice" in asked("--rules", "nl").output


def test_sources_and_what_is_not_covered_stand_behind_verbose(asked):
    short, long = (asked("--rules", "de", *w).output for w in ((), ("--verbose",)))

    assert "lexetius.de/ArbZG/3" not in short
    assert "lexetius.de/ArbZG/3 (looked up, in force since 1994-07-01)" in " ".join(
        long.split()
    )
    assert "Jugendarbeitsschutzgesetz" in long
    assert "DE-5" not in short


def test_duties_are_told_without_being_asked_for(asked):
    assert "NL-11 With more than one employer" in "\n".join(
        lines(asked("--rules", "nl").output)
    )


def test_rules_for_the_young_are_not_shown_to_an_adult(asked):
    assert "NL-13" not in asked("--rules", "nl").output
    assert "NL-13a" in asked("--rules", "nl", "--verbose").output


def test_in_the_uk_it_is_advice(asked):
    told = " ".join(asked("--rules", "uk").output.split())

    assert "UK-7a over in total, allowed" in told
    assert (
        "each employer keeps to it, all together they do not; the law allows that"
        in told
    )


def test_the_law_is_that_of_the_persons_country(asked, late_and_early):
    late_and_early.country = "FR"
    late_and_early.save(update_fields=["country"])

    assert "Working time, France: up to 20 November 2026" in asked().output


def test_without_a_country_the_answer_says_how_to_name_the_law(asked):
    answer = asked()

    assert answer.exit_code == 2
    assert "Which country's working-time law holds is not known." in answer.output
    assert "Choose one with --rules" in answer.output


def test_json_tells_the_days_judged_and_every_rule(asked, as_json):
    told = as_json("worktime", "--on", "2026-11-20", "--rules", "nl")

    assert (told["since"], told["on"]) == ("2025-11-20", "2026-11-20")
    assert len(told["verdicts"]) == 25
    assert told["guardrail"]["id"] == "HEALTH-1"
    assert told["disclaimer"].startswith("This is a reading of public sources")


def test_days_judged_can_be_told(asked, as_json):
    told = as_json(
        "worktime", "--on", "2026-11-20", "--since", "2020-01-01", "--rules", "nl"
    )

    assert told["since"] == "2020-01-01"


def test_hours_without_a_role_are_named(asked, bring):
    bring(TOGGL + entry("2026-11-18", "09:00", "12:00").replace("Work", "Other"))

    assert (
        "3 hours have no role yet and count for no law" in asked("--rules", "nl").output
    )


def test_a_time_zone_is_for_tables_only(asked):
    answer = asked("--rules", "nl", "--timezone", "Europe/Paris")

    assert answer.exit_code == 2
    assert "A book knows its time zone: Europe/Paris." in answer.output


def test_a_date_far_back_has_nothing_to_judge(plait, late_and_early):
    answer = plait("worktime", "--rules", "nl", "--on", "1900-01-01")

    assert answer.exit_code == 0
    assert "No hours are known" in answer.output


def test_the_page_speaks_the_language_of_its_person(asked, late_and_early):
    change_person(viewer=late_and_early, country="NL", language="nl")

    page = asked("--verbose").output

    assert "Werktijden, Nederland: tot en met 20 november 2026" in page
    assert english_in(page) == []
