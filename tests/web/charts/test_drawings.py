"""The templates that draw the shapes."""

import re
from datetime import date, timedelta

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from plait.web.charts.bars import meter
from plait.web.charts.braid import Hours, braid
from plait.web.charts.lines import drift, sparkline

MONDAYS = [date(2026, 1, 5) + timedelta(weeks=i) for i in range(7)]
ROLES = [Hours("Practice <b>", 1, [24.5] * 7), Hours("Study", 5, [3.5] * 7)]
ROW = {
    "at": 0,
    "on": MONDAYS[0],
    "cells": [("Practice <b>", "24.5 h", "/records/"), ("Study", "3.5 h", "")],
    "total": "28.0 h",
    "url": "/records/",
}
PLACES = re.compile(r' (?:x|y|x1|x2|y1|y2|cx|cy|width|height|d)="([^"]*)"')
SHAPES = {
    "charts/braid.svg": {
        "braid": braid(MONDAYS, ROLES, capacity=40),
        "label": "A year",
    },
    "charts/sparkline.svg": {"line": sparkline([1, 2.5, 2])},
    "charts/drift.svg": {"line": drift([6, 7.5, 9], [6, 6, 6], left_at=1), "colour": 3},
    "charts/meter.svg": {"meter": meter(46.2, 40)},
}


@pytest.mark.parametrize("template", SHAPES)
def test_places_keep_their_point_where_numbers_are_written_with_a_comma(template):
    with translation.override("nl"):
        drawn = render_to_string(template, SHAPES[template])

    places = PLACES.findall(drawn)
    assert places
    assert not [place for place in places if "," in place]


@pytest.mark.parametrize("template", SHAPES)
def test_no_drawing_carries_a_style_that_the_security_policy_would_refuse(template):
    assert "style=" not in render_to_string(template, SHAPES[template])


def test_a_week_of_the_braid_tells_its_hours_without_a_script():
    drawn = render_to_string("charts/braid.svg", SHAPES["charts/braid.svg"])

    # 24.5 and 3.5 hours are 28.
    assert "<title>Week of 5 January: 28.0 h</title>" in drawn


def test_a_roles_name_cannot_break_out_of_its_table():
    row = render_to_string(
        "parts/hours/braid_week.html",
        {"week": ROW},
    )

    assert "<b>" not in row
