"""What every test stands on: an empty data folder, one database, no network.

`pytest` alone runs on SQLite, and on PostgreSQL where `PLAIT_TEST_DATABASE_URL`
names a server. `make test` starts six processes: tests/servers/databases.py. One is a server of
several people; alone, its tests run by `PLAIT_TEST_SERVER=community pytest`.
"""

import os
import tempfile

import django
import pytest
from django.conf import settings as django_settings
from hypothesis import settings as hypothesis_settings

from plait.domain.writing import USUAL, write_as

_home = tempfile.TemporaryDirectory(prefix="plait-tests-")
_is_on_sqlite = os.environ.get("PYTEST_XDIST_WORKER") in {
    "sqlite",
    "skins",
    "browser",
    "apart",
}
_database = "" if _is_on_sqlite else os.environ.get("PLAIT_TEST_DATABASE_URL", "")
if os.environ.get("PYTEST_XDIST_WORKER") == "several":
    os.environ["PLAIT_TEST_SERVER"] = "community"
for _name in list(os.environ):
    if _name.startswith("PLAIT_") and not _name.startswith("PLAIT_TEST_"):
        del os.environ[_name]  # the settings of a person's own book are not for tests
os.environ |= {
    "PLAIT_HOME": _home.name,
    "PLAIT_DATABASE_URL": _database,
    "DJANGO_SETTINGS_MODULE": "plait.server.settings",
}
if os.environ.get("PLAIT_TEST_SERVER"):
    os.environ |= {
        "PLAIT_SERVER": os.environ["PLAIT_TEST_SERVER"],
        "PLAIT_ADDRESS": "http://localhost",
    }
os.environ.pop("COLUMNS", None)  # what a process of tests is given is no terminal
django.setup()
# A process for each of thousands of imports takes its time; tests of it ask for it.
django_settings.READS_APART = False
# How long one made-up value takes says how busy the machine is, not what is right.
hypothesis_settings.register_profile("plait", deadline=None)
hypothesis_settings.load_profile("plait")
# A program that a test starts has a book of its own, and a process that pytest
# starts reads this file before any settings.
del os.environ["PLAIT_DATABASE_URL"], os.environ["DJANGO_SETTINGS_MODULE"]

pytest_plugins = (
    "tests.servers.databases",
    "tests.servers.chromium",
    "tests.servers.answering",
    "tests.servers.radicale",
    "tests.servers.smtp",
)


@pytest.fixture(autouse=True)
def written_as_usual():
    """Forget how the person of a command wrote numbers: it ran in this process."""
    yield
    write_as(USUAL)
