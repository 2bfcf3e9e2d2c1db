"""What every test stands on: an empty data folder, one database, no network.

`pytest` alone runs on SQLite. Where `PLAIT_TEST_DATABASE_URL` is set, the tests of
that process run on PostgreSQL; `make test` starts one process for each.
"""

import os
import tempfile

import django

_home = tempfile.TemporaryDirectory(prefix="plait-tests-")
_database = os.environ.get("PLAIT_TEST_DATABASE_URL", "")
for _name in [name for name in os.environ if name.startswith("PLAIT_")]:
    del os.environ[_name]  # the settings of a person's own book are not for tests
os.environ |= {
    "PLAIT_HOME": _home.name,
    "PLAIT_DATABASE_URL": _database,
    "DJANGO_SETTINGS_MODULE": "plait.server.settings",
}
django.setup()
del os.environ["PLAIT_DATABASE_URL"]  # a program that a test starts has its own book

pytest_plugins = ("tests.servers.databases", "tests.servers.chromium")
