"""A person's first quarter of an hour: on a phone, by keyboard, and without scripts.

The link, an empty page, three files, the inbox, the sentence, a role, the language.
"""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from plait.accounts.operations import make_link
from plait.book.models import Payment
from plait.web import clock
from tests.browser.conftest import DESK, PHONE, SAMPLES

FILES = [
    str(SAMPLES / "files" / name)
    for name in ("resume.json", "rabobank-2023-2024.csv", "toggl-2023-2024.csv")
]


@pytest.fixture
def link(marit):
    token = make_link(person=marit, now=clock.now())
    return reverse("sign_in_link", args=[token])


class Thumb:
    """Taps what it wants."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, role: str, name: str) -> None:
        self._found(role, name).tap()

    def choose_files(self, files: list[str]) -> None:
        self.page.locator("input[type=file]").set_input_files(files)

    def select(self, label: str, option: str) -> None:
        self.page.get_by_label(label).first.select_option(label=option)

    def _found(self, role: str, name: str):
        return self.page.get_by_role(role, name=name, exact=True).first


class Mouse(Thumb):
    """Clicks what it wants."""

    def press(self, role: str, name: str) -> None:
        self._found(role, name).click()


class Keys:
    """Has nothing but the keyboard, and goes on from where it is."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, role: str, name: str) -> None:
        self._reach(self.page.get_by_role(role, name=name, exact=True).first)
        self.page.keyboard.press("Enter")

    def choose_files(self, files: list[str]) -> None:
        self._reach(self.page.locator("input[type=file]"))
        with self.page.expect_file_chooser() as chooser:
            self.page.keyboard.press("Space")
        chooser.value.set_files(files)

    def select(self, label: str, option: str) -> None:
        self._reach(self.page.get_by_label(label).first)
        self.page.keyboard.type(option, delay=10)

    def _reach(self, wanted) -> None:
        wanted.wait_for()
        for _ in range(120):
            if wanted.evaluate("(e) => e === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        pytest.fail(f"The Tab key does not reach {wanted}")


HOME = {"country": "NL", "currency": "EUR", "timezone": "Europe/Amsterdam"}
WAYS = {
    "phone": (Thumb, PHONE),
    "keyboard": (Keys, DESK),
    "no scripts on a phone": (Thumb, {**PHONE, "java_script_enabled": False}),
    "no scripts at a desk": (Mouse, {**DESK, "java_script_enabled": False}),
}


@pytest.mark.parametrize(
    "way",
    [
        pytest.param(way, marks=[pytest.mark.slow] if "scripts" in way else [])
        for way in WAYS
    ],
)
def test_the_first_quarter_of_an_hour(marit, watch, link, way):
    hand_of, options = WAYS[way]
    seen = watch(**options)
    hand, page = hand_of(seen.page), seen.page

    page.goto(link)
    expect(page.locator("h1")).to_contain_text("Where do you live")
    for name, value in HOME.items():
        page.select_option(f"[name={name}]", value)
    hand.press("button", "That is right, go on")

    hand.press("link", "drop files")
    hand.choose_files(FILES)
    if options.get("java_script_enabled", True):
        expect(page.locator("[data-file-names] li")).to_have_count(3)
    hand.press("button", "Read the files")

    expect(page.locator("h1")).to_contain_text("new lines would come in.")
    expect(page.locator(".file")).to_have_count(3)
    assert not Payment.objects.exists()
    hand.press("button", "Import this")

    expect(page.locator("h1")).to_contain_text("have no role yet.")
    expect(page.get_by_role("status")).to_contain_text("new lines came in.")
    before = page.locator("h1").inner_text()
    hand.press("button", "Confirm")
    expect(page.get_by_role("status")).to_contain_text("now belongs to")
    assert page.locator("h1").inner_text() != before

    hand.press("link", "Today")
    expect(page.locator("h1")).not_to_contain_text("What else do you do")
    expect(page.get_by_role("heading", name="What needs you")).to_be_visible()

    hand.press("link", "Roles")
    role = page.locator(".roles h3 a").first.inner_text()
    hand.press("link", role)
    expect(page.locator("header p").filter(has_text=role).first).to_be_visible()

    if options.get("has_touch"):
        page.locator(".nav summary").tap()  # what is left stands behind More
    hand.press("link", "Settings")
    hand.select("Language", "Nederlands")
    hand.press("button", "Save")
    expect(page.locator("html")).to_have_attribute("lang", "nl")
    expect(page.get_by_role("status")).to_contain_text("Opgeslagen")

    assert seen.faults == []


def test_signing_out_leaves_nothing_behind_the_back_button(book, watch):
    seen = watch(book, **DESK)
    seen.goto("/")
    sentence = seen.heading
    seen.goto("/settings/")
    seen.page.get_by_role("button", name="Sign out").click()
    expect(seen.page).to_have_url(f"http://{seen.home}/sign-in/?left=1")

    seen.page.go_back()
    seen.page.go_back()

    expect(seen.page.get_by_role("button", name="Sign in")).to_be_visible()
    assert sentence not in seen.page.content()


def test_files_dropped_anywhere_on_the_zone_are_taken(marit, watch):
    seen = watch(marit, **DESK)
    seen.goto("/import/")
    transfer = seen.page.evaluate_handle(
        "() => { const t = new DataTransfer();"
        " t.items.add(new File(['a'], 'one.csv')); return t; }"
    )

    seen.page.locator(".drop").dispatch_event("drop", {"dataTransfer": transfer})

    expect(seen.page.locator("[data-file-names] li")).to_have_text(["one.csv"])
    assert seen.faults == []


def test_clicking_twice_imports_once(marit, watch):
    seen = watch(marit, **DESK)
    seen.goto("/import/")
    seen.page.locator("input[type=file]").set_input_files(FILES)
    seen.page.get_by_role("button", name="Read the files").click()

    seen.page.get_by_role("button", name="Import this").dblclick()
    expect(seen.page.locator("h1")).to_contain_text("have no role yet.")
    seen.goto("/import/history/")

    imports = seen.page.locator("table").first.locator("tbody tr")
    expect(imports).to_have_count(1)
