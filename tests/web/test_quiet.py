"""The quiet view: no name and no amount of a person in any page, nothing lost by it."""

import html
import io
import re
import zipfile

import pytest

from plait.accounts.operations import change_person
from plait.book.models import (
    CheckIn,
    Invoice,
    Organisation,
    Role,
    TimeEntry,
    Timer,
)
from plait.domain.quiet import MARK
from plait.web.pages.quiet import quiet_page
from tests.web.addresses import PAGES, address
from tests.web.conftest import SECRET

PAID = "Blauwdonk"  # of the role with hours and income
# These hand out a file, or are nobody's.
FILES = {"export", "backup", "calendar_feed", "records_csv", "attachment"}
FILES |= {"table_csv", "received_csv"}
QUIET = [
    name
    for name, page in PAGES.items()
    if "GET" in page.methods and not page.is_public and name not in FILES
]


@pytest.fixture
def quietly(as_nora):
    """Nora's browser on a device where quiet view is on."""
    as_nora.cookies["plait_quiet"] = "1"
    return as_nora


@pytest.fixture
def secret_book(nora, life_of, ids):
    """A book in which every name, note and title is the same word."""
    role = life_of(nora)
    Role.objects.filter(pk=role.pk).update(
        name=PAID, key=PAID.lower(), skills=f"{PAID} skill"
    )
    Organisation.objects.filter(role=role).update(
        name=f"{PAID} House", sector=f"{PAID} care"
    )
    Invoice.objects.filter(owner=nora).update(number=f"{PAID}-031")
    change_person(viewer=nora, savings_minor=876_500, floor_minor=234_500)
    return ids


def behind() -> str:
    """Return what stands for the key of the paid role."""
    return f"q-role-{Role.objects.get(key=PAID.lower()).pk}"


def shown(text: str) -> str:
    return re.sub(r"<style.*?</style>", "", html.unescape(text), flags=re.DOTALL)


@pytest.mark.parametrize("name", QUIET)
def test_no_page_holds_a_name_or_an_amount(name, quietly, secret_book):
    page = shown(quietly.get(address(name, secret_book), follow=True).text)

    assert SECRET.casefold() not in page.casefold()
    assert PAID.casefold() not in page.casefold()
    found = re.findall(r"(?:1[.,]?200|8[.,]?765|2[.,]?345)\b", page)
    assert found == []


def test_roles_are_followed_by_what_stands_for_their_keys(quietly, secret_book):
    page = quietly.get(f"/roles/{PAID.lower()}/", follow=True)

    assert page.redirect_chain == [(f"/roles/{behind()}/", 302)]
    assert "Role 2" in page.text
    assert quietly.get(f"/records/?kind=time&role={behind()}").status_code == 200
    del quietly.cookies["plait_quiet"]
    assert quietly.get(f"/roles/{behind()}/")["Location"] == f"/roles/{PAID.lower()}/"


def test_hours_and_findings_are_the_same_as_ever(as_nora, quietly, secret_book):
    quiet = quietly.get("/hours/").text
    del as_nora.cookies["plait_quiet"]
    loud = as_nora.get("/hours/").text

    figures = re.compile(r"\b\d+(?:\.\d)? ?(?:h|hours)\b")
    assert figures.findall(shown(quiet)) == figures.findall(shown(loud))
    assert quiet.count("<article") == loud.count("<article")


def test_what_is_logged_in_quiet_view_has_its_true_role(nora, quietly, secret_book):
    answer = quietly.post(
        "/log/line/", {"line": f"2h {PAID.lower()} gebouwencommissie"}
    )
    page = quietly.get(answer["Location"]).text

    entry = TimeEntry.objects.filter(owner=nora).latest("pk")
    assert (entry.role.name, entry.description) == (PAID, "gebouwencommissie")
    assert "Done. Quiet view hides what was changed." in page
    assert "gebouwencommissie" not in page


