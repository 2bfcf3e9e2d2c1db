"""Chromium for the tests that look at pages, as the distribution brings it."""

import shutil
from collections.abc import Iterator

import pytest

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
MISSING = "There is no Chromium here: apt-get install chromium"


def program() -> str | None:
    """Return the path of the browser that is installed, if one is."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


@pytest.fixture(scope="session")
def browser() -> Iterator:
    """One browser for all tests of a process."""
    path = program()
    if path is None:
        pytest.skip(MISSING)
    from playwright.sync_api import sync_playwright

    with pytest.MonkeyPatch.context() as patch:
        # The browser's driver runs an event loop in this thread; Django takes that
        # for a request that must not wait for the database.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=path, args=list(FLAGS))
            yield browser
            browser.close()


@pytest.fixture
def page_of(browser, live_server, client, settings) -> Iterator:
    """Open a page as somebody: `page_of(person).goto("/")`; as nobody: `page_of()`."""
    contexts = []

    def page_of(person=None, **options):
        # A worker's files are fetched for each new device; few tests are about it.
        options = {"service_workers": "block"} | options
        context = browser.new_context(base_url=live_server.url, **options)
        contexts.append(context)
        context.set_default_timeout(20_000)  # of a busy machine
        if person is not None:
            client.force_login(person)
            name = settings.SESSION_COOKIE_NAME
            session = {"name": name, "value": client.cookies[name].value}
            context.add_cookies([session | {"url": live_server.url}])
        return context.new_page()

    yield page_of
    for context in contexts:
        context.close()
