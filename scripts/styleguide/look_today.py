"""Today's page, invented."""

from datetime import timedelta

from numbers_invented import (
    LAST_MONDAY,
    MONTHS,
    ROLES,
    TODAY,
    WEEKS,
    hours_of,
    income_of,
)

from plait.web.charts.bars import Slice, day_bars, meter, share_bar
from plait.web.charts.braid import Hours, braid
from plait.web.charts.lines import drift, sparkline
from plait.web.charts.vega import Stream, income_by_stream


def today() -> dict[str, object]:
    """Return a day with four findings."""
    return {
        "on": TODAY,
        "sentence": "You work six hours a week more than you have room for, and one"
        " payer accounts for 62 % of your income.",
        "vitals": [_hours(), _income(), _largest()],
        "findings": _findings(),
        "braid": _braid(),
        "days": _days(),
        "week_note": "48 hours so far, and Sunday still free.",
        "income": income(),
    }


def empty() -> dict[str, object]:
    """Return the first day of all."""
    return {"is_empty": True, "n_waiting": 0}


def _hours() -> dict[str, object]:
    return {
        "title": "Hours a week",
        "figure": "46.2",
        "unit": "of 40",
        "meter": meter(46.2, 40),
        "note": "41.5 agreed over six roles. Mean of the last four weeks.",
    }


def _income() -> dict[str, object]:
    months = [sum(n) for n in zip(*(income_of(r[0], r[4]) for r in ROLES), strict=True)]
    return {
        "title": "Income a month",
        "figure": "€5,940",
        "unit": "",
        "spark": sparkline([float(m) for m in months]),
        "note": "Between €4,700 and €6,300 this year, rising by €40 a month.",
    }


def _largest() -> dict[str, object]:
    slices = [Slice("Practice", 1, 62), Slice("Training", 2, 24), Slice("Atlas", 3, 14)]
    return {
        "title": "Largest payer",
        "figure": "62 %",
        "unit": "Bramley Practice",
        "shares": share_bar(slices),
        "note": "Three payers, but it works out as if you had 2.1 equal ones.",
    }


def _findings() -> list[dict[str, object]]:
    return [_atlas(), _practice(), _board(), _unsorted()]


def _atlas() -> dict[str, object]:
    hours = hours_of("Atlas project", 6.0, 1.0)[-18:]
    shape = drift(hours, [6.0] * 18, left_at=6)
    return {
        "colour": 3,
        "sentence": "Atlas has outgrown its agreement",
        "matters": "11.4 hours a week against 6 agreed, growing since week 38. That is"
        " €430 a month unpaid; your hour there now brings €62 instead of €85.",
        "drift": {
            "line": shape,
            "label": "Weekly hours against 6 agreed: above since week 38.",
            "agreed": "6 h agreed",
            "left": "Above since week 38",
        },
        "action": {"text": "See Atlas", "url": "/role/"},
        "why": {
            "data": "63 time entries from 3 August to 20 November, out of two exports.",
            "method": "Hours of each week less the agreed hours, added up week after"
            " week; the sum is compared with what chance alone would bring.",
            "assumptions": [
                "Weeks of leave are left out.",
                "Shared entries count by half.",
            ],
            "source": "Page (1954), Continuous inspection schemes.",
            "certainty": "Fairly sure: chance alone would show this once in 40 years.",
        },
    }


def _practice() -> dict[str, object]:
    return {
        "colour": 1,
        "sentence": "Bramley Practice pays 62 % of what comes in",
        "matters": "If it stopped, your savings would carry you three months. Training"
        " grew by a third this year and could carry part of it.",
        "action": {"text": "See your income", "url": "/role/"},
        "why": {"data": "36 months of payments, 412 lines.", "certainty": "Sure."},
    }


def _board() -> dict[str, object]:
    return {
        "colour": 4,
        "sentence": "No hours for the charity board since 4 October",
        "matters": "Seven weeks without an entry. Either it rests, or they were not"
        " written down; until then your free hours look higher than they are.",
        "action": {"text": "Import hours", "url": "/import/"},
        "why": {"data": "19 time entries, the last of 4 October."},
    }


def _unsorted() -> dict[str, object]:
    return {
        "colour": 0,
        "sentence": "Four payments belong to no role yet",
        "matters": "€1,310 in all, two from a payer you have not named before.",
        "action": {"text": "Sort them", "url": "/inbox/"},
        "why": None,
    }


def _braid() -> dict[str, object]:
    hours = {name: hours_of(name, agreed, noise) for name, _, agreed, noise, _ in ROLES}
    strands = [Hours(r[0], r[1], hours[r[0]]) for r in ROLES]
    shape = braid(WEEKS, strands, capacity=40)
    return {
        "shape": shape,
        "weeks": [
            {
                "at": at,
                "on": week.on,
                "cells": [(name, number, "/role/") for name, number in week.hours],
                "total": week.total,
                "url": "/role/",
            }
            for at, week in enumerate(shape.weeks)
        ],
        "label": "Hours per role over 52 weeks. Atlas grows from September on.",
        "when": "Hours a week, mean of the last four",
        "capacity": "40 h a week to give",
        "strands": [
            {
                "name": name,
                "css": f"strand-{colour}",
                "url": "/role/",
                "usual_url": "/role/",
                "usual": f"{sum(hours[name][-4:]) / 4:.1f} h",
            }
            for name, colour, *_ in ROLES
        ],
    }


def _days() -> object:
    practice, training = ("Practice manager", 1), ("Training days", 2)
    atlas, board, study = ("Atlas project", 3), ("Charity board", 4), ("Study", 5)
    week = [
        [(practice, 8)],
        [(practice, 8), (board, 1.5)],
        [(training, 5), (atlas, 3)],
        [(practice, 8)],
        [(atlas, 6.5), (study, 2)],
        [(study, 3)],
        [],
    ]
    days = [
        (
            LAST_MONDAY + timedelta(days=i),
            [Slice(name, colour, hours) for (name, colour), hours in parts],
        )
        for i, parts in enumerate(week)
    ]
    return day_bars(days, today=TODAY)


def income() -> dict[str, object]:
    """Return twelve months of three streams, as chart and table."""
    paid = [(r[0], r[1], income_of(r[0], r[4])) for r in ROLES if r[4]]
    return {
        "spec": income_by_stream(
            MONTHS,
            [Stream(n, c, [float(m) for m in p]) for n, c, p in paid],
            currency="EUR",
            language="en",
        ),
        "note": "What was paid, month by month; this month is not over.",
        "streams": [
            {"name": n, "css": f"strand-{c}", "url": "/role/"} for n, c, _ in paid
        ],
        "months": [
            {
                "text": f"{MONTHS[i]:%B %Y}",
                "cells": [{"name": n, "text": f"€{m[i]:,}"} for n, _, m in paid],
                "total": f"€{sum(m[i] for _, _, m in paid):,}",
            }
            for i in reversed(range(12))
        ],
    }
