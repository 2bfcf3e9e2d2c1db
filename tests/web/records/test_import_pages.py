"""Bringing files in through the pages, from choosing them to taking them back."""

import re

import pytest
from django.urls import reverse

from plait.book.models import Batch, Mapping, Payment, Role, TimeEntry
from tests.book.tables import records
from tests.web.files import EITHER_WAY, MONZO, ONE_BAD_LINE, TABLE, TEAM, TOGGL, zipped
from tests.web.importing import Importing, words

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def at(as_nora):
    return Importing(as_nora)


def test_the_page_takes_several_files_dropped_or_chosen(at):
    page = at.client.get(reverse("import")).text

    assert 'enctype="multipart/form-data"' in page
    assert '<div class="drop">' in page
    assert '<input type="file" id="files" name="files" multiple required>' in page


def test_files_are_looked_at_before_anything_is_kept(at):
    before = records()

    page = at.choose({"monzo.csv": MONZO})

    assert "Cancel" not in words(page)  # a link would ask for what takes a button
    assert "3 new lines would come in." in words(page)
    assert "monzo.csv Monzo" in words(page)
    assert "lines read 3 new 3 already known 0" in words(page)
    assert "Nothing is saved yet." in words(page)
    assert records() == before


def test_a_calendar_whose_titles_stay_out_is_named_before_anything_comes_in(at):
    event = "BEGIN:VEVENT\nUID:1\nDTSTART:20261102T090000\nDURATION:PT1H\n"
    calendar = f"BEGIN:VCALENDAR\n{event}SUMMARY:Jo, knee\nEND:VEVENT\nEND:VCALENDAR"

    page = words(at.choose({"Practice.ics": calendar}))

    assert "Of the events of Practice only the times are kept" in page


def test_several_files_come_in_together_and_are_sorted_in_the_inbox(at):
    page = at.choose({"monzo.csv": MONZO, "toggl.csv": TOGGL})
    told = words(page)
    after = at.confirm()

    assert "5 new lines would come in." in told
    assert "3 payments 2 time entries" in told
    assert "5 new lines came in." in words(after)
    assert after.redirect_chain[-1][0] == reverse("inbox")
    assert (Payment.objects.count(), TimeEntry.objects.count()) == (3, 2)
    assert Batch.objects.count() == 1


def test_the_import_brings_what_the_preview_announced(at):
    announced = words(at.choose({"bad.csv": ONE_BAD_LINE}))
    at.confirm()
    page = at.client.get(reverse("import_one", args=[1]))

    assert "2 new lines would come in." in announced
    for counts in ("lines read 2 new 2 already known 0 to check 1", "31/04/2026"):
        assert counts in announced
        assert counts in words(page)


def test_a_bad_line_is_shown_with_its_place_its_value_and_what_to_do(at):
    page = words(at.choose({"bad.csv": ONE_BAD_LINE}))

    assert "These lines are left out; the others come in." in page
    assert (
        "line 3 This is not a date in the form that the file uses 31/04/2026 "
        "Correct the date in the file, or export it again."
    ) in page


def test_the_same_file_again_adds_nothing_and_says_so(at):
    at.choose({"monzo.csv": MONZO})
    at.confirm()

    page = words(at.choose({"again.csv": MONZO}))

    assert "All of this is already in your book." in page
    assert "Import this" not in page
    assert "Back to import" in page


LINKEDIN = (
    "Company Name,Title,Started On,Finished On\n"
    "House,Trainer,Jan 2020,\n"
    "Ward,Nurse,Jan 2012,Aug 2019\n"
)


def ticks(page):
    found = re.findall(r'name="position" value="(\w+)"[^>]*?( checked)?>', page.text)
    return {key: bool(checked) for key, checked in found}


def test_positions_are_ticked_where_they_run_and_the_ticked_ones_become_roles(at):
    page = at.choose({"Positions.csv": LINKEDIN})
    running, over = ticks(page)
    at.confirm(has_positions="1", position=[over])

    assert "2 positions were found: choose which become roles." in words(page)
    assert "Nurse Ward January 2012 to August 2019" in words(page)
    assert ticks(page) == {running: True, over: False}
    assert list(Role.objects.values_list("name", "batch__number")) == [("Nurse", 1)]


def test_the_same_positions_again_leave_the_others_to_choose_from(at):
    at.choose({"Positions.csv": LINKEDIN})
    at.confirm()
    page = at.choose({"Positions.csv": LINKEDIN})
    (over,) = ticks(page)
    at.confirm(has_positions="1", position=[over])

    assert sorted(Role.objects.values_list("name", flat=True)) == ["Nurse", "Trainer"]
    assert "already known 1" in words(page)


def test_no_position_ticked_makes_no_role(at):
    at.choose({"Positions.csv": LINKEDIN})
    at.confirm(has_positions="1")

    assert not Role.objects.exists()


def test_an_archive_is_opened_and_each_file_in_it_shown(at):
    page = words(at.choose({"all.zip": zipped({"a/m.csv": MONZO, "t.csv": TOGGL})}))

    assert "5 new lines would come in." in page
    assert "all.zip › a/m.csv" in page  # noqa: RUF001  # a typographic arrow
    assert "all.zip › t.csv" in page  # noqa: RUF001  # the same


