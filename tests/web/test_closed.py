"""Every address, as nobody, as somebody else, and by every method.

A new address does not pass unseen: it needs a line in `tests/web/addresses.py`.
"""

import inspect
import io
import pkgutil
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from uuid import UUID

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from plait.accounts import operations as account_operations
from plait.accounts import queries as account_queries
from plait.book import operations, queries
from plait.book.models import Agreement, Payment
from plait.book.operations.sorting import keep_rule
from plait.book.queries import waiting
from plait.domain.rules import RuleField
from plait.web.staging import stage
from tests.book.tables import whole
from tests.web.addresses import PAGES, address
from tests.web.conftest import NOW, SECRET

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


CLOSED = sorted(name for name, page in PAGES.items() if not page.is_public)
# What names nothing of anybody's: a topic of the help, a kind of table.
OF_ALL = {"help_topic", "table_csv"}
NAMING = [
    (name, method)
    for name in CLOSED
    for method in PAGES[name].methods.split()
    if PAGES[name].names and name not in OF_ALL
]
GENERAL = [
    name
    for name in CLOSED
    if (not PAGES[name].names or name in OF_ALL) and "GET" in PAGES[name].methods
]


# What happens before anybody is known.
BEFORE_ANYBODY = {
    "add_person",
    "count_try",
    "forget_tries",
    "make_link",
    "n_people",
    "only_person",
    "owner_of_address",
    "person_named",
    "use_link",
}
# Counts of a whole server, for `server_state`, which asks whether a steward looks.
OF_A_SERVER = {"_jobs", "_largest", "_mail"}
TABLES = (".objects", "_default_manager", ".save(", ".delete()", "book_of(")


WRITES = re.compile(
    r"\s*(INSERT|UPDATE|DELETE|REPLACE|CREATE|ALTER|DROP)\b", re.IGNORECASE
)

# Of one request alone: its token, and the address to come back to.
MARKS = re.compile(rb'name="(csrfmiddlewaretoken|next)" value="[^"]*"')


def without_marks(answer) -> bytes:
    """Return a page without what is another for each request."""
    return MARKS.sub(b"", answer.content)


def patterns(resolver: URLResolver) -> Iterator[URLPattern]:
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from patterns(one)
        else:
            yield one


ABSENT = {
    "role": "no-such-role",
    "terms": 999_999,
    "rule": 999_999,
    "import": 999_999,
    "away": 999_999,
    "holiday": 999_999,
    "season": 999_999,
    "overhead": 999_999,
    "cause": 999_999,
    "fallback": 999_999,
    "invoice": 999_999,
    "upload": "0" * 32,
    "first": 0,
    "share": UUID(int=0),
    "received": UUID(int=0),
    "table": "invoices",
    "record_kind": "payments",
    "calendar": 999_999,
    "device": 999_999,
    "job": 999_999,
    "change": 999_999,
    "entry": 999_999,
    "attachment": 999_999,
    "recurring": 999_999,
    "recurring_on": "2026-11-20",
    "payment": 999_999,
    "feed": "no-such-feed",
    "link": "no-such-link",
}


def everything_in(answer) -> str:
    """Return the text of a page, or of each file of an archive."""
    if not answer.streaming:
        return answer.text
    if answer["Content-Type"].startswith("text/"):
        return answer.getvalue().decode()
    with zipfile.ZipFile(io.BytesIO(answer.getvalue())) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist())


def ask(client: Client, method: str, url: str):
    return client.generic(method, url)


def test_every_address_is_in_the_table_of_this_test():
    found = {one.name for one in patterns(get_resolver())}

    assert found == PAGES.keys(), (
        "Say in tests/web/addresses.py what these addresses answer to, and whether they are public: "
        f"{found ^ PAGES.keys()}"
    )


def test_only_the_door_and_a_secret_calendar_are_public():
    public = {name for name, page in PAGES.items() if page.is_public}

    assert public == {
        "sign_in",
        "sign_in_link",
        "calendar_feed",
        "reminder_feed",
        # The installed app itself, which holds nothing of anybody.
        "favicon",
        "manifest",
        "offline",
        "service_worker",
    }


# One book serves all addresses of a test: to make one for each takes a minute in all.
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_nobody_is_led_to_the_door(ids, as_nobody, method):
    before = whole()

    for name in CLOSED:
        url = address(name, ids)
        answer = ask(as_nobody, method, url)
        assert answer.status_code == 302, name
        assert answer["Location"] == f"/sign-in/?next={url}"
        assert SECRET not in answer.text, name

    assert whole() == before


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_what_is_anothers_is_as_absent_as_what_is_not_there(ids, as_charlie, method):
    before = whole()

    for name in [name for name, its in NAMING if its == method]:
        answer = ask(as_charlie, method, address(name, ids))
        absent = ask(as_charlie, method, address(name, ABSENT))
        assert answer.status_code == absent.status_code == 404, name
        assert without_marks(answer) == without_marks(absent), name
        assert SECRET not in answer.text, name

    assert whole() == before


def test_no_page_shows_anything_of_another(ids, charlie, as_charlie, role_of):
    role_of(charlie)  # a book with nothing in it shows the start instead of Today

    for name in GENERAL:
        answer = as_charlie.get(address(name, ids))
        # A copy of the whole file is nobody's where two people share it.
        assert answer.status_code == (404 if name == "backup" else 200), name
        assert SECRET not in everything_in(answer), name


def every_table() -> dict[str, list[tuple]]:
    """Return the rows of all tables but sessions, which note when they were used."""
    return {
        model.__name__: sorted(model._default_manager.values_list(), key=repr)
        for model in apps.get_models(include_auto_created=True)
        if model is not Session
    }


