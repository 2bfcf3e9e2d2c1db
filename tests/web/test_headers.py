"""What goes with every page, and what pages look like where things go wrong."""

from html.parser import HTMLParser

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, OperationalError
from django.test import Client
from django.urls import reverse

from tests.web.addresses import PAGES, address
from tests.web.conftest import SECRET, signed_in

PAGE_NAMES = [name for name, page in PAGES.items() if "GET" in page.methods]
POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
}


class Inline(HTMLParser):
    """Finds what the policy would refuse: styles and scripts inside a page."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        names = [n for n in told if n == "style" or n.startswith("on")]
        names += [n for n, v in told.items() if (v or "").startswith("javascript:")]
        is_data = told.get("type") == "application/json"
        is_script = tag == "script" and "src" not in told and not is_data
        if names or is_script or tag == "style":
            self.found.append(self.get_starttag_text())

    @classmethod
    def of(cls, html: str) -> list[str]:
        reader = cls()
        reader.feed(html)
        return reader.found


# A file that somebody else may have made runs nothing and asks for nothing.
OF_FILES = {"attachment": {"sandbox", "default-src 'none'"}}


def refused(answer, wanted_policy=POLICY) -> dict[str, str]:
    """Return the headers that an answer lacks or has otherwise."""
    wanted = {
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    wrong = {n: answer.get(n) for n, v in wanted.items() if answer.get(n) != v}
    policy = answer.get("Content-Security-Policy", "")
    if {part.strip() for part in policy.split(";")} != wanted_policy:
        wrong["Content-Security-Policy"] = policy
    if "no-store" not in answer.get("Cache-Control", ""):
        wrong["Cache-Control"] = answer.get("Cache-Control")
    return wrong


@pytest.fixture
def answers(ids, nora, life_of):
    """Every page as its owner sees it, by name; those that lead on, followed."""
    life_of(nora)
    opened = []

    def answer(name):
        client = Client() if PAGES[name].is_public else signed_in(nora)
        opened.append(client.get(address(name, ids)))
        return opened[-1]

    yield answer
    for one in opened:
        one.close()


@pytest.mark.parametrize("name", PAGE_NAMES)
def test_every_page_brings_its_guards(answers, name):
    answer = answers(name)

    # A server of several people has no single file to take along.
    assert answer.status_code in ({200, 404} if name == "backup" else {200, 301, 302})
    assert refused(answer, OF_FILES.get(name, POLICY)) == {}
    # No style or script of its own, no title that names what is somebody's own, no
    # cookie within reach of scripts and other sites. One page for all four: it takes
    # much longer to make than to look at.
    assert answer.streaming or Inline.of(answer.text) == []
    title = "" if answer.streaming else answer.text.partition("</title>")[0]
    assert SECRET.casefold() not in title.partition("<title>")[2].casefold()
    for cookie in answer.cookies.values():
        assert cookie["httponly"], cookie.key
        assert cookie["samesite"] in {"Lax", "Strict"}, cookie.key
        assert not cookie["domain"], cookie.key


def test_the_search_for_styles_and_scripts_finds_them():
    html = (
        '<p style="a"><a href="javascript:x()">b</a><script>1</script><style></style>'
        '<b onclick="x">c</b><script type="application/json">{}</script>'
    )

    assert len(Inline.of(html)) == 5


def test_signing_in_sets_a_cookie_that_scripts_do_not_reach(ids, as_nobody):
    answer = as_nobody.get(address("sign_in_link", ids))

    cookie = answer.cookies["plait_session"]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_where_https_is_spoken_no_cookie_travels_without(settings, as_nobody, ids):
    settings.SESSION_COOKIE_SECURE = True

    answer = as_nobody.get(address("sign_in_link", ids))

    assert answer.cookies["plait_session"]["secure"]


@pytest.mark.parametrize(
    "host", ["elsewhere.example", "127.0.0.1.elsewhere.example", "127.0.0.1:80@x", ""]
)
def test_a_request_for_another_host_is_refused(as_nora, settings, host):
    settings.ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]

    answer = as_nora.get("/", headers={"Host": host})

    assert answer.status_code == 400
    assert "Plait could not make sense of this." in answer.text
    assert refused(answer) == {}


@pytest.mark.parametrize("host", ["127.0.0.1:8321", "localhost:8321", "[::1]:8321"])
def test_a_request_for_this_machine_is_answered(as_nora, settings, host):
    settings.ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]

    assert as_nora.get("/import/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("person", ["nora", "nobody"])
def test_an_address_where_nothing_is_gives_our_page(as_nora, as_nobody, person):
    client = as_nora if person == "nora" else as_nobody

    answer = client.get("/nothing/here/")

    assert answer.status_code == 404
    assert "There is nothing at this address." in answer.text
    assert refused(answer) == {}


def test_the_page_for_our_own_faults_needs_no_database():
    """No database fixture here: asking for one fails, as where it has gone."""
    client = Client(raise_request_exception=False)
    client.cookies["plait_session"] = "a session that cannot be looked up"

    answer = client.get("/")

    assert answer.status_code == 500
    assert "Something broke on our side." in answer.text
    assert "Traceback" not in answer.text
    assert refused(answer) == {}


def test_a_fault_inside_a_page_shows_nothing_of_it(nora, monkeypatch):
    def broken(**told):
        secret = "inner workings"
        raise RuntimeError(secret)

    monkeypatch.setattr("plait.web.views.today.is_new", broken)
    client = Client(raise_request_exception=False)
    client.force_login(nora)

    answer = client.get("/")

    assert answer.status_code == 500
    assert "Something broke on our side." in answer.text
    assert "inner workings" not in answer.text


@pytest.mark.parametrize(
    ("fault", "status", "sentence"),
    [
        (
            OperationalError("database is locked"),
            503,
            "Nothing of what you sent was kept;",
        ),
        (OperationalError("disk I/O error"), 500, "Something broke on our side."),
        (
            DatabaseError("database disk image is malformed"),
            500,
            "which copy you can put back.",
        ),
    ],
)
def test_a_change_that_waited_in_vain_for_its_turn_says_so(
    nora, monkeypatch, fault, status, sentence
):
    def locked(**told):
        raise fault

    monkeypatch.setattr("plait.web.views.account.settings.change_settings", locked)
    client = Client(raise_request_exception=False)
    client.force_login(nora)
    told = {"name": "N", "currency": "EUR", "timezone": "UTC", "language": "en"}
    told |= {"theme": "auto", "travel_minutes": "30"}

    answer = client.post(reverse("settings"), told)

    assert answer.status_code == status
    assert sentence in answer.text
    assert refused(answer) == {}


def test_a_form_far_too_large_is_refused_in_words(as_nora):
    answer = as_nora.post(reverse("settings"), {"name": "x" * 3_000_000})

    assert answer.status_code == 400
    assert "held more than Plait takes at once" in answer.text


def test_more_files_than_fit_one_request_are_refused_in_words(as_nora):
    files = [SimpleUploadedFile(f"{n}.csv", b"a") for n in range(1001)]

    answer = as_nora.post(reverse("import"), {"files": files})

    assert answer.status_code == 400
    assert "held more than Plait takes at once" in answer.text


def test_an_upload_of_nobody_is_turned_away_unread(as_nobody, monkeypatch):
    def read(*args):
        pytest.fail("the upload of nobody was read")

    handler = "django.core.files.uploadhandler.TemporaryFileUploadHandler"
    monkeypatch.setattr(f"{handler}.receive_data_chunk", read)
    upload = SimpleUploadedFile("large.csv", b"a" * 100_000)

    answer = as_nobody.post(reverse("import"), {"files": [upload]})

    assert answer["Location"] == "/sign-in/?next=/import/"


def test_style_sheets_may_be_kept_and_bring_their_guards(client):
    answer = client.get("/static/plait/css/base.css")

    assert answer.status_code == 200
    assert "no-store" not in answer.get("Cache-Control", "")
    assert answer["X-Content-Type-Options"] == "nosniff"
