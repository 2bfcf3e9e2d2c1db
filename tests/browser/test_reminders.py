"""A reminder by thumb in Dutch: chosen, seen on Today, put away; and all deleted."""

from datetime import date, timedelta

from playwright.sync_api import expect

from plait.accounts.models import Person
from plait.accounts.operations import change_person
from plait.book.operations.roles import add_role
from tests.browser.conftest import PHONE
from tests.browser.looks import STILL
from tests.roles import new_role


def test_a_reminder_is_chosen_seen_and_put_away_and_all_is_deleted(marit, watch):
    change_person(viewer=marit, language="nl")
    add_role(viewer=marit, role=new_role())
    seen = watch(marit, **PHONE, **STILL)
    page = seen.page

    seen.goto("/settings/reminders/")
    page.get_by_label("Wekelijkse check-in").check()
    weekday = str((date.today() - timedelta(days=1)).weekday())  # noqa: DTZ011  # the browser's own day
    page.locator("[name=check-in-weekday]").select_option(weekday)
    page.get_by_role("button", name="Opslaan").tap()
    expect(page.get_by_text("Opgeslagen.")).to_be_visible()
    seen.goto("/")
    line = page.get_by_role("region", name="Herinneringen")
    expect(line).to_contain_text("Hoe was je week?")
    expect(page).to_have_title("Vandaag · Plait")
    line.get_by_role("button", name="Wegzetten").tap()
    expect(page.get_by_text("Weggezet tot de volgende keer.")).to_be_visible()
    expect(line).to_have_count(0)

    seen.goto("/settings/delete/")
    page.get_by_label("Typ het woord “verwijderen”").fill("verwijderen")
    page.get_by_role("button", name="Alles verwijderen").tap()
    expect(page.locator("h1")).to_have_text("Alles is verwijderd.")

    assert not Person.objects.exists()
    assert seen.faults == []
