"""From nothing to the first sentence that is right: how many screens it takes."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page, expect

from plait.accounts.operations import make_link
from plait.book.models import Agreement, Payment
from plait.cli.main import main
from plait.web import clock
from tests.browser.conftest import DESK, PHONE, SAMPLES
from tests.browser.looks import STILL, sideways, small, violations

MOST_SCREENS = 8
FILES = ("rabobank-2023-2024.csv", "toggl-2023-2024.csv", "portfolio.toml")


class Screens:
    """Counts what is looked at: each address that a browser comes to, in a row."""

    def __init__(self, page: Page) -> None:
        self.seen: list[str] = []
        page.on("framenavigated", self._note)

    def _note(self, frame) -> None:
        path = urlsplit(frame.url).path
        if frame.parent_frame is None and path not in self.seen[-1:]:
            self.seen.append(path)


@pytest.fixture
def link(marit):
    return f"/sign-in/{make_link(person=marit, now=clock.now())}/"


def confirm(page: Page, hours: str = "36") -> None:
    """Put right what the guess says, and go on."""
    expect(page.locator("h1")).to_contain_text("Where do you live")
    for name, value in (
        ("country", "NL"),
        ("currency", "EUR"),
        ("timezone", "Europe/Amsterdam"),
        ("language", "en"),
    ):
        page.select_option(f"[name={name}]", value)
    page.fill("[name=capacity]", hours)
    page.get_by_role("button", name="That is right, go on").click()


def test_a_practice_manager_without_files_on_her_phone(marit, watch, link):
    seen = watch(**PHONE, **STILL)
    page = seen.page
    screens = Screens(page)

    page.goto(link)
    confirm(page)
    for key, hours in (("job", "30"), ("board", "3"), ("mentor", "2"), ("teach", "4")):
        page.check(f"[name={key}-is_on]")
        page.fill(f"[name={key}-hours]", hours)
    expect(page.locator(".go-sum")).to_contain_text("4 roles, 39 h a week")
    assert [*violations(seen), *sideways(seen), *small(seen)] == []
    page.get_by_role("button", name="Add these four").tap()

    # 30 + 3 + 2 + 4 = 39 hours agreed, of 36
    sentence = "What you agreed to is 3 hours a week more than you have."
    expect(page.locator("h1")).to_have_text(sentence)
    page.get_by_role("link", name="Log", exact=True).tap()
    page.fill("#line", "got 950 from training yesterday")
    page.locator("form.say button.button").tap()
    expect(page.get_by_role("status").first).to_contain_text("950")
    payment = Payment.objects.get(owner=marit)
    yesterday = clock.today()
    assert payment.booked_on == yesterday - timedelta(days=1)
    assert (payment.amount_minor, payment.role.name) == (95_000, "Training")

    page.get_by_role("link", name="Today", exact=True).tap()
    expect(page.locator("h1")).to_contain_text("3 hours a week more than you have")
    heading = page.locator("h1").inner_text()
    review = CliRunner(env={"COLUMNS": "200"}).invoke(main, ["review"]).output
    assert heading in review

    page.locator(".vitals a").first.tap()
    page.get_by_role("link", name=re.compile("none known yet.*Training")).tap()
    page.fill("[name=hours]", "2")
    page.get_by_role("button", name="Save").tap()
    flash = page.locator(".flash")
    for press, text, hours in (
        ("", "Saved.", 2),
        ("Undo", "Undone", 4),
        ("Redo", "Done again", 2),
    ):
        if press:
            flash.get_by_role("button", name=press, exact=True).first.tap()
        expect(flash).to_contain_text(text)
        assert Agreement.objects.get(role=payment.role).minutes == 60 * hours

    shown = [path for path in screens.seen if not path.startswith("/sign-in/")]
    assert len(shown) <= MOST_SCREENS, shown
    faults = [one for one in seen.faults if "Service Worker" not in one]
    assert faults == []


def test_from_own_files_to_the_first_finding(marit, watch, link):
    seen = watch(**DESK)
    page = seen.page
    screens = Screens(page)

    page.goto(link)
    confirm(page, "44")
    page.get_by_role("link", name="drop files").click()
    files = [SAMPLES / "files" / FILES[0], SAMPLES / "files" / FILES[1]]
    page.locator("input[type=file]").set_input_files([SAMPLES / FILES[2], *files])
    page.get_by_role("button", name="Read the files").click()
    expect(page.get_by_role("button", name="Import this")).to_be_visible(timeout=30_000)
    page.get_by_role("button", name="Import this").click()

    # Nothing waits: the next step is Today.
    expect(page).to_have_url(re.compile(r":\d+/$"), timeout=30_000)
    expect(page.locator(".finding").first).to_be_visible()
    shown = [path for path in screens.seen if not path.startswith("/sign-in/")]
    assert len(shown) <= MOST_SCREENS, shown
    faults = [one for one in seen.faults if "Service Worker" not in one]
    assert faults == []
