"""Tax dates as a part of a page: dates, reasons, limits, what to set aside."""

from decimal import Decimal

from django.template.loader import render_to_string

from plait.answers.context import answer_context
from plait.answers.obligations.answer import own_obligations
from plait.web.pages.income.obligations import obligations_view
from plait.wording.words import words_for
from tests.cast import Life


def view_of(life: Life):
    context = answer_context(life.portfolio(), words_for("en"))
    return obligations_view(own_obligations(context), context.words)


def page(life: Life) -> str:
    html = render_to_string(
        "parts/income/obligations.html", {"obligations": view_of(life)}
    )
    return " ".join(html.split())


def trainer(**told) -> Life:
    return Life("2026-10-05", country="NL", **told).role("Training")


def test_each_date_stands_with_what_for_whom_and_why():
    html = page(trainer())

    assert (
        '<time datetime="2026-10-30">30 October 2026</time> · VAT payment due' in html
    )
    assert "Training · amount unknown: bank statements do not show VAT" in html
    assert "T-9 · AWR art. 10, 19; Invorderingswet 1990, art. 9; bakertilly.nl" in html


def test_the_soonest_stand_open_and_the_later_ones_are_kept_back():
    found = view_of(trainer())

    assert [one.iso for one in found.due] == sorted(one.iso for one in found.due)
    assert len(found.due) == 4
    assert found.due[-1].iso <= found.later[0].iso


def test_who_was_above_the_limit_last_year_is_not_warned_again():
    life = trainer().is_paid_on("Training", "1 EUR", "2025-01-01")
    for day in ("2025-05-05", "2026-05-05"):
        life.is_paid_on("Training", "30000 EUR", day)

    assert "pill warn" not in page(life)
    assert "you cannot use the scheme now" in page(life)


def test_own_knowledge_is_marked():
    assert "belastingdienst.nl · general knowledge, to be confirmed" in page(trainer())


def test_a_limit_stands_with_what_is_assumed():
    life = trainer().is_paid_on("Training", "20000.01 EUR", "2026-05-05")

    html = page(life)
    assert "passed €20,000 on 5 May 2026" in html
    assert '<span class="pill warn">above the limit</span>' in html
    assert "In the scheme you charge no VAT" in html


def test_what_to_set_aside_is_a_table_by_stream():
    life = trainer(set_aside=Decimal("0.3")).role("Shop", kind="venture")
    life.is_paid_on("Training", "1000 EUR", "2026-10-01")
    life.is_paid_on("Shop", "10.05 EUR", "2026-02-01")

    rows = view_of(life).set_aside
    assert [(row.name, row.quarter.text, row.year.text) for row in rows] == [
        ("Training", "€300 of €1,000", "€300 of €1,000"),
        ("Shop", "€0 of €0", "€3.02 of €10.05"),  # 3.015, halves up
        ("Together", "€300 of €1,000", "€303.02 of €1,010.05"),
    ]
    assert "role=training&from=2026-10-01" in rows[0].quarter.url
    assert "Since 31 July 2026" in page(life)


def test_without_a_share_nothing_is_said_of_setting_aside():
    assert "To set aside" not in page(trainer())


def test_names_cannot_command_the_page():
    life = Life("2026-10-05", country="NL").role("<b>Bold</b>")

    assert "<b>Bold" not in page(life)


def test_it_says_that_it_is_no_tax_advice():
    assert "not tax advice" in page(trainer())


def test_nothing_is_shown_without_rules_or_without_work_of_ones_own():
    assert view_of(Life(country="AT").role("Training")) is None
    assert view_of(Life(country="NL").role("School", kind="employment")) is None
