"""plait --quiet-view: no name and no amount in what commands print."""

import json
import re
from datetime import date
from decimal import Decimal

import pytest

from plait.accounts.operations import change_person
from plait.book.models import Organisation, Role, TimeEntry
from plait.book.operations.by_hand import add_payment
from plait.book.operations.records import add_time
from plait.cli.quiet_view import SHOWING
from plait.domain.money import Money
from tests.falling_back import add_invoice

NAMES = ("Blauwdonk", "Zuiderhof", "gebouwencommissie")
AMOUNTS = r"\b(?:1[.,]?234|8[.,]?765|2[.,]?345)\b"
FEW = frozenset({"records", "role list", "settings", "invoices", "income"})
MORE = {"role show": ("blauwdonk",), "payment show": (), "entry show": ()}
WORDS = {"takeon": ("--new", "X", "--hours", "4/week"), "plan": ("--scenarios", "200")}


@pytest.fixture
def secret(nora, role_of):
    """A book in which all that is named is one of the names."""
    role = role_of(nora, NAMES[0])
    Role.objects.filter(pk=role.pk).update(key="blauwdonk")
    Organisation.objects.filter(role=role).update(name=NAMES[1], sector=NAMES[2])
    on, amount = date(2026, 10, 28), Money(Decimal(1234), "EUR")
    paid = add_payment(viewer=nora, role=role, on=on, amount=amount, payer=NAMES[1])
    given = add_time(viewer=nora, role=role, on=on, seconds=9000, description=NAMES[2])
    add_invoice(
        viewer=nora,
        role=role,
        number=f"{NAMES[0]}-7",
        amount=amount,
        issued_on=on,
        due_on=on,
    )
    change_person(viewer=nora, savings_minor=876_500, floor_minor=234_500)
    return {"payment show": (paid.pk,), "entry show": (given.pk,)}


@pytest.mark.parametrize(
    "commands",
    [FEW, pytest.param(SHOWING - FEW, marks=pytest.mark.slow)],
    ids=["few", "all"],
)
def test_no_command_prints_a_name_or_an_amount(plait, secret, commands):
    more = WORDS | MORE | secret
    faults = []
    for command in sorted(commands):
        words = (*command.split(), *more.get(command, ()))
        text = plait("--quiet-view", *words).output
        faults += [f"{command}: {name}" for name in NAMES if name in text]
        faults += [f"{command}: {found}" for found in re.findall(AMOUNTS, text)]

    assert faults == []


def test_a_command_that_changes_something_says_only_that_it_is_done(
    plait, secret, nora
):
    line = "2h blauwdonk gebouwencommissie"
    done = plait("log", line, PLAIT_QUIET_VIEW="1")
    again = plait("holidays", "--add", "2026-12-24", PLAIT_QUIET_VIEW="1")
    refused = plait("log", "2h nobody", PLAIT_QUIET_VIEW="1")

    kept = TimeEntry.objects.filter(owner=nora).latest("pk")
    assert (kept.role.name, kept.description) == (NAMES[0], NAMES[2])
    assert done.output == again.output == "Done. Quiet view hides what was changed.\n"
    assert (refused.exit_code, refused.output) == (
        2,
        "This cannot be done. Turn quiet view off to read why.\n",
    )


def test_json_and_csv_stay_whole(plait, secret):
    found = json.loads(plait("--quiet-view", "role", "list", "--json").output)
    table = plait("--quiet-view", "records", "--csv").output

    assert "Blauwdonk" in json.dumps(found)
    assert "1234" in table
