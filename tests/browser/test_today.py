"""Today: what is in view without scrolling, and what stands behind one line."""

from datetime import timedelta
from decimal import Decimal

import pytest
from playwright.sync_api import expect

from plait.accounts.operations import change_person
from plait.book.operations.by_hand import add_payment
from plait.book.operations.records import add_time
from plait.book.operations.roles import add_role, agree
from plait.domain.money import Money
from plait.web import clock
from tests.browser.conftest import PHONE
from tests.cast import terms
from tests.roles import new_role

DESK = {"viewport": {"width": 1280, "height": 900}}
LONG = "Interim locatiemanager gezondheidscentrum Amersfoort-West {:02}"
# The bottom of what has to be in view, and what is left of the window above a bar
# that is fixed at its foot.
FOLD = """() => {
  const bottom = (name) => document.querySelector(name).getBoundingClientRect().bottom;
  const nav = document.querySelector(".nav");
  const isFixed = getComputedStyle(nav).position === "fixed";
  return {
    end: Math.max(...["h1", ".vitals", ".finding"].map(bottom)),
    room: innerHeight - (isFixed ? nav.offsetHeight : 0),
  };
}"""


def by_hand(viewer, names: list[str]) -> None:
    """Roles with terms, a quarter of hours and a payment each, typed in."""
    today = clock.today()
    monday = today - timedelta(days=today.weekday() + 7)
    for n, name in enumerate(names):
        role = add_role(viewer=viewer, role=new_role(name, organisation=name))
        agree(viewer=viewer, role=role, terms=terms("2/week", since="2020-01-01"))
        for back in range(10 if n < 3 else 1):
            on = monday - timedelta(weeks=back)
            add_time(viewer=viewer, role=role, on=on, seconds=(3 + 9 * (n == 0)) * 3600)
        for back in range(14 if n < 2 else 1):
            add_payment(
                viewer=viewer,
                role=role,
                on=monday - timedelta(days=30 * back),
                amount=Money(Decimal(1234 + n), "EUR"),
                payer=name,
            )
    change_person(viewer=viewer, capacity_minutes=10 * 60)


@pytest.fixture
def of_sort(request, marit):
    """Somebody whose book is typed in, the sample, or 25 roles with long names."""
    if request.param == "sample":
        return request.getfixturevalue("book")
    names = ["Job", "Board", "Mentoring"]
    if request.param == "25 roles":
        names = [LONG.format(n) for n in range(25)]
    by_hand(marit, names)
    return marit


@pytest.mark.parametrize(
    "of_sort",
    [
        pytest.param("by hand", marks=pytest.mark.slow),
        pytest.param("sample", marks=pytest.mark.slow),
        "25 roles",
    ],
    indirect=True,
)
def test_the_sentence_the_figures_and_the_first_finding_are_in_view(of_sort, watch):
    found = {}
    for size, options in (("desk", DESK), ("phone", PHONE)):
        seen = watch(of_sort, **options)
        for language in ("en", "nl"):
            change_person(viewer=of_sort, language=language)
            seen.goto("/")
            found[size, language] = seen.page.evaluate(FOLD) | {
                "wide": seen.too_wide(),
                "faults": seen.faults,
            }

    assert [
        (where, one)
        for where, one in found.items()
        if one["end"] > one["room"] or one["wide"] > 0 or one["faults"]
    ] == []


def test_the_rest_of_the_findings_opens_in_place_by_keyboard(book, watch):
    seen = watch(book, **DESK)
    seen.goto("/")
    page = seen.page
    line = page.locator(".others > summary")
    expect(page.locator(".finding:visible")).to_have_count(5)

    line.focus()
    page.keyboard.press("Enter")

    expect(page.locator(".finding:visible")).not_to_have_count(5)
    expect(line).to_be_focused()
    assert seen.faults == []


def test_a_finding_is_settled_by_thumb_undone_and_reopened(book, watch):
    seen = watch(book, **PHONE)
    seen.goto("/")
    page = seen.page
    first = page.locator(".finding").first
    title = first.locator("h3").inner_text()

    first.locator(".settle > summary").tap()
    first.get_by_label("Reason").fill("Over by summer")
    expect(first.locator(".settle")).to_contain_text("Comes back if")
    first.get_by_role("button", name="Not now").tap()

    flash = page.locator(".flash")
    expect(flash).to_contain_text(f"Put off: {title}", timeout=15_000)
    expect(page.locator(".finding h3").first).not_to_have_text(title)
    flash.get_by_role("button", name="Undo").tap()
    expect(page.locator(".finding h3").first).to_have_text(title, timeout=15_000)
    assert seen.too_small() == []
    assert seen.faults == []


def test_the_braid_says_week_and_hours_by_keyboard(book, watch):
    seen = watch(book, **DESK)
    seen.goto("/")
    page = seen.page
    expect(page.locator(".braid-scale text").first).to_contain_text("h")

    page.locator(".braid-picture").focus()
    page.keyboard.press("End")

    expect(page.locator("[data-braid-when]")).to_contain_text(" h")
    assert seen.faults == []
