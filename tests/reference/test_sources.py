"""Every figure of law or statistics says where it is from and when to look again.

One test for all files below `plait.reference`, whatever they hold: a new country, or a
new sort of pack, is read without a word here. A statement is a rule, or any table that
names a source. One of law names the article too.
"""

import os
import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from plait import reference

FOLDER = Path(reference.__file__).parent
# What a folder says of its country is how dates are written there: nothing to cite.
FILES = {
    str(file.relative_to(FOLDER).with_suffix("")): tomllib.loads(file.read_text())
    for file in sorted(FOLDER.rglob("*.toml"))
    if file.stem != "country"
}
OF_LAW = {"working_time", "obligations", "clauses", "continued_pay", "health"}
KNOWN = ("looked up", "layoffs looked up", "own knowledge", "assumption")


def today() -> date:
    """Return the day, or that of the release that is being built again."""
    built = os.environ.get("SOURCE_DATE_EPOCH")
    return (
        datetime.fromtimestamp(int(built), UTC).date()
        if built
        else datetime.now(UTC).date()
    )


def statements(held: object, *, is_rule: bool = False) -> Iterator[dict]:
    if isinstance(held, dict):
        if is_rule or "source" in held:
            yield held
        for name, value in held.items():
            yield from statements(value, is_rule=name == "rules")
    elif isinstance(held, list):
        for one in held:
            yield from statements(one, is_rule=is_rule)


def article(one: dict) -> str:
    return (one.get("article") or one.get("law") or "").strip()


def named(ones: list[dict]) -> list[str]:
    return [one.get("id") or one.get("law") or one["source"] for one in ones]


STATEMENTS = {name: list(statements(held)) for name, held in FILES.items()}


def test_the_packs_are_found():
    assert {name.split("/")[-1] for name in FILES} >= OF_LAW | {"hazards", "stress"}
    assert sum(map(len, STATEMENTS.values())) > 100


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_older_than_the_day_it_is_to_be_looked_at_again(name):
    held = FILES[name]

    assert held["as_of"] <= today()
    assert today() < held["look_again_on"], (
        f"{name} was known on {held['as_of']} and is to be looked at again since"
        f" {held['look_again_on']}: check its rules, then set both days"
    )
    late = [o for o in STATEMENTS[name] if o.get("look_again_on", date.max) <= today()]
    assert not named(late), "look at these rules again"


@pytest.mark.parametrize("name", FILES)
def test_a_statement_says_where_it_is_from_and_how_well_it_is_known(name):
    usual = FILES[name].get("status", "looked up")
    ones = STATEMENTS[name]

    assert not named([one for one in ones if not one["source"].strip()])
    assert not named(
        [one for one in ones if not one.get("status", usual).startswith(KNOWN)]
    )


@pytest.mark.parametrize("name", [n for n in FILES if n.split("/")[-1] in OF_LAW])
def test_a_statement_of_law_names_its_article(name):
    without = named([one for one in STATEMENTS[name] if not article(one)])

    assert not without


@pytest.mark.parametrize("name", FILES)
def test_a_rule_ends_after_it_began_and_has_an_id_of_its_own(name):
    ones = STATEMENTS[name]
    ids = [one["id"] for one in ones if "id" in one]

    assert len(ids) == len(set(ids))
    assert not named(
        [
            one
            for one in ones
            if one.get("valid_from", date.min) >= one.get("valid_to", date.max)
        ]
    )
