"""Plait on a phone without a connection: written there, kept once, sent by nobody else."""

import pytest
from playwright.sync_api import expect

from plait.accounts.operations import add_person
from plait.book.models import CheckIn, TimeEntry
from plait.book.operations.roles import add_role
from tests.book.conftest import NOW
from tests.browser.conftest import PHONE
from tests.browser.looks import STILL, sideways, small, violations
from tests.roles import new_role

INSTALLED = PHONE | STILL | {"service_workers": "allow"}
READY = "() => navigator.serviceWorker.ready.then(() => true)"
CACHED = """async () => {
  const found = [];
  for (const name of await caches.keys()) {
    for (const one of await (await caches.open(name)).keys()) {
      found.push(new URL(one.url).pathname);
    }
  }
  return found;
}"""


@pytest.fixture
def atlas(marit):
    return add_role(viewer=marit, role=new_role("Atlas"))


@pytest.fixture
def phone(marit, atlas, watch):
    """Marit's phone, on which Plait is installed and the check-in was opened."""
    seen = watch(marit, **INSTALLED)
    seen.goto("/check-in/")
    seen.page.evaluate(READY)
    seen.page.wait_for_function("() => navigator.serviceWorker.controller")
    return seen


def offline(seen) -> None:
    seen.page.context.set_offline(True)


def online(seen) -> None:
    """Give the connection back: the page without one opens what it stood for."""
    seen.page.context.set_offline(False)
    unreachable = "Plait cannot be reached."
    expect(seen.page.locator("h1")).not_to_have_text(unreachable, timeout=15_000)


def sign_in_as(seen, person, client, settings) -> None:
    """Let another session begin on this device; None ends the one there is."""
    context, name = seen.page.context, settings.SESSION_COOKIE_NAME
    context.clear_cookies(name=name)
    if person is not None:
        client.force_login(person)
        session = {"name": name, "value": client.cookies[name].value}
        context.add_cookies([session | {"url": f"http://{seen.home}"}])


def write_offline(seen, line: str) -> None:
    seen.page.get_by_label("In one line").fill(line)
    seen.page.get_by_role("button", name="Keep it").tap()
    expect(seen.page.get_by_text("Kept on this device.")).to_be_visible()


def test_what_is_written_offline_is_kept_once_there_is_a_connection(phone):
    page = phone.page
    offline(phone)
    page.goto("/hours/")
    expect(page.locator("h1")).to_have_text("Plait cannot be reached.")
    write_offline(phone, "2h atlas budget review yesterday")
    for aspect in ("energy", "meaning", "growth", "pressure"):
        page.locator(f"label:has([name=atlas-{aspect}][value='4'])").tap()
    page.get_by_role("button", name="Save").tap()
    expect(page.get_by_text("2 entries wait on this device")).to_be_visible()
    faults = [f for look in (violations, small, sideways) for f in look(phone)]

    online(phone)

    expect(page.locator("[data-offline]")).to_contain_text("2 entries that you wrote")
    assert TimeEntry.objects.get().description == "budget review"
    assert CheckIn.objects.get().energy == 4
    assert faults == []


def test_neither_a_spent_session_nor_somebody_else_takes_what_was_written(
    phone, marit, client, settings
):
    page = phone.page
    bo = add_person(sign_in_name="bo", name="Bo", now=NOW)
    add_role(viewer=bo, role=new_role("Atlas"))
    offline(phone)
    page.goto("/log/")
    write_offline(phone, "2h atlas secret plan")
    write_offline(phone, "2h nobody knows")
    bar = page.locator("[data-offline]")

    sign_in_as(phone, None, client, settings)
    online(phone)
    expect(bar).to_contain_text("2 entries wait on this device. Sign in to send them.")
    sign_in_as(phone, bo, client, settings)
    page.goto("/log/")
    expect(bar).to_contain_text("2 entries of somebody else wait on this device")
    assert "secret plan" not in page.content()
    sign_in_as(phone, marit, client, settings)
    page.goto("/log/")
    expect(bar).to_contain_text("1 entry that you wrote offline is kept.")

    bar.locator("[name=line]").fill("3h atlas")
    bar.get_by_role("button", name="Keep it").tap()
    expect(bar.get_by_role("listitem")).to_have_count(0)
    page.goto("/")
    assert {e.owner_id for e in TimeEntry.objects.all()} == {marit.pk}
    assert sorted(e.seconds for e in TimeEntry.objects.all()) == [7200, 10800]


@pytest.mark.slow
def test_a_form_that_was_open_when_the_connection_broke_loses_nothing(phone):
    page = phone.page
    page.goto("/log/")
    page.get_by_label("In one line").fill("90 min atlas")
    offline(phone)
    page.get_by_role("button", name="Keep it").tap()
    expect(page.get_by_text("1 entry waits on this device")).to_be_visible()

    online(phone)

    expect(page.locator("[data-offline]")).to_contain_text("1 entry that you wrote")
    assert TimeEntry.objects.get().seconds == 5400


def test_the_device_keeps_no_page_of_a_person_and_forgets_at_signing_out(phone):
    page = phone.page
    kept = page.evaluate(CACHED)
    page.goto("/settings/")
    page.get_by_role("button", name="Sign out").tap()
    expect(page.locator("h1")).to_contain_text("All your roles")
    roles = "() => self.plaitQueue.known('roles').then((found) => found ?? null)"

    assert [one for one in kept if not one.startswith("/static/")] == ["/offline/"]
    page.wait_for_function(f"async () => (await ({roles})()) === null")
