"""The list of duties as a part of a page: dates, reasons, verdicts, what to put by."""

from decimal import Decimal

from django.template.loader import render_to_string

from plait.answers.context import answer_context
from plait.web.pages.income.obligations import obligations_view
from plait.wording.words import words_for
from tests.cast import Life


def shown(life: Life):
    return obligations_view(answer_context(life.portfolio(), words_for("en")))


def page(life: Life) -> str:
    html = render_to_string(
        "parts/income/obligations.html", {"obligations": shown(life)}
    )
    return " ".join(html.split())


def trainer(**told) -> Life:
    return Life("2026-10-05", country="NL", **told).role("Training")


def test_each_date_stands_with_what_for_whom_and_why():
    html = page(trainer())

    assert '<time datetime="2026-10-30">30 October 2026</time> · VAT to be' in html
    assert "Training · unknown: statements do not tell VAT apart" in html
    assert "T-9 · bakertilly.nl" in html


def test_the_soonest_stand_open_and_the_later_ones_are_kept_back():
    found = shown(trainer())

    assert [one.iso for one in found.due] == sorted(one.iso for one in found.due)
    assert len(found.due) == 4
    assert found.due[-1].iso <= found.later[0].iso


def test_who_was_above_the_limit_last_year_is_not_warned_again():
    life = trainer().is_paid_on("Training", "1 EUR", "2025-01-01")
    for day in ("2025-05-05", "2026-05-05"):
        life.is_paid_on("Training", "30000 EUR", day)

    assert "pill warn" not in page(life)
    assert "the scheme is not for you now" in page(life)


def test_own_knowledge_is_marked():
    assert "belastingdienst.nl · own knowledge, to be confirmed" in page(trainer())


def test_a_verdict_is_told_with_what_is_assumed():
    life = trainer().is_paid_on("Training", "20000.01 EUR", "2026-05-05")

    html = page(life)
    assert "passed €20,000 on 5 May 2026" in html
    assert '<span class="pill warn">above the limit</span>' in html
    assert "who uses the scheme charges no VAT" in html


def test_what_to_put_by_is_a_table_by_stream():
    life = trainer(set_aside=Decimal("0.3")).role("Shop", kind="venture")
    life.is_paid_on("Training", "1000 EUR", "2026-10-01")
    life.is_paid_on("Shop", "10.05 EUR", "2026-02-01")

    rows = shown(life).asides
    assert [(row.name, row.quarter, row.year) for row in rows] == [
        ("Training", "€300 of €1,000", "€300 of €1,000"),
        ("Shop", "€0 of €0", "€3.02 of €10.05"),  # 3.015, halves up
        ("Together", "€300 of €1,000", "€303.02 of €1,010.05"),
    ]
    assert "Since 31 July 2026" in page(life)


def test_without_a_share_nothing_is_said_of_putting_by():
    assert "To put by" not in page(trainer())


def test_names_cannot_command_the_page():
    life = Life("2026-10-05", country="NL").role("<b>Bold</b>")

    assert "<b>Bold" not in page(life)


def test_it_says_that_it_is_no_tax_advice():
    assert "is no tax advice" in page(trainer())


def test_nothing_is_shown_without_rules_or_without_work_of_ones_own():
    assert shown(Life(country="DE").role("Training")) is None
    assert shown(Life(country="NL").role("School", kind="employment")) is None
