"""Inbox, import and what belongs to them, invented."""

from datetime import date, timedelta

from look_forms import (
    Everything,
    MappingForm,
    PasswordForm,
    ReadAsForm,
    SettingsForm,
    SignInForm,
)
from look_roles import rules
from look_today import today
from numbers_invented import ROLES

from plait.web.charts.bars import Slice, share_bar

CHOICES = [{"key": name.lower(), "name": name} for name, *_ in ROLES]


def inbox() -> dict[str, object]:
    """Return three groups that wait: two proposed, one unknown."""
    return {
        "nav": "inbox",
        "sentence": "Twelve payments and 14.5 hours wait for you to say what they are.",
        "groups": [
            _group("1", "Weir Lane Surgery", "6 payments", "€2,310.00", ROLES[1]),
            _group("2", "Project “Board papers”", "9 entries", "14.5 h", ROLES[3]),
            _group("3", "R. Okafor", "4 payments", "€1,310.00", None),
        ],
        "choices": CHOICES,
        "rules": rules(),
    }


def _group(key: str, who: str, what: str, amount: str, role: object) -> object:
    proposed = None
    if isinstance(role, tuple):
        proposed = {
            "key": role[0].lower(),
            "name": role[0],
            "colour": role[1],
            "reason": "Its reference names “training day” like 14 you confirmed.",
        }
    samples = [
        {
            "on": date(2026, 10, 28) - timedelta(days=31 * i),
            "told": "Training day, front desk",
            "amount": "€385.00",
        }
        for i in range(4)
    ]
    return {
        "key": key,
        "url": "/inbox/",
        "who": who,
        "what": what,
        "amount": amount,
        "period": "March to October 2026",
        "samples": samples,
        "proposed": proposed,
    }


def inbox_empty() -> dict[str, object]:
    """Return the inbox when all is sorted."""
    return {"nav": "inbox", "n_waiting": 0, "rules": rules()}


def import_() -> dict[str, object]:
    """Return the page that takes files."""
    return {"nav": "import", "recent": ["some"]}


def preview() -> dict[str, object]:
    """Return three files: a good one, one with two bad lines, one unknown."""
    problems = [
        {
            "where": "line 218",
            "what": "The day does not exist",
            "value": "31/02/2026",
            "fix": "Correct the date in the file and import it again.",
        },
        {
            "where": "line 340",
            "what": "The amount is not a number",
            "value": "12,5o",
            "fix": "Correct the amount in the file and import it again.",
        },
    ]
    bank = {
        "name": "statement-2026.csv",
        "format": "Starling, bank statement",
        "read": "414",
        "new": "52",
        "known": "360",
        "n_problems": "2",
        "problems": problems,
    }
    hours = {
        "name": "Toggl_time_entries_2026-01-01_to_2026-11-20.csv",
        "format": "Toggl, detailed report",
        "read": "1,204",
        "new": "1,204",
        "known": "0",
    }
    unknown = {
        "name": "export(3).csv",
        "refused": "Plait does not know this table yet.",
        "mapping_url": "/mapping/",
    }
    return {
        "nav": "import",
        "sentence": "1,256 new lines in two files; a third needs your help.",
        "files": [bank, hours, unknown],
        "creates": [
            "52 payments, 46 of them to a role you confirmed before",
            "1,204 time entries, 630.5 hours in all",
            "6 payments that wait in your inbox",
        ],
        "can_confirm": True,
        "confirm_url": "/import_progress/",
        "cancel_url": "/import/",
        "say_url": "/import_preview/",
        "form": ReadAsForm(),
    }


def progress() -> dict[str, object]:
    """Return an import a third of the way."""
    return {
        "nav": "import",
        "progress": {
            "done": 31200,
            "of": 100000,
            "told": "31,200 of 100,000 lines",
            "file": "statement-2026.csv",
            "url": "/progress-part/",
        },
    }


def mapping() -> dict[str, object]:
    """Return a table Plait has not met."""
    form = MappingForm()
    headings = ["Datum", "Naam", "Bedrag (EUR)", "Saldo"]
    samples = [
        ["03-11-2026", "02-11-2026"],
        ["Atlas Health Partners", "Harbour Meals"],
        ["1.070,00", "-12,50"],
        ["4.211,08", "3.141,08"],
    ]
    columns = [
        {"heading": heading, "samples": samples[i], "field": form[f"column_{i}"]}
        for i, heading in enumerate(headings)
    ]
    return {
        "nav": "import",
        "file_name": "export(3).csv",
        "form": form,
        "columns": columns,
        "kind": "payments",
        "other_kind": "hours",
        "cancel_url": "/import_preview/",
    }


def imports() -> dict[str, object]:
    """Return three imports, the last undone."""
    batch = {
        "when": "20 November 2026, 21:14",
        "files": ["statement-2026.csv", "toggl-2026.csv"],
        "told": "52 payments, 1,204 time entries",
        "problems": "2 lines left out",
        "url": "/import_preview/",
        "undo_url": "/confirm/",
    }
    cv = {"when": "2 October 2026, 9:03", "files": ["Positions.csv"], "problems": ""}
    undone = {"when": "1 October 2026, 18:40", "undone": "undone on 2 October"}
    return {
        "nav": "import",
        "imports": [
            batch,
            {**batch, **cv, "told": "7 roles"},
            {**batch, **undone},
        ],
    }


def confirm() -> dict[str, object]:
    """Return the page before an import is undone."""
    return {
        "nav": "import",
        "title": "Undo an import",
        "question": "Take back the import of 20 November?",
        "consequences": [
            "52 payments and 1,204 time entries leave your book.",
            "Two roles have no hours without them.",
            "Later imports stay as they are.",
        ],
        "button": "Undo this import",
        "cancel_url": "/imports/",
        "is_harmful": True,
    }


def settings() -> dict[str, object]:
    """Return the settings of somebody with a password."""
    return {
        "nav": "settings",
        "form": SettingsForm(),
        "has_password": True,
        "last_backup": "Last one on 2 November.",
    }


def password() -> dict[str, object]:
    """Return the page for a new password."""
    return {"nav": "settings", "form": PasswordForm(), "cancel_url": "/settings/"}


def sign_in() -> dict[str, object]:
    """Return the door, after a link used twice."""
    return {
        "nav": "",
        "form": SignInForm(),
        "notice": "This sign-in link was used already or is too old.",
    }


def styleguide() -> dict[str, object]:
    """Return every component once."""
    shown = today()
    findings = shown["findings"]
    return {
        **shown,
        "nav": "settings",
        "strands": range(1, 9),
        "all_strands": share_bar([Slice(str(n), n, 1) for n in range(9)]),
        "form": Everything({"hours": "six", "kind": "board"}),
        "finding": findings[0],
        "finding_plain": findings[2],
        "rules": rules(),
    }
