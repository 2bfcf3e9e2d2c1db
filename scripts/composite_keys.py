"""Print the SQL that puts the owner into every key of the tables that owners fill.

On one machine the key of a record is a number. On a cluster that keeps the records of
one owner together (Citus), every primary, unique and foreign key between records has
to begin with the owner. Django refuses foreign keys to such keys, so its models stay
as they are and the database is changed under them:

    python -m scripts.composite_keys | psql --set ON_ERROR_STOP=1 …
    python -m scripts.composite_keys --back | psql --set ON_ERROR_STOP=1 …

It reads the database that `PLAIT_DATABASE_URL` names and changes nothing itself. What
it prints is one transaction; twice changes nothing more. How each key was stands in
the database beside it, as its comment, for the way back. Go back before a migration.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from typing import NamedTuple

OWNER = "owner_id"
# How somebody signs in is asked before their owner is known: these stay on one machine.
LOCAL = {"accounts_signin", "accounts_signinlink"}
_WAS = "before the owner: "
_IS_OWNED = """
    SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE a.attname = 'owner_id' AND a.attnotnull AND NOT a.attisdropped
      AND c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace"""
_CONSTRAINTS = """
    SELECT t.relname, k.conname, k.contype, pg_get_constraintdef(k.oid),
           f.relname, obj_description(k.oid, 'pg_constraint')
    FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid
    LEFT JOIN pg_class f ON f.oid = k.confrelid
    WHERE k.contype IN ('p', 'u', 'f') ORDER BY 1, 2"""
_INDEXES = """
    SELECT t.relname, i.relname, 'i', pg_get_indexdef(i.oid), NULL,
           obj_description(i.oid, 'pg_class')
    FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid
    JOIN pg_class i ON i.oid = x.indexrelid
    WHERE x.indisunique
      AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.oid)
    ORDER BY 1, 2"""


class Key(NamedTuple):
    """A key as the database has it: "p" primary, "u" unique, "f" foreign, "i" index.

    `text` is its definition in SQL, `points_to` the table of a foreign key, and `note`
    its comment, "" where there is none.
    """

    table: str
    name: str
    kind: str
    text: str
    points_to: str
    note: str


def with_owners(keys: Iterable[Key], owned: set[str]) -> Iterator[tuple[Key, Key]]:
    """Yield each key that lacks the owner, as it is and as it becomes."""
    for key in keys:
        is_inside = key.kind != "f" or key.points_to in owned
        if key.table not in owned or not is_inside:
            continue
        text = _owner_first(key)
        if text != key.text:
            yield key, key._replace(text=text, note=_WAS + key.text)


def without_owners(keys: Iterable[Key]) -> Iterator[tuple[Key, Key]]:
    """Yield each key that was given the owner, as it is and as it was."""
    for key in keys:
        if key.note.startswith(_WAS):
            yield key, key._replace(text=key.note.removeprefix(_WAS), note="")


def statements(changes: Iterable[tuple[Key, Key]]) -> Iterator[str]:
    """Yield the SQL: foreign keys go first and come last."""
    pairs = sorted(changes, key=lambda pair: pair[0].kind != "f")
    for old, _new in pairs:
        yield _dropped(old)
    for _old, new in reversed(pairs):
        yield _made(new)
        yield _noted(new)


def _owner_first(key: Key) -> str:
    """Return the definition with the owner before the other columns of each list."""
    lists = {"f": 2}.get(key.kind, 1)
    return re.sub(r"\(([^()]*)\)", _listed, key.text, count=lists)


def _listed(found: re.Match[str]) -> str:
    columns = [c.strip() for c in found[1].split(",")]
    others = [c for c in columns if c != OWNER]
    return found[0] if OWNER in columns else f"({', '.join([OWNER, *others])})"


def _dropped(key: Key) -> str:
    if key.kind == "i":
        return f'DROP INDEX "{key.name}";'
    return f'ALTER TABLE "{key.table}" DROP CONSTRAINT "{key.name}";'


def _made(key: Key) -> str:
    if key.kind == "i":
        return f"{key.text};"
    return f'ALTER TABLE "{key.table}" ADD CONSTRAINT "{key.name}" {key.text};'


def _noted(key: Key) -> str:
    text = "'" + key.note.replace("'", "''") + "'" if key.note else "NULL"
    if key.kind == "i":
        return f'COMMENT ON INDEX "{key.name}" IS {text};'
    return f'COMMENT ON CONSTRAINT "{key.name}" ON "{key.table}" IS {text};'


def read_keys() -> tuple[list[Key], set[str]]:
    """Return the keys of the connected database, and the tables that owners fill."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(_IS_OWNED)
        owned = {row[0] for row in cursor.fetchall()} - LOCAL
        keys = []
        for question in (_CONSTRAINTS, _INDEXES):
            cursor.execute(question)
            keys += [
                Key(*row[:2], _letter(row[2]), row[3], row[4] or "", row[5] or "")
                for row in cursor.fetchall()
            ]
    return keys, owned


def _letter(kind: str | bytes) -> str:
    return kind.decode() if isinstance(kind, bytes) else kind


def main(arguments: list[str]) -> None:
    """Print the SQL, with `--back` that of the way back."""
    import django

    django.setup()
    keys, owned = read_keys()
    back = "--back" in arguments
    changes = without_owners(keys) if back else with_owners(keys, owned)
    print("BEGIN;", *statements(changes), "COMMIT;", sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
