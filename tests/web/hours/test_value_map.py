"""The map of roles on a page: drawing, suggestions and table tell the same."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from plait.answers.context import answer_context
from plait.answers.roles.wellbeing import wellbeing_answer
from plait.web.pages.hours.wellbeing import value_map_view
from plait.wording.words import words_for
from tests.cast import Life

PLACES = re.compile(r' (?:x|y|x1|x2|y1|y2|r|dx|dy|width|height)="([^"]*)"')


def answered() -> Life:
    """A light and a heavy role for twelve weeks, a new one, and one never asked."""
    life = Life("2026-11-20")
    for name, told, weeks in [
        ("Board", [5, 5, 5, 1], 12),
        ("Atlas", [1, 1, 1, 5], 12),
        ("New", [4, 4, 4, 4], 1),
        ("Silent", [], 0),
    ]:
        life.role(name)
        for back in range(weeks):
            life.checks_in(name, str(date(2026, 11, 16) - timedelta(weeks=back)), told)
    life.roles[0] = replace(life.roles[0], name="Board <b>")
    return life


def shown(life: Life, language: str = "en"):
    words = words_for(language)
    answer = wellbeing_answer(answer_context(life.portfolio(), words))
    with translation.override(language):
        return value_map_view(answer, words)


def page(life: Life, language: str = "en") -> str:
    view = shown(life, language)
    with translation.override(language):
        return render_to_string("parts/hours/value_map.html", {"value": view})


def test_without_an_answer_there_is_no_map():
    assert shown(Life().role("Atlas")) is None


def test_answers_only_of_roles_that_ended_make_no_map():
    life = Life().role("Gone", until="2026-06-01").role("Atlas")
    life.checks_in("Gone", "2026-05-04", [3, 3, 3, 3])

    assert shown(life) is None


def test_what_asks_for_something_stands_first_and_the_silent_last():
    rows = shown(answered()).rows

    assert [(row.name, row.suggestion) for row in rows] == [
        ("Atlas", "Think about leaving"),
        ("Board <b>", "Grow"),
        ("New", "Too early to say"),
        ("Silent", "No check-in yet"),
    ]


def test_a_role_nobody_was_asked_about_has_no_dot_and_no_levels():
    told = shown(answered())

    silent = told.rows[-1]
    assert "Silent" not in {dot.name for dot in told.map.dots}
    assert (silent.gives, silent.takes, silent.n_answers) == ("–", "–", 0)


def test_a_role_with_too_few_answers_is_a_ring():
    early = {dot.name: dot.is_early for dot in shown(answered()).map.dots}

    assert early == {"Board <b>": False, "Atlas": False, "New": True}


def test_the_drawing_tells_in_words_what_it_shows():
    assert shown(answered()).label == (
        "A map of your roles by what they give and their pressure. Atlas: Think about"
        " leaving; Board <b>: Grow; New: Too early to say; Silent: No check-in yet."
    )


def test_the_table_has_the_levels_of_the_drawing_with_their_ranges():
    told = page(answered())

    assert '<th scope="row">Atlas</th>' in told
    assert '1 <span class="muted">(1 to 1.2)</span>' in told
    assert "From 25 weekly answers" in told


def test_pay_has_a_column_only_where_it_is_known():
    life = answered()
    assert "Received per hour" not in page(life)

    for name in ("Atlas", "New"):
        life.gives_weekly(name, 4, weeks=60).is_paid_monthly(name, "900 EUR", months=13)
    assert 'data-label="Received per hour"' in page(life)


def test_what_moves_is_said_beside_its_role():
    life = Life("2026-11-20").role("Atlas")
    for back, energy in enumerate([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]):
        week = date(2026, 11, 16) - timedelta(weeks=back)
        life.checks_in("Atlas", str(week), [energy, 3, 3, 3])

    # Thirds of ten are three: (5 + 5 + 4) / 3 and (2 + 1 + 1) / 3.
    assert shown(life).rows[0].changes == ("Energy is falling: 4.7 to 1.3.",)


def test_the_name_of_a_role_cannot_break_out():
    told = page(answered())

    assert "Board &lt;b&gt;" in told
    assert "<b>" not in told


@pytest.mark.parametrize("language", ["en", "nl"])
def test_places_keep_their_point_where_numbers_are_written_with_a_comma(language):
    drawing = page(answered(), language).split("</figure>")[0]

    places = PLACES.findall(drawing)
    assert len(places) > 40
    assert not [place for place in places if "," in place]


def test_nothing_is_styled_inside_the_page():
    assert " style=" not in page(answered())