def test_a_file_that_cannot_be_read_does_not_keep_the_others_out(at):
    page = words(at.choose({"photo.jpg": b"\xff\xd8\xff\xe0", "monzo.csv": MONZO}))

    assert "3 new lines would come in." in page
    assert "photo.jpg" in page


def test_dates_that_may_be_read_both_ways_wait_for_a_word(at):
    first = words(at.choose({"clockify.csv": EITHER_WAY}))
    page = at.say(dates="day-first")

    assert "2 new lines would come in." not in first
    assert "Read the files differently" in first
    assert "2 new lines would come in." in words(page)
    at.confirm()
    days = TimeEntry.objects.order_by("on").values_list("on", flat=True)
    assert [day.isoformat() for day in days] == ["2026-04-03", "2026-05-04"]


def test_dates_are_read_the_other_way_where_the_person_says_so(at):
    at.choose({"clockify.csv": EITHER_WAY})
    at.say(dates="month-first")
    at.confirm()

    days = TimeEntry.objects.order_by("on").values_list("on", flat=True)

    assert [day.isoformat() for day in days] == ["2026-03-04", "2026-04-05"]


def test_where_nothing_can_come_in_the_ways_to_read_differently_stand_open(at):
    page = at.choose({"clockify.csv": EITHER_WAY})

    assert '<details class="more section" open>' in page.text


def test_what_was_said_stays_said_on_the_page(at):
    at.choose({"clockify.csv": EITHER_WAY})

    page = at.say(dates="month-first", person="Nora Vis")

    assert '<option value="month-first" selected>' in page.text
    assert 'value="Nora Vis"' in page.text


def test_of_a_teams_hours_only_the_persons_own_come_in(at):
    first = words(at.choose({"team.csv": TEAM}))
    page = at.say(person="nora@vis.example")
    at.confirm()

    assert "3 new lines would come in." not in first
    assert "2 new lines would come in." in words(page)
    assert set(TimeEntry.objects.values_list("person", flat=True)) == {"Nora Vis"}


def test_all_of_a_file_can_be_given_to_one_role(at, nora, role_of):
    role = role_of(nora)
    at.choose({"monzo.csv": MONZO})

    at.say(role=role.key)
    at.confirm()

    assert set(Payment.objects.values_list("role", flat=True)) == {role.pk}


def test_a_role_removed_in_the_meantime_stops_the_import_in_words(at, nora, role_of):
    role = role_of(nora)
    at.choose({"monzo.csv": MONZO})
    at.say(role=role.key)
    role.delete()

    page = words(at.confirm())

    assert "The import stopped; your book is as it was." in page
    assert "There is no role of that name: atlas." in page
    assert not Payment.objects.exists()


COLUMNS = {
    "name": "Income list",
    "date_order": "dmy",
    "decimal_mark": ",",
    "column_0": "date",
    "column_1": "payer",
    "column_2": "amount",
}


def test_an_unknown_table_asks_for_its_columns_once_and_then_comes_in(at):
    first = at.choose({"lijst.csv": TABLE})
    asked = reverse("import_columns", args=[at.token, 0])
    page = at.client.get(asked)

    answer = at.client.post(asked, COLUMNS)
    preview = at.waited(answer["Location"])
    at.confirm()
    again = at.choose({"later.csv": TABLE.replace("20-11", "19-11")})

    assert f'href="{asked}"' in first.text
    assert "What do the columns of lijst.csv mean?" in words(page)
    assert "20-11-2026 21-10-2026" in words(page)
    assert "2 new lines would come in." in words(preview)
    assert Mapping.objects.get().name == "Income list"
    held = Payment.objects.order_by("pk").values_list("amount_minor", flat=True)
    assert list(held) == [1250, 1725]
    assert "1 new line would come in." in words(again)


def test_the_first_lines_stand_there_as_they_would_come_in(at):
    at.choose({"lijst.csv": TABLE})

    page = at.client.get(reverse("import_columns", args=[at.token, 0]))

    assert "How it comes in" in words(page)
    assert "20 November 2026 +€12.50" in words(page)


def test_the_first_lines_follow_what_is_chosen_and_nothing_is_kept(at):
    table = "Date;Text;One;Two;State\n" + "".join(
        f"2026-11-{day};Kiosk;1,50;\u2212{day}.00;{state}\n"
        for day, state in ((20, "Done"), (21, "Pending"))
    )
    at.choose({"lijst.csv": table})
    shown = reverse("import_columns_preview", args=[at.token, 0])
    chosen = {"column_0": "date", "column_1": "payer", "column_3": "amount"}

    page = at.client.post(shown, {**chosen, "column_4": "status"})
    all_count = at.client.post(
        shown,
        {
            **chosen,
            "column_4": "status",
            "seen_status": "4",
            "counts": ["Done", "Pending"],
        },
    )

    assert "20 November 2026 -€20.00 Kiosk" in words(page)
    assert "21 November 2026 -€21.00" not in words(page)
    assert "21 November 2026 -€21.00" in words(all_count)
    assert not Mapping.objects.exists()


