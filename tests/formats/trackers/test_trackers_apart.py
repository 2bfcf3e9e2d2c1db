"""Each tracker's file is claimed by its own reader and by no other, whatever is in it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plait.domain.errors import Problem
from plait.domain.records import TimeLine
from plait.formats import registry
from plait.formats.source import Unreadable
from tests.formats import solidtime_export
from tests.formats.toggl_export import ACCOUNT, OLD_REPORT, REPORT, listed, old_report
from tests.formats.trackers import test_solidtime, test_toggl
from tests.formats.trackers.test_timewarrior import LINE, ONE, exported

SAMPLES = {
    "toggl": test_toggl.HEADING + test_toggl.row(),
    "clockify": (
        '"Project","Client","Description","Task","User","Group","Email","Tags",'
        '"Billable","Start Date","Start Time","End Date","End Time","Duration (h)"\n'
    ),
    "harvest": "Date,Client,Project,Project Code,Task,Notes,Hours,First Name,Last Name\n",
    "kimai": "Date,From,To,Duration,Currency,Customer,Project,Activity,Description\n",
    "solidtime": test_solidtime.REPORT,
    "solidtime_zip": solidtime_export.HEADING + solidtime_export.entry(),
    "toggl_json": listed(ACCOUNT),
    "toggl_json, a report": listed(REPORT),
    "toggl_json, an older report": old_report(OLD_REPORT),
    "timeclock": "i 2024-03-04 09:00 atlas:board  Call\no 2024-03-04 10:30\n",
    "timedot": "2024-03-04 Mon\natlas:board  .... ..  ; Call\nkolk  1.5h\n",
    "timewarrior": exported(ONE),
    "timewarrior, a data file": LINE,
}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_file_is_claimed_by_its_own_reader_alone(a_file, name):
    source = a_file(SAMPLES[name])

    claimed = [form.NAME for form in registry.all_formats() if form.recognise(source)]

    assert claimed == [name.partition(",")[0]]


pieces = st.one_of(
    st.sampled_from(
        [
            "i ",
            "o ",
            "inc ",
            "2024-03-04",
            " 09:00",
            "  ....",
            "  1h",
            "20240304T080000Z",
        ]
    ),
    st.sampled_from(
        ['"', '[{"', "]", "}", ",", "\0", "\r", "\n", "; ", "* ", "é€", "\t"]
    ),
    st.text(max_size=6),
)


@st.composite
def written(draw):
    """Draw a sample that something was put into, and that may be cut off."""
    name = draw(st.sampled_from(sorted(SAMPLES)))
    text = SAMPLES[name] * draw(st.integers(1, 2))
    for piece in draw(st.lists(pieces, max_size=6)):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + piece + text[at:]
    encoding = draw(st.sampled_from(["utf-8", "utf-16", "cp1252"]))
    content = text.encode(encoding, "replace")
    return name.partition(",")[0], content[: len(content) - draw(st.integers(0, 20))]


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
    max_examples=300,
)
@given(written())
def test_whatever_stands_in_a_file_gives_entries_and_problems_or_a_refusal(
    a_file, options, file
):
    name, content = file
    reader = {module.NAME: module for module in registry.all_formats()}[name]
    source = a_file(content)

    try:
        for form in registry.all_formats():
            form.recognise(source)
        found = list(reader.read(source, options))
    except Unreadable:
        return

    assert all(isinstance(one, TimeLine | Problem) for one in found)
    assert all(one.seconds > 0 for one in found if isinstance(one, TimeLine))
    assert all(len(one.value) <= 80 for one in found if isinstance(one, Problem))
