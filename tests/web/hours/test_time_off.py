"""Days away, other weeks, travel and rest: noted, listed, removed, found in calendars."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from plait.accounts.operations import change_person
from plait.book.imports.batches import import_files
from plait.book.models import Absence, Overhead, Season
from plait.domain.roles import RoleKind
from plait.formats.source import Options, Source
from tests.web.conftest import NOW, TODAY

LEAVE = {
    "leave-kind": "leave",
    "leave-role": "",
    "leave-starts_on": "2026-12-21",
    "leave-ends_on": "2027-01-02",
    "leave-note": "",
}
SEASON = {
    "season-starts_on": "2026-12-01",
    "season-ends_on": "2026-12-31",
    "season-hours": "20,5",
}
OVERHEAD = {
    "overhead-kind": "travel",
    "overhead-hours": "2.5",
    "overhead-role": "",
    "overhead-starts_on": "2026-01-01",
    "overhead-ends_on": "",
}

TOLD = {"leave": LEAVE, "season": SEASON, "overhead": OVERHEAD}


@pytest.fixture
def note(as_nora):
    """Send one of the page's forms: `note("leave", LEAVE, ends_on="2026-12-24")`."""

    def note(name, told, **other):
        changed = {f"{name}-{field}": value for field, value in other.items()}
        return as_nora.post(reverse(name), told | changed)

    return note


@pytest.fixture
def page(as_nora):
    return lambda: as_nora.get(reverse("time_off"))


class TestNoting:
    def test_leave_lasts_through_its_last_day(self, note, page):
        answer = note("leave", LEAVE, note="The lake")

        kept = Absence.objects.get()
        assert answer["Location"] == reverse("time_off")
        assert (kept.starts_on, kept.ends_on) == (date(2026, 12, 21), date(2027, 1, 3))
        [shown] = page().context["leave"].now
        assert shown.period == "21 December 2026 to 2 January 2027"
        assert (shown.what, shown.role, shown.note) == ("Leave", "", "The lake")

    def test_leave_from_one_role_names_it(self, note, page, nora, role_of):
        role_of(nora, "Atlas")

        note("leave", LEAVE, role="atlas", kind="parental")

        [shown] = page().context["leave"].now
        assert (shown.what, shown.role) == ("Parental leave", "Atlas")

    def test_other_weeks_are_told_with_their_hours(self, note, page):
        note("season", SEASON)

        assert Season.objects.get().minutes == 1230  # 20.5 x 60
        [shown] = page().context["seasons"]
        assert shown.what == "20.5 h a week"

    def test_travel_may_go_on_without_an_end(self, note, page):
        note("overhead", OVERHEAD)

        [shown] = page().context["overheads"]
        assert (shown.what, shown.period) == (
            "Travel, 2.5 h a week",
            "From 1 January 2026",
        )

    def test_an_opportunity_has_no_days_to_be_away_from(self, page, nora, role_of):
        role_of(nora, "Atlas")
        role_of(nora, "Perhaps", kind=RoleKind.OPPORTUNITY)

        choices = dict(page().context["leave_form"].fields["role"].choices)
        assert list(choices) == ["", "atlas"]


class TestRefusing:
    @pytest.mark.parametrize(
        ("name", "field", "value", "said"),
        [
            ("leave", "ends_on", "2026-12-01", "last day lies before the first"),
            ("leave", "ends_on", "", "Enter the last day"),
            ("leave", "starts_on", "Christmas", "This is not a day"),
            ("leave", "role", "atlas", "Select a valid choice"),
            ("leave", "kind", "fun", "Select a valid choice"),
            ("leave", "note", "x" * 201, "at most 200 characters"),
            ("season", "hours", "200", "A week has 168 hours"),
            ("season", "hours", "", "Enter how many hours"),
            ("season", "hours", "-1", "without a minus"),
            ("overhead", "hours", "lots", "not a number"),
            ("overhead", "ends_on", "2025-12-31", "lies before the first"),
        ],
    )  # fmt: skip
    def test_what_cannot_be_is_said_at_its_field(self, note, name, field, value, said):
        answer = note(name, TOLD[name], **{field: value})

        form = answer.context[f"{name}_form"]
        assert answer.status_code == 422
        assert list(form.errors) == [field]
        assert said in form.errors[field][0]
        assert '<details class="more adds" open>' in answer.text
        assert not any(kind.objects.exists() for kind in (Absence, Season, Overhead))

    def test_weeks_that_overlap_are_said_at_the_first_day(self, note):
        note("season", SEASON)

        answer = note("season", SEASON, starts_on="2026-12-15", ends_on="2027-01-15")

        [error] = answer.context["season_form"].errors["starts_on"]
        assert error.startswith("Another stretch of other hours covers some")
        assert Season.objects.count() == 1

    def test_the_same_leave_twice_is_said_at_the_first_day(self, note):
        note("leave", LEAVE)

        answer = note("leave", LEAVE)

        assert "already saved" in answer.context["leave_form"].errors["starts_on"][0]
        assert Absence.objects.count() == 1

    def test_a_role_of_another_is_no_choice(self, note, charlie, role_of):
        role_of(charlie, "Atlas")

        answer = note("leave", LEAVE, role="atlas")

        assert answer.status_code == 422
        assert not Absence.objects.exists()


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [
        ("leave", Absence, "<li>21 December 2026 to 2 January 2027</li>"),
        ("season", Season, "Remove “20.5 h a week”?"),
        ("overhead", Overhead, "Remove “Travel, 2.5 h a week”?"),
    ],
)
def test_a_stretch_is_removed_after_a_question(as_nora, note, name, kind, said):
    note(name, TOLD[name])
    url = reverse(f"{name}_remove", args=[kind.objects.get().pk])

    assert said in as_nora.get(url).text
    assert kind.objects.exists()

    as_nora.post(url)
    assert not kind.objects.exists()