def test_reading_writes_nothing(ids, as_nora):
    before, written = every_table(), []

    def watch(execute, sql, *rest):
        if WRITES.match(sql) and Session._meta.db_table not in sql:
            written.append((name, sql))
        return execute(sql, *rest)

    with connection.execute_wrapper(watch):
        for name in PAGES.keys() - {"sign_in_link"}:
            for method in ("GET", "HEAD"):
                answer = ask(as_nora, method, address(name, ids))
                for _part in answer.streaming_content if answer.streaming else ():
                    pass
        assert not written
        assert every_table() == before
        # A link is good for once: that it was used is noted.
        as_nora.get(address(name := "sign_in_link", ids))
    assert written


def test_an_address_refuses_the_methods_it_is_not_made_for(ids, as_nora):
    before = whole()

    for name, page in PAGES.items():
        url, wrong = address(name, ids), {*METHODS, "HEAD"} - set(page.methods.split())
        refused = {m for m in wrong if ask(as_nora, m, url).status_code == 405}
        assert refused == wrong, name

    assert whole() == before


def test_a_form_of_another_site_changes_nothing(ids, nora):
    stranger, client = (Client(enforce_csrf_checks=True) for _ in range(2))
    client.force_login(nora)
    before = whole()

    for name in [name for name, page in PAGES.items() if "POST" in page.methods]:
        sender = stranger if name == "sign_in" else client
        answer = sender.post(address(name, ids))
        assert answer.status_code == 403, name
        assert "This form has grown old." in answer.text, name

    assert whole() == before


@pytest.mark.parametrize("name", ["role", "rule", "import_one", "agreement_change"])
def test_an_id_too_large_for_any_table_is_absent_too(ids, as_nora, name):
    large = ids | dict.fromkeys(("rule", "import", "terms"), 10**30)
    large["role"] = ids["role"] if name == "agreement_change" else "r" * 5000

    answer = as_nora.get(address(name, large))

    assert answer.status_code == 404


@pytest.mark.parametrize("how", ["confirm", "proposed"])
def test_the_inbox_takes_no_role_of_another(ids, as_charlie, charlie, how):
    Payment.objects.create(
        owner=charlie,
        fingerprint=1,
        booked_on=date(2026, 3, 2),
        amount_minor=100,
        currency="EUR",
        payer="Bakery",
    )
    [waits] = waiting(viewer=charlie)
    before = whole()

    if how == "confirm":
        sent = {"item": waits.key, "role": ids["role"], "keep": "yes"}
        answer = as_charlie.post(reverse("inbox_confirm"), sent)
    else:
        seen = {"seen": [f"{waits.key} {ids['role']}"]}
        answer = as_charlie.post(reverse("inbox_proposed"), seen)

    assert answer.status_code == 404
    assert whole() == before


def test_an_upload_takes_no_role_of_another(ids, as_charlie, charlie):
    upload = SimpleUploadedFile("own.csv", b"a;b\n")
    staged = stage(viewer=charlie, uploads=[upload], now=NOW)

    as_charlie.post(reverse("import_say", args=[staged.token]), {"role": ids["role"]})

    assert staged.options == {}
    staged.drop()


def test_a_rule_is_not_led_to_a_role_of_another(ids, as_charlie, charlie):
    rule = keep_rule(
        viewer=charlie, field=RuleField.PAYER, value="Bakery", role=None, now=NOW
    )

    answer = as_charlie.post(
        reverse("rule", args=[rule.pk]), {"value": "Bakery", "role": ids["role"]}
    )

    rule.refresh_from_db()
    assert answer.status_code == 200
    assert rule.role is None


def test_terms_are_found_through_their_own_role_alone(ids, as_nora, nora, role_of):
    other = role_of(nora, "Another")
    kwargs = {"key": other.key, "pk": ids["terms"]}

    answers = [
        as_nora.post(reverse(name, kwargs=kwargs)).status_code
        for name in ("agreement_change", "agreement_remove")
    ]

    assert answers == [404, 404]
    assert Agreement.objects.filter(pk=ids["terms"]).exists()


def functions(package) -> Iterator[tuple[str, inspect.Signature]]:
    """Yield each function of a package or a module that touches the tables."""
    modules = [package]
    if hasattr(package, "__path__"):
        found = pkgutil.iter_modules(package.__path__, f"{package.__name__}.")
        modules += [import_module(one.name) for one in found]
    for module in modules:
        for name, what in inspect.getmembers(module, inspect.isfunction):
            is_ours = what.__module__ == module.__name__
            if is_ours and any(word in inspect.getsource(what) for word in TABLES):
                yield name, inspect.signature(what)


@pytest.mark.parametrize(
    "package",
    [queries, operations, account_queries, account_operations],
    ids=lambda package: package.__name__,
)
def test_every_question_and_every_change_says_for_whom(package):
    found = dict(functions(package))
    silent = {
        name
        for name, signature in found.items()
        if "viewer" not in signature.parameters
        or signature.parameters["viewer"].default is not inspect.Parameter.empty
    }

    assert found
    assert silent - BEFORE_ANYBODY - OF_A_SERVER == set()


@pytest.mark.parametrize(
    "name", [n for n in queries.__all__ if inspect.isfunction(getattr(queries, n))]
)
def test_a_question_that_skins_may_ask_takes_its_viewer_by_name(name):
    viewer = inspect.signature(getattr(queries, name)).parameters["viewer"]

    assert viewer.kind is inspect.Parameter.KEYWORD_ONLY
