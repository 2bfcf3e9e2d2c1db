from datetime import date

import pytest

from plait.domain.period import Period
from plait.domain.roles import RoleKind
from plait.formats.cv.positions import proposed_kind, stretch, years_held
from plait.formats.values import BadValue


@pytest.mark.parametrize(
    "text",
    [
        "Mar 2024",
        "March 2024",
        "mrt 2024",
        "maart 2024",
        "Mär. 2024",
        "März 2024",
        "Mrz 2024",
        "mars 2024",
        "marzo 2024",
        "2024-03",
        "03/2024",
        "3.2024",
    ],
)
def test_a_month_is_read_in_the_language_it_is_written_in(text):
    assert stretch(text) == Period(date(2024, 3, 1), date(2024, 4, 1))


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("mei 2024", 5),
        ("Mai 2024", 5),
        ("juin 2024", 6),
        ("juil. 2024", 7),
        ("août 2024", 8),
        ("okt. 2024", 10),
        ("Dez 2024", 12),
        ("déc. 2024", 12),
        ("févr. 2024", 2),
    ],
)
def test_short_and_accented_months_are_told_apart(text, month):
    assert stretch(text).start == date(2024, month, 1)


@pytest.mark.parametrize("text", ["01 Jan 2024", "1. Januar 2024", "2024-01-01"])
def test_a_day_lasts_one_day(text):
    assert stretch(text) == Period(date(2024, 1, 1), date(2024, 1, 2))


def test_a_year_lasts_until_the_next():
    assert stretch("2024") == Period(date(2024, 1, 1), date(2025, 1, 1))


@pytest.mark.parametrize(
    "text", ["", "soon", "Jan 24", "31 Feb 2024", "13/2024", "0001", "9999", "Foo 2024"]
)
def test_what_is_no_date_is_refused_with_its_value(text):
    with pytest.raises(BadValue, match="not a year, month or day") as refused:
        stretch(text)

    assert refused.value.value == text


def test_an_end_month_is_counted_in():
    # To the end of March, so up to but not including 1 April.
    assert years_held("Jan 2024", "Mar 2024").end == date(2024, 4, 1)


@pytest.mark.parametrize("ended", ["", "  ", "Present", "heden", "Heute"])
def test_without_an_end_it_still_runs(ended):
    assert years_held("2023", ended) == Period(date(2023, 1, 1), None)


def test_begun_and_ended_in_one_month_is_a_month():
    assert years_held("Jan 2024", "Jan 2024") == stretch("Jan 2024")


def test_an_end_before_the_start_is_refused():
    with pytest.raises(BadValue, match="The end comes before the start"):
        years_held("Mar 2024", "Jan 2024")


def test_no_start_is_refused():
    with pytest.raises(BadValue, match="not said when this began"):
        years_held("", "Jan 2024")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Board member", RoleKind.BOARD),
        ("Trustee", RoleKind.BOARD),
        ("Volunteer board treasurer", RoleKind.BOARD),
        ("Non-Executive Director", RoleKind.BOARD),
        ("Bestuurslid", RoleKind.BOARD),
        ("Algemeen bestuur", RoleKind.BOARD),
        ("Lid Raad van Toezicht", RoleKind.BOARD),
        ("Mitglied des Beirats", RoleKind.BOARD),
        ("Vorstandsmitglied", RoleKind.BOARD),
        ("Mentor for new nurses", RoleKind.MENTORING),
        ("Mentorin", RoleKind.MENTORING),
        ("Volunteer driver", RoleKind.VOLUNTEERING),
        ("Vrijwilliger", RoleKind.VOLUNTEERING),
        ("Ehrenamtliche Helferin", RoleKind.VOLUNTEERING),
        ("Co-founder", RoleKind.VENTURE),
        ("Eigenaar", RoleKind.VENTURE),
        ("Gründerin", RoleKind.VENTURE),
        ("Freelance trainer", RoleKind.CONTRACT),
        ("ZZP'er", RoleKind.CONTRACT),
        ("Interim manager", RoleKind.CONTRACT),
        ("Selbstständige Beraterin", RoleKind.CONTRACT),
        ("Student", RoleKind.STUDY),
        ("Studentin", RoleKind.STUDY),
        ("Practice manager", RoleKind.EMPLOYMENT),
    ],
)
def test_words_of_a_title_propose_a_kind(title, kind):
    assert proposed_kind(title) == kind


@pytest.mark.parametrize(
    "title",
    [
        "Product Owner",
        "Proceseigenaar",
        "Onboarding specialist",
        "Dashboard developer",
        "Bestuursadviseur",
        "Adviseur openbaar bestuur",
        "Agile coach",
        "Student affairs officer",
        "Werkstudent",
        "Contract manager",
        "",
    ],
)
def test_a_word_inside_another_proposes_nothing(title):
    assert proposed_kind(title) == RoleKind.EMPLOYMENT


@pytest.mark.parametrize("organisation", ["Freelance", "Self-employed", "Zelfstandig"])
def test_working_for_oneself_written_as_the_employer_is_a_contract(organisation):
    assert proposed_kind("Translator", organisation) == RoleKind.CONTRACT
