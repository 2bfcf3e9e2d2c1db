"""The pages about roles, invented."""

from datetime import date, timedelta

from look_forms import AgreementForm, RoleForm
from numbers_invented import MONTHS, ROLES, WEEKS, hours_of, income_of

from plait.web.charts.bars import meter
from plait.web.charts.lines import sparkline
from plait.web.charts.vega import Stream, income_by_stream, weekly_hours

WHERE = {
    "Practice manager": ("Bramley Practice", "Employment"),
    "Training days": ("Four practices", "Work for clients"),
    "Atlas project": ("Atlas Health Partners", "Work for a client"),
    "Charity board": ("Harbour Meals", "Board"),
    "Study": ("Open Faculty", "Study"),
    "Mentoring": ("Young managers’ circle", "Mentoring"),
}


def _row(name: str, colour: int, agreed: float, noise: float, mean: int) -> object:
    mean_hours = sum(hours_of(name, agreed, noise)[-4:]) / 4
    organisation, kind = WHERE[name]
    return {
        "name": name,
        "colour": colour,
        "url": "/role/",
        "organisation": organisation,
        "kind": kind,
        "period": "since March 2024",
        "meter": meter(mean_hours, agreed),
        "hours": f"{mean_hours:.1f} h a week",
        "agreed": f"{agreed:g} h agreed",
        "is_over": mean_hours > agreed * 1.3,
        "income": f"€{mean:,} a month" if mean else "Unpaid",
        "income_note": "mean of twelve months" if mean else "",
        "to_confirm": "Is this a board?" if name == "Charity board" else "",
    }


def roles() -> dict[str, object]:
    """Return six running roles and a past one."""
    past = {
        "name": "Locum manager",
        "colour": 8,
        "url": "/role/",
        "organisation": "Weir Lane Surgery",
        "kind": "Employment",
        "period": "2019 to 2023",
        "income": "€2,900 a month",
        "income_note": "in its last year",
    }
    return {
        "nav": "roles",
        "sentence": "Six roles run side by side; one of them takes more than agreed.",
        "roles": [_row(*role) for role in ROLES],
        "past_roles": [past],
    }


def no_roles() -> dict[str, object]:
    """Return the page before the first role."""
    return {"nav": "roles", "n_waiting": 0}


def role() -> dict[str, object]:
    """Return the role that creeps."""
    name, colour, agreed, noise, mean = ROLES[2]
    hours, paid = hours_of(name, agreed, noise), income_of(name, mean)
    line = [agreed if i >= 14 else None for i in range(52)]
    return {
        "nav": "roles",
        "role": {
            "name": name,
            "colour": colour,
            "organisation": "Atlas Health Partners",
            "kind": "Work for a client",
            "period": "since March 2026",
            "edit_url": "/role_form/",
        },
        "sentence": "Atlas takes 11.4 hours a week where 6 were agreed.",
        "vitals": _vitals([float(m) for m in paid]),
        "hours": {
            "spec": weekly_hours(WEEKS, hours, line, colour=colour, language="en"),
            "note": "Bars are hours given, the line is what was agreed.",
            "weeks": [_week(i, hours[i], line[i]) for i in reversed(range(14, 52))],
        },
        "income": {
            "spec": income_by_stream(
                MONTHS,
                [Stream(name, colour, [float(p) for p in paid])],
                currency="EUR",
                language="en",
            ),
            "note": "What Atlas paid; this month is not over.",
            "months": [
                {"text": f"{m:%B %Y}", "total": f"€{p:,}"}
                for m, p in reversed(list(zip(MONTHS, paid, strict=True)))
            ],
        },
        "agreements": _agreements(),
        "agreement_new_url": "/agreement_form/",
        "payments": _payments(),
        "payments_note": "five of 9",
        "entries": _entries(),
        "entries_note": "five of 142",
        "rules": rules()[2:],
    }


def _vitals(paid: list[float]) -> list[dict[str, object]]:
    return [
        {
            "title": "Hours a week",
            "figure": "11.4",
            "unit": "of 6 agreed",
            "meter": meter(11.4, 6),
            "colour": 3,
            "note": "Mean of four weeks; above agreed since week 38.",
        },
        {
            "title": "Income a month",
            "figure": "€900",
            "unit": "",
            "spark": sparkline(paid),
            "note": "Between €350 and €1,400 since March.",
        },
        {
            "title": "An hour brings",
            "figure": "€62",
            "unit": "of €85 agreed",
            "meter": meter(62, 85),
            "colour": 3,
            "note": "Income of three months over the hours given in them.",
        },
    ]


def _week(place: int, given: float, agreed: float | None) -> dict[str, object]:
    over = given - (agreed or 0)
    return {
        "told": f"{WEEKS[place]:%d %B %Y}",
        "hours": f"{given:.1f} h",
        "agreed": f"{agreed:.1f} h" if agreed else "",
        "over": f"{over:.1f} h" if over > 0 else "",
    }


def _agreements() -> list[dict[str, object]]:
    now = {
        "period": "From 1 September 2026",
        "hours": "6 h a week",
        "pay": "€85 an hour, up to 26 hours a month",
        "notice": "30 days",
        "clause": "Only after asking",
        "is_current": True,
        "edit_url": "/agreement_form/",
    }
    before = {"period": "9 March to 31 August 2026", "pay": "€80 an hour"}
    return [now, {**now, **before, "is_current": False}]


def _payments() -> list[dict[str, object]]:
    return [
        {
            "on": date(2026, 11, 3) - timedelta(days=30 * i),
            "payer": "Atlas Health Partners",
            "reference": f"Invoice 2026-{31 - i}",
            "amount": f"€{900 + 85 * (i % 3):,}.00",
        }
        for i in range(5)
    ]


def _entries() -> list[dict[str, object]]:
    tasks = ["Workshop with the rota group", "Report, second draft", "Call"]
    return [
        {
            "on": date(2026, 11, 20) - timedelta(days=i),
            "what": tasks[i % 3],
            "hours": f"{1.5 + i % 3 * 2:.1f} h",
        }
        for i in range(5)
    ]


def rules() -> list[dict[str, object]]:
    """Return the rules a person has confirmed."""
    told = [
        ("Payments from Bramley Practice", "Practice manager", 1, "36 times"),
        ("Hours under the client Weir Lane", "Training days", 2, "58 times"),
        ("Payments that name “Atlas”", "Atlas project", 3, "9 times"),
        ("Events in the calendar Harbour Meals", "Charity board", 4, "23 times"),
    ]
    return [
        {
            "told": rule,
            "role": role,
            "colour": colour,
            "uses": uses,
            "edit_url": "/inbox/",
            "remove_url": "/confirm/",
        }
        for rule, role, colour, uses in told
    ]


def role_form() -> dict[str, object]:
    """Return the form of a new role, sent with a gap."""
    sent = {"name": "Charity board", "kind": "board", "starts_on": "2025-13-01"}
    return {
        "nav": "roles",
        "form": RoleForm(sent),
        "is_new": True,
        "cancel_url": "/roles/",
    }


def agreement_form() -> dict[str, object]:
    """Return the form of new terms."""
    return {
        "nav": "roles",
        "form": AgreementForm(),
        "is_new": True,
        "role_name": "Atlas project",
        "colour": 3,
        "cancel_url": "/role/",
        "remove_url": "/confirm/",
    }
