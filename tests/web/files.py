"""Small files such as people upload, made by hand."""

import io
import zipfile

MONZO = """\
Transaction ID,Date,Time,Type,Name,Emoji,Category,Amount,Currency,Local amount,\
Local currency,Notes and #tags,Address,Receipt,Description,Category split,Money Out,\
Money In,Balance,Balance currency
tx_01,02/03/2026,08:14:26,Faster payment,Atlas & Daughters,,Income,780.00,GBP,780.00,\
GBP,MARCH,,,MARCH,,,780.00,780.00,GBP
tx_02,02/04/2026,08:14:26,Faster payment,Atlas & Daughters,,Income,790.00,GBP,790.00,\
GBP,APRIL,,,APRIL,,,790.00,1570.00,GBP
tx_03,03/04/2026,09:00:00,Faster payment,Kolk Zoo 🦁 “Oost”,,Income,55.00,GBP,55.00,\
GBP,TALK,,,TALK,,,55.00,1625.00,GBP
"""
# The second line has a date that does not exist.
ONE_BAD_LINE = MONZO.replace("02/04/2026", "31/04/2026")

TOGGL = """\
User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,\
End time,Duration,Tags,Amount (EUR)
Nora Vis,nora@vis.example,Atlas,Budget,,Plan,No,2026-11-02,09:00:00,2026-11-02,\
12:00:00,03:00:00,,0.00
Nora Vis,nora@vis.example,Atlas,Budget,,Talk,No,2026-11-03,09:00:00,2026-11-03,\
11:00:00,02:00:00,,0.00
"""
TEAM = TOGGL + (
    "Omar Kist,omar@vis.example,Atlas,Budget,,Plan,No,2026-11-02,09:00:00,"
    "2026-11-02,13:00:00,04:00:00,,0.00\n"
)

TABLE = """\
Dag;Van wie;Bedrag
20-11-2026;Kring Oost;12,50
21-10-2026;Kring Oost;17,25
"""

# Both days may be March or April, and so may the other way round.
EITHER_WAY = """\
Project,Start Date,Start Time,End Date,End Time
Site,03/04/2026,09:00,03/04/2026,09:30
Site,04/05/2026,09:00,04/05/2026,09:30
"""


def zipped(files: dict[str, str | bytes]) -> bytes:
    """Return an archive of files by their names."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()