class TestTheSentence:
    def test_it_asks_while_nothing_is_told(self, page):
        assert page().context["sentence"].startswith("When are you away")

    def test_it_tells_the_usual_hours_and_the_next_leave(self, page, nora, note):
        change_person(viewer=nora, capacity_minutes=40 * 60)
        note("leave", LEAVE)

        told = page().context
        assert told["sentence"] == "You have 40 hours a week to give."
        assert told["next_leave"] == "Next away: 21 December 2026 to 2 January 2027."

    def test_it_tells_the_hours_of_other_weeks(self, page, note):
        note("season", SEASON, starts_on="2026-11-01", ends_on="2026-11-30")

        told = page().context["sentence"]
        assert told == "Until 30 November 2026 you have 20.5 hours a week to give."

    def test_it_tells_of_leave_that_holds_today(self, page, note):
        note("leave", LEAVE, starts_on="2026-11-20", ends_on="2026-11-22")

        assert page().context["sentence"] == "You are away until 22 November 2026."

    def test_days_away_of_long_ago_stand_apart(self, page, note):
        note("leave", LEAVE)
        note("leave", LEAVE, starts_on="2024-07-01", ends_on="2024-07-20")

        leave = page().context["leave"]
        assert [len(leave.now), len(leave.earlier)] == [1, 1]

    def test_public_holidays_are_those_of_the_country(self, page, nora):
        assert page().context["holidays"] == ""

        change_person(viewer=nora, country="NL")

        assert "25 December 2026" in page().context["holidays"]


CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//y
BEGIN:VEVENT
UID:summer
DTSTAMP:20260301T000000Z
DTSTART;VALUE=DATE:20260720
DTEND;VALUE=DATE:20260810
SUMMARY:Vakantie
END:VEVENT
BEGIN:VEVENT
UID:spring
DTSTAMP:20260301T000000Z
DTSTART;VALUE=DATE:20260504
DTEND;VALUE=DATE:20260506
SUMMARY:Vakantie
END:VEVENT
END:VCALENDAR
"""


class TestFinding:
    @pytest.fixture
    def asked(self, nora, page, tmp_path):
        """Nora's calendar tells two stretches; return what the page asks."""
        path = tmp_path / "calendar.ics"
        path.write_text(CALENDAR, "utf-8")
        zone = ZoneInfo("Europe/Amsterdam")
        import_files(
            viewer=nora,
            sources=[Source(path.name, path)],
            options=Options(today=TODAY, timezone=zone),
            now=NOW,
            titles=True,
        )
        return lambda: page().context["proposed"]

    def test_what_the_calendar_tells_is_asked(self, asked):
        assert [(one.title, one.days) for one in asked()] == [
            ("Vakantie", "4 to 5 May 2026"),
            ("Vakantie", "20 July 2026 to 9 August 2026"),
        ]

    def test_what_is_ticked_is_noted_and_asked_no_more(self, as_nora, asked):
        spring, summer = asked()

        as_nora.post(reverse("leave_found"), {"found": [summer.id]})

        kept = Absence.objects.get()
        assert (kept.starts_on, kept.ends_on) == (date(2026, 7, 20), date(2026, 8, 10))
        assert kept.note == "Vakantie"
        assert asked() == (spring,)

    def test_what_is_no_leave_is_asked_no_more(self, as_nora, asked):
        spring, summer = asked()

        as_nora.post(reverse("leave_found"), {"found": [spring.id], "none": "yes"})

        assert asked() == (summer,)
        assert not Absence.objects.exists()

    @pytest.mark.parametrize("told", [[], ["nothing"], ["1.2026-07-20"]])
    def test_what_was_not_asked_is_not_noted(self, as_nora, asked, told):
        as_nora.post(reverse("leave_found"), {"found": told})

        assert len(asked()) == 2
        assert not Absence.objects.exists()


@pytest.mark.parametrize("name", ["settings", "roles"])
def test_the_page_is_found_from_where_one_looks_for_it(as_nora, nora, role_of, name):
    role_of(nora)

    assert f'href="{reverse("time_off")}"' in as_nora.get(reverse(name)).text


class TestPartOfADay:
    def test_half_a_day_is_kept_and_shown(self, note, page):
        note("leave", LEAVE, hours="13:00-17:00")

        assert Absence.objects.get().minutes == 240
        assert "Leave, 4 h of the day" in page().text

    def test_what_is_no_part_of_a_day_is_said_beside_its_field(self, note):
        answer = note("leave", LEAVE, hours="the afternoon")

        assert answer.status_code == 422
        assert "These are not hours of a day" in answer.text
        assert not Absence.objects.exists()