def test_a_card_that_lists_what_was_spent_is_turned_and_turned_back(at):
    card = "Date,Text,Card Member,Amount\n2026-11-20,BOOKS,R VALE,18.25\n"
    at.choose({"card.csv": card})
    asked = reverse("import_columns", args=[at.token, 0])
    shown = reverse("import_columns_preview", args=[at.token, 0])
    chosen = {"column_0": "date", "column_1": "payer", "column_3": "amount"}

    proposed = at.client.get(asked)
    turned = at.client.post(shown, {**chosen, "seen_amount": "3"})

    assert "20 November 2026 -€18.25 BOOKS" in words(proposed)
    assert "20 November 2026 +€18.25 BOOKS" in words(turned)


def test_columns_that_make_no_line_say_why(at):
    at.choose({"lijst.csv": TABLE})
    shown = reverse("import_columns_preview", args=[at.token, 0])

    page = at.client.post(shown, {"column_0": "date"})

    assert "A column that is needed has not been told" in words(page)


def test_a_mapping_without_a_date_is_refused_beside_the_form(at):
    at.choose({"lijst.csv": TABLE})
    asked = reverse("import_columns", args=[at.token, 0])

    page = at.client.post(asked, COLUMNS | {"column_0": ""})

    assert page.status_code == 200
    assert 'role="alert"' in page.text
    assert not Mapping.objects.exists()


@pytest.mark.parametrize("content", [b"\0" * 300, b"\xff\xd8\xff\xe0", b"", b"{}"])
def test_what_has_no_columns_is_not_asked_for_them(at, content):
    page = at.choose({"photo.csv": content})

    assert "Name its columns" not in words(page)


def test_two_unknown_tables_of_one_name_are_told_apart(at):
    other = "Wanneer;Wat;Hoeveel\n2026-10-01;Kring West;3,50\n"
    files = [("lijst.csv", TABLE), ("lijst.csv", other)]
    page = at.choose(dict([files[0]]) | {"sub/lijst.csv": files[1][1]})

    shown = at.client.get(reverse("import_columns", args=[at.token, 1]))

    assert "lijst (2).csv" in words(page)
    assert f"{at.url('import_preview')}columns/1/" in page.text
    assert "What do the columns of lijst (2).csv mean?" in words(shown)
    assert "Kring West" in words(shown)


def test_columns_of_a_file_that_was_not_chosen_are_nowhere(at):
    at.choose({"lijst.csv": TABLE})

    answer = at.client.get(reverse("import_columns", args=[at.token, 7]))

    assert answer.status_code == 404


def test_no_file_chosen_is_said_in_words(at):
    page = at.choose({})

    assert page.status_code == 200
    assert "Choose at least one file." in words(page)


def test_more_than_two_hundred_files_are_refused_in_words(at):
    page = at.choose({f"{n}.csv": "a" for n in range(201)})

    assert "At most 200 files at a time; put them in a zip." in words(page)


def test_two_hundred_files_are_read(at):
    page = at.choose({f"{n}.csv": MONZO for n in range(200)})

    # The first brings the three lines, and each of the others knows them.
    assert "3 new lines would come in." in words(page)
    assert page.text.count('class="file"') == 200


def test_an_import_is_taken_back_whole_and_may_come_in_again(at):
    at.choose({"monzo.csv": MONZO})
    at.confirm()
    undo = reverse("import_undo", args=[1])

    question = words(at.client.get(undo))
    after = words(at.client.post(undo, follow=True))
    again = words(at.choose({"monzo.csv": MONZO}))

    assert "Undo the import of 20 November 2026" in question
    assert "3 lines are removed, with the roles they were given." in question
    assert "Import 1 is undone: 3 lines removed." in after
    assert not Payment.objects.exists()
    assert "3 new lines would come in." in again


def test_taking_an_import_back_twice_is_said_in_words(at):
    at.choose({"monzo.csv": MONZO})
    at.confirm()
    undo = reverse("import_undo", args=[1])
    at.client.post(undo)

    page = at.client.post(undo, follow=True)

    assert "This import was undone before" in words(page)


def test_the_history_tells_what_came_and_what_stayed_out(at):
    empty = words(at.client.get(reverse("imports")))
    at.choose({"bad.csv": ONE_BAD_LINE, "toggl.csv": TOGGL})
    at.confirm()

    page = words(at.client.get(reverse("imports")))

    assert "Nothing has been imported yet." in empty
    assert "bad.csv toggl.csv 4 new lines 1 line left out" in page


def test_the_preview_asks_for_a_currency_that_no_file_says(at):
    qif = "!Type:Bank\nD22/03/2026\nT950.00\nPRiverside\n^\n"

    asked = at.choose({"own.qif": qif})
    assert "does not say which currency" in asked.text
    assert '<details class="more section" open>' in asked.text  # the field to say it

    at.say(currency="GBP")
    at.confirm()
    assert Payment.objects.get().currency == "GBP"
