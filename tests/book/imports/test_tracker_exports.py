"""Exports of several files: named by one another, and known from other exports."""

from plait.book.models import TimeEntry
from tests.formats.solidtime_export import entry, export
from tests.formats.toggl_export import ACCOUNT, listed, workspace
from tests.formats.zips import zipped

TOGGL = (
    "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,"
    "End date,End time,Duration,Tags\n"
    "Ana,ana@a.example,Zorggroep Atlas,Budget,Review,Form,Yes,2024-03-04,09:00:00,"
    "2024-03-04,10:30:00,01:30:00,deep\n"
)

REPORT = (
    "Description,Task,Project,Client,User,Start,End,Duration,Duration (decimal),"
    "Billable,Tags\n"
    "Form,Review,Budget,Zorggroep Atlas,Ana,2024-03-04 09:00:00,"
    "2024-03-04 10:30:00,1:30:00,1.5,Yes,\n"
)


def counts(report):
    """Return per file how it was read, and how many lines were new and known."""
    return [(one.path, one.format, one.n_new, one.n_known) for one in report.files]


def test_of_a_full_export_the_entries_come_in_and_the_other_tables_are_passed_over(
    bring, write
):
    report = bring(write("export.zip", zipped(export(entry()))))

    assert counts(report) == [("export.zip › time_entries.csv", "solidtime_zip", 1, 0)]  # noqa: RUF001  # as archives name members


def test_an_entry_of_the_report_is_known_in_the_full_export(bring, write):
    # Nine o'clock in Amsterdam is eight in UTC, in winter.
    bring(REPORT)

    again = bring(write("export.zip", zipped(export(entry()))))

    assert [told[2:] for told in counts(again)] == [(0, 1)]


def test_a_full_export_that_was_unpacked_is_known_too(bring, write):
    bring(write("export.zip", zipped(export(entry()))))
    files = [write(f"in/{name}", text) for name, text in export(entry()).items()]

    again = bring(*files)

    assert [told[1:] for told in counts(again) if told[1]] == [("solidtime_zip", 0, 1)]


def test_an_entry_of_toggls_report_is_known_in_its_json(bring, write):
    bring(TOGGL)

    again = bring(write("toggl.zip", zipped(workspace(entries=listed(ACCOUNT)))))

    assert counts(again) == [("toggl.zip › entries.json", "toggl_json", 0, 1)]  # noqa: RUF001  # as archives name members


def test_a_workspace_without_hours_is_refused_once_for_the_whole_zip(bring, write):
    report = bring(write("toggl.zip", zipped(workspace())))

    [problem] = [problem for one in report.files for problem in one.problems]
    assert problem.what == (
        "These are the projects of a Toggl workspace, without any hours"
    )


def test_an_entry_of_unknown_projects_waits_under_their_numbers(bring, nora):
    bring(listed(ACCOUNT))

    [entry] = TimeEntry.objects.filter(owner=nora)

    assert entry.project == "project 401"
