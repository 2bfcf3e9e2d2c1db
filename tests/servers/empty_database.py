"""A PostgreSQL database with nothing in it, beside the one the tests use."""

import os
from collections.abc import Iterator
from urllib.parse import urlsplit, urlunsplit

import pytest


@pytest.fixture
def empty_database() -> Iterator[str]:
    """Make a database on the tests' PostgreSQL server; give its address."""
    server = os.environ.get("PLAIT_TEST_DATABASE_URL", "")
    if not server:
        pytest.skip("there is no PostgreSQL server; scripts/with-postgresql brings one")
    psycopg = pytest.importorskip("psycopg")
    name = f"empty_{os.getpid()}"
    parts = urlsplit(server)
    there = urlunsplit(parts._replace(path="/postgres"))
    with psycopg.connect(there, autocommit=True) as database:
        database.execute(f"DROP DATABASE IF EXISTS {name}")
        database.execute(f"CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE template0")
        yield urlunsplit(parts._replace(path=f"/{name}"))
        database.execute(f"DROP DATABASE {name} WITH (FORCE)")
