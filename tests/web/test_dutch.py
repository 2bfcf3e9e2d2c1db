"""Every page speaks Dutch to whoever chose it."""

import html
import re
from datetime import date, timedelta

import pytest
from django.http import HttpResponse

from plait.accounts.operations import change_person
from plait.book.operations.records import add_time
from plait.book.operations.roles import agree
from plait.wording.records.problems import where_text
from plait.wording.words import words_for
from tests.cast import terms
from tests.tell_tales import english_in
from tests.web.addresses import PAGES, address
from tests.web.files import ONE_BAD_LINE, TABLE
from tests.web.importing import Importing

# These give a file, or lead on.
NO_PAGES = {
    "favicon",
    "manifest",
    "service_worker",
    "offline_who",
    "records_csv",
    "table_csv",
    "received_csv",
    "attachment",
    "export",
    "backup",
    "sign_in_link",
    "calendar_feed",
    "reminder_feed",
}
SHARED = [
    name
    for name, page in PAGES.items()
    if "GET" in page.methods and name not in NO_PAGES
]


@pytest.fixture
def in_dutch(nora, as_nora):
    """Return Nora's browser, after she chose Dutch."""
    change_person(viewer=nora, language="nl")
    return as_nora


@pytest.fixture
def projected(nora, life_of):
    """Give Nora a role of 20 hours a week where 8 were agreed, and a full week."""
    role = life_of(nora)
    for back in range(20):
        on = date(2026, 11, 13) - timedelta(weeks=back)
        add_time(viewer=nora, role=role, on=on, seconds=20 * 3600)
    agree(viewer=nora, role=role, terms=terms("8/week", since="2020-01-01"))
    change_person(viewer=nora, capacity_minutes=16 * 60)


def words(answer: HttpResponse) -> str:
    """Return what a page says, also to who cannot see it; no long lists of names."""
    page = re.sub(r"(?s)<(script|style)\b.*?</\1>", " ", answer.text)
    page = re.sub(r'(?s)<select name="(currency|timezone)".*?</select>', " ", page)
    told = re.findall(r'(?:aria-label|title|placeholder|data-label)="([^"]*)"', page)
    text = html.unescape(" · ".join([re.sub(r"<[^>]*>", " ", page), *told]))
    return " ".join(text.split())


@pytest.mark.parametrize("name", SHARED)
def test_a_page_says_no_english_word(name, in_dutch, projected, ids):
    page = in_dutch.get(address(name, ids), follow=True)

    assert 'lang="nl"' in page.text
    assert english_in(words(page)) == []


@pytest.mark.parametrize(
    "name", ["start", "start_roles", "roles", "inbox", "import", "imports"]
)
def test_a_page_of_an_empty_book_says_no_english_word(name, in_dutch):
    page = in_dutch.get(address(name, {}))

    assert english_in(words(page)) == []


@pytest.mark.parametrize("name", ["today", "role", "inbox", "import", "password"])
def test_the_same_page_in_english_is_full_of_tell_tales(name, as_nora, projected, ids):
    page = as_nora.get(address(name, ids), follow=True)

    assert english_in(words(page))


@pytest.mark.django_db(transaction=True)
def test_bringing_files_in_says_no_english_word(in_dutch):
    at = Importing(in_dutch)
    broken = {"broken.csv": ONE_BAD_LINE, "table.csv": TABLE, "empty.csv": ""}

    preview = at.choose(broken)
    inbox = at.confirm()
    known = at.choose({"monzo.csv": ONE_BAD_LINE})
    pages = [preview, inbox, known]
    for page in ("", "1/", "1/undo/"):
        pages += [in_dutch.get(f"/import/history/{page}")]
    pages.append(in_dutch.post("/import/history/1/undo/", follow=True))

    assert "Dit is geen datum zoals het bestand die schrijft" in words(preview)
    assert "hebben nog geen rol" in words(inbox)
    assert "Monzo-export (CSV)" in words(pages[4])  # of import 1
    assert [english_in(words(page)) for page in pages] == [[]] * len(pages)


def test_a_page_that_is_not_there_says_so_in_dutch(in_dutch):
    page = in_dutch.get("/nergens/")

    assert "Op dit adres staat niets." in words(page)
    assert english_in(words(page)) == []


def test_whoever_is_not_signed_in_reads_the_language_of_the_browser(as_nobody):
    page = as_nobody.get("/sign-in/", headers={"accept-language": "nl-NL,nl;q=0.9"})

    assert "Al je rollen, één leven." in words(page)
    assert english_in(words(page)) == []


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ("/settings/", {"capacity": "veel"}),
        ("/settings/password/", {"new_password1": "kort", "new_password2": "lang"}),
        ("/settings/password/", {"new_password1": "12345", "new_password2": "12345"}),
        ("/roles/new/", {"starts_on": "gisteren"}),
        ("/sign-in/", {"username": "nora", "password": "mis"}),
    ],
)
def test_a_form_says_in_dutch_what_is_wrong(where, told, in_dutch):
    if where == "/sign-in/":
        in_dutch.logout()
    page = in_dutch.post(where, told, headers={"accept-language": "nl"})

    assert "errorlist" in page.text
    assert english_in(words(page)) == []
    assert not re.search(r"\b[Uu]w\b", words(page))


def test_hours_dates_and_money_are_written_as_in_the_netherlands(
    in_dutch, projected, ids
):
    page = words(in_dutch.get("/roles/atlas/"))

    assert "€\u202f1.200" in in_dutch.get("/roles/atlas/").text
    assert "28 okt 2026" in page
    assert "20 u" in page


@pytest.mark.parametrize(
    ("where", "shown"),
    [
        ("line 12", "bestandsregel 12"),
        ("line 40, transaction 3", "bestandsregel 40, transactie 3"),
        ("roles 2, agreements 1", "rol 2, afspraak 1"),
        ("calendar", "agenda"),
        ("work 3", "work 3"),  # the name of a section of the file
        ("", ""),
    ],
)
def test_a_place_in_a_file_is_told_in_dutch(where, shown):
    assert where_text(words_for("nl"), where) == shown
