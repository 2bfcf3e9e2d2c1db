"""LinkedIn's basic export: a zip of tables, each with dates of its own kind."""

from generator.banks.income import ATLAS, CHARITY
from generator.cv.cv import MENTORING, SKILLS, STUDY, WORK
from generator.tables import Dialect
from generator.trackers.sheets import archive
from generator.trackers.trackers import EMAIL

_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"


def linkedin() -> bytes:
    """Return the zip of the basic export, with three invented connections."""
    positions = [
        (p.organisation, p.title, p.summary, "Utrecht", _month(p.start), _month(p.end))
        for p in WORK
    ]
    study = (STUDY.organisation, _month(STUDY.start), "", "", STUDY.title, "")
    cause, since = "Education", _month(MENTORING.start)
    mentoring = (MENTORING.organisation, MENTORING.title, cause, since)
    table = Dialect().table
    files = {
        "Profile.csv": table(
            "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,"
            "Industry,Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers",
            [_profile()],
        ),
        "Positions.csv": table(
            "Company Name,Title,Description,Location,Started On,Finished On", positions
        ),
        "Education.csv": table(
            "School Name,Start Date,End Date,Notes,Degree Name,Activities", [study]
        ),
        "Volunteering.csv": table(
            "Company Name,Role,Cause,Started On,Finished On,Description",
            [(*mentoring, "", MENTORING.summary)],
        ),
        "Skills.csv": table("Name", [(skill,) for skill in SKILLS]),
        "Languages.csv": table(
            "Name,Proficiency",
            [
                ("Dutch", "Native or bilingual proficiency"),
                ("English", "Full professional proficiency"),
            ],
        ),
        "Email Addresses.csv": table(
            "Email Address,Confirmed,Primary,Updated On", [(EMAIL, "Yes", "Yes", "")]
        ),
        "Connections.csv": _connections(),
    }
    return archive(files)


def _profile() -> tuple[str, ...]:
    headline = "Practice manager, trainer, project lead, board member"
    about = "I keep practices running, and teach others how."
    return (
        *("Marit", "van Dalen", "", "", "", headline, about, "Healthcare", ""),
        *("Utrecht, Netherlands", "", "[COMPANY:https://vandalen.example]", ""),
    )


def _connections() -> bytes:
    """Return the table below the three lines of notes that LinkedIn puts above it."""
    people = [
        ("Jitske", "Hoekstra", "jitske-h", "", "Praktijk Wolkenveld", "Huisarts", "08"),
        ("Ruben", "Oostveen", "ruben-o", "", ATLAS, "Programmamanager", "14"),
        ("Aisha", "Benhaddou", "aisha-b", "", CHARITY, "Voorzitter", "21"),
    ]
    rows = [
        (first, last, f"https://www.linkedin.com/in/{page}-example", *rest[:-1], on)
        for first, last, page, *rest in people
        for on in [f"{rest[-1]} Feb 2025"]
    ]
    notes = (
        'Notes:\n"When exporting your connection data, you may notice that some of the'
        ' email addresses are missing."\n\n'
    )
    heading = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
    return notes.encode() + Dialect().table(heading, rows)


def _month(on: str) -> str:
    return f"{_MONTHS[3 * int(on[5:7]) - 3 :][:3]} {on[:4]}" if on else ""
