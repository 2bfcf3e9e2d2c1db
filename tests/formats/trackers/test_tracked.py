"""What holds for every time tracker's export."""

import pytest

from plait.domain.records import TimeLine
from plait.formats import registry
from plait.formats.source import Unreadable
from plait.formats.trackers import clockify, harvest, kimai, solidtime, toggl

TRACKERS = {
    module.NAME: module for module in (toggl, clockify, harvest, kimai, solidtime)
}
SAMPLES = {
    "toggl": "User,Email,Client,Project,Task,Description,Billable,Start date,"
    "Start time,End date,End time,Duration,Tags\n"
    "Ana,a@a.example,Kolk,Site,Build,Form,Yes,2024-03-14,09:00:00,2024-03-14,"
    "10:00:00,01:00:00,\n",
    "clockify": "Project,Client,Description,Task,User,Group,Email,Tags,Billable,"
    "Start Date,Start Time,End Date,End Time,Duration (h),Duration (decimal)\n"
    "Site,Kolk,Form,Build,Ana,,a@a.example,,Yes,03/14/2024,9:00 AM,03/14/2024,"
    "10:00 AM,01:00:00,1.00\n",
    "harvest": "Date,Client,Project,Project Code,Task,Notes,Hours,Billable?,"
    "Invoiced?,First Name,Last Name,Roles\n"
    "2024-03-14,Kolk,Site,,Build,Form,1.0,Yes,No,Ana,Reyes,\n",
    "kimai": "Date,From,To,Duration,User,Customer,Project,Activity,Description\n"
    "2024-03-14,09:00,10:00,1:00,ana,Kolk,Site,Build,Form\n",
    "solidtime": "Description,Task,Project,Client,User,Start,End,Duration,"
    "Duration (decimal),Billable,Tags\n"
    "Form,Build,Site,Kolk,Ana,2024-03-14 09:00:00,2024-03-14 10:00:00,1:00:00,1,Yes,\n",
}


@pytest.mark.parametrize("name", SAMPLES)
def test_an_export_is_claimed_by_its_own_tracker_alone(a_file, name):
    source = a_file(SAMPLES[name])

    claimed = {other for other, module in TRACKERS.items() if module.recognise(source)}

    assert claimed == {name}


@pytest.mark.parametrize("name", SAMPLES)
def test_every_tracker_is_found_by_its_content(a_file, options, name):
    assert name == registry.format_of(a_file(SAMPLES[name]), options).NAME


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_hour_is_the_same_whoever_tracked_it(a_file, options, name):
    [entry] = TRACKERS[name].read(a_file(SAMPLES[name]), options)

    assert (entry.seconds, str(entry.on), entry.line) == (3600, "2024-03-14", 2)
    assert (entry.client, entry.project) == ("Kolk", "Site")
    assert (entry.task, entry.description) == ("Build", "Form")


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_every_encoding_is_read(a_file, options, name, encoding):
    text = SAMPLES[name].replace("Kolk", "Kölk")

    [entry] = TRACKERS[name].read(a_file(text, encoding), options)

    assert entry.client == "Kölk"


@pytest.mark.parametrize("name", SAMPLES)
def test_a_spreadsheet_program_may_have_written_semicolons(a_file, options, name):
    source = a_file(SAMPLES[name].replace(",", ";"))

    assert TRACKERS[name].recognise(source)
    assert len(list(TRACKERS[name].read(source, options))) == 1


@pytest.mark.parametrize("name", SAMPLES)
def test_a_heading_alone_holds_no_entries(a_file, options, name):
    source = a_file(SAMPLES[name].splitlines(keepends=True)[0])

    assert list(TRACKERS[name].read(source, options)) == []


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("content", ["", "\n\n", "<html></html>", b"\x00\xff\xfe\x80"])
def test_what_is_no_export_is_not_recognised_and_refused(
    a_file, options, name, content
):
    source = a_file(content)

    assert not TRACKERS[name].recognise(source)
    with pytest.raises(Unreadable, match="names the columns"):
        list(TRACKERS[name].read(source, options))


@pytest.mark.parametrize("name", SAMPLES)
def test_wherever_the_file_breaks_off_the_entries_above_are_kept(a_file, options, name):
    heading, row = SAMPLES[name].splitlines(keepends=True)

    for cut in range(1, len(row) - 1):
        first, *rest = TRACKERS[name].read(a_file(heading + row + row[:cut]), options)

        assert isinstance(first, TimeLine)
        assert all(line.line == 3 for line in rest if isinstance(line, TimeLine))


def lines_or_refusal(module, source, options):
    try:
        found = list(module.read(source, options))
    except Unreadable as refused:
        return refused.what
    return [line.line for line in found if isinstance(line, TimeLine)]


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("rubbish", ['"', "25:61", "0202-01-01", "\x00", "=1+1", "-1"])
def test_rubbish_in_any_cell_never_costs_the_other_rows(a_file, options, name, rubbish):
    heading, row = SAMPLES[name].splitlines()
    cells = row.split(",")
    for at in range(len(cells)):
        bad = ",".join((*cells[:at], rubbish, *cells[at + 1 :]))
        source = a_file(f"{heading}\n{row}\n{bad}\n{row}\n")

        found = lines_or_refusal(TRACKERS[name], source, options)

        # In the name or the address, rubbish is one more person.
        assert found in (
            [2, 4],
            [2, 3, 4],
            "This export holds the hours of several people",
        )