def test_a_line_that_is_not_understood_comes_back_quietly(quietly, secret_book):
    answer = quietly.post("/log/line/", {"line": "2h nobody knows"})

    assert answer.status_code == 422
    assert "Turn quiet view off to read why." in answer.text
    assert 'value="2h nobody knows"' in answer.text
    assert PAID.casefold() not in shown(answer.text).casefold()


def test_forms_choose_the_true_role_behind_a_number(nora, quietly, secret_book):
    points = dict.fromkeys(("energy", "meaning", "growth", "pressure"), "4")
    sent = {f"{behind()}-{name}": point for name, point in points.items()}
    quietly.post("/check-in/", sent)
    quietly.post("/log/timer/start/", {"role": behind()})

    assert CheckIn.objects.get(owner=nora).role.name == PAID
    assert Timer.objects.get(owner=nora).role.name == PAID


def test_nothing_that_is_hidden_is_ever_saved(nora, quietly, secret_book):
    form = quietly.get(f"/roles/{behind()}/change/").text
    sent = {"name": f"Role 2{MARK}", "kind": "contract", "organisation": "House"}
    answer = quietly.post(f"/roles/{behind()}/change/", sent)

    assert re.search(r'<form[^>]* inert>(?:(?!</form>).)*name="name"', form, re.DOTALL)
    assert answer.status_code == 409
    assert "This page shows names and amounts." in answer.text
    assert Role.objects.filter(owner=nora, name=PAID).exists()


def test_a_form_with_mistakes_comes_back_quietly_with_what_was_typed(
    nora, quietly, secret_book
):
    sent = {"kind": "in", "amount": "950.505", "on": "soon", "payer": "Training BV"}
    answer = quietly.post("/log/payment/", sent | {"role": behind()})

    page = shown(answer.text)
    assert answer.status_code in {200, 422}
    assert PAID.casefold() not in page.casefold()
    for typed in ("950.505", "soon", "Training BV"):
        assert f'value="{typed}"' in page
    assert re.search(rf'value="{behind()}" selected', page)
    assert "Role 2" in page
    assert not re.search(r"<form[^>]* inert>(?:(?!</form>).)*950", page, re.DOTALL)


def test_files_that_are_taken_along_hold_everything(quietly, secret_book):
    packed = b"".join(quietly.get("/settings/export/").streaming_content)
    files = zipfile.ZipFile(io.BytesIO(packed))
    text = "".join(files.read(name).decode() for name in files.namelist())

    assert PAID in text
    assert MARK not in text


def test_one_press_turns_it_on_and_off_and_stays_on_the_page(as_nora):
    on = as_nora.post("/quiet/", {"next": "/income/", "on": "1"})
    cookie = on.cookies["plait_quiet"]
    seen = as_nora.get("/income/").text
    off = as_nora.post("/quiet/", {"next": "/income/"})

    assert (on["Location"], off["Location"]) == ("/income/", "/income/")
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    assert 'aria-pressed="true"' in seen
    assert 'aria-pressed="false"' in as_nora.get("/income/").text


@pytest.mark.parametrize(
    ("page", "quiet"),
    [
        ("<p>€1,234.50 a month</p>", "···"),
        ("<p>-£12 and EUR 5.000,00</p>", "···"),
        ("<td>1.234,56 EUR</td>", "···"),
        ("<td>ZAR 18 200</td><td>₹900</td><td>12 KES</td>", "···"),
    ],
)
def test_amounts_that_no_sentence_hid_are_hidden_too(page, quiet):
    assert not re.search(r"\d", quiet_page(page))
    assert quiet in quiet_page(page)


def test_currencies_to_choose_from_stay():
    page = '<option value="EUR">EUR – Euro</option><p>3 roles, 40 %, ISO 8601</p>'

    assert quiet_page(page) == page


def test_what_stands_for_a_removed_role_is_never_another(quietly, nora, role_of):
    first, second = role_of(nora, "First"), role_of(nora, "Second")
    gone = f"q-role-{first.pk}"
    first.delete()

    answer = quietly.post(f"/roles/{gone}/remove/")

    assert answer.status_code in {404, 409}  # nothing there, and the page of that shut
    assert Role.objects.filter(pk=second.pk).exists()
