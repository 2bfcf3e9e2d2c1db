"""What the review says is missing, and where it leads."""

import pytest

from plait.answers.findings.finding import Finding, Step
from tests.answers.cases import figures, reviewed
from tests.cast import Life, terms


def findings(life: Life) -> dict[str, Finding]:
    return {finding.kind: finding for finding in reviewed(life).findings}


def board(*names: str, **told) -> Life:
    life = Life(capacity=40)
    for name in names:
        life.role(name, is_paid=False, **told)
    return life


def test_a_gap_of_one_role_leads_into_it():
    gap = findings(board("Board"))["gap-no-terms"]

    assert gap.title == "No agreement is noted for Board yet"
    assert gap.step == Step("Note what was agreed", "agreement", "board")
    assert (gap.role, gap.colour) == ("board", 1)


def test_a_gap_of_several_roles_leads_to_the_list():
    gap = findings(board("Board", "Mentor"))["gap-no-terms"]

    assert gap.title == "No agreement is noted for Board and Mentor yet"
    assert gap.step == Step("Note what was agreed", "roles")
    assert (gap.role, gap.colour) == ("", 0)
    assert gap.number("roles") == ("board", "mentor")


def test_many_roles_are_counted_after_two():
    gap = findings(board("A", "B", "C", "D", "E"))["gap-no-terms"]

    assert gap.title == "No agreement is noted for A, B and 3 more yet"
    assert len(gap.number("roles")) == 5


def test_one_role_and_many_are_told_as_such():
    def told(*names: str) -> str:
        life = Life(capacity=40)
        for name in names:
            life.role(name, terms("2/week", until="2026-06-01"), is_paid=False)
        return findings(life)["gap-terms-ended"].title

    assert told("A") == "The agreement for A has ended, but the role goes on"
    assert told("A", "B") == (
        "The agreements for A and B have ended, but the roles go on"
    )


def test_unsure_kinds_are_one_or_many_and_lead_to_the_role_or_the_list():
    one = findings(board("A", is_sure=False))["gap-kind-unsure"]
    many = findings(board("A", "B", is_sure=False))["gap-kind-unsure"]

    assert one.title == "Check what kind of role this is: A"
    assert one.step == Step("Look at the role", "role", "a")
    assert many.title == "Check what kind of roles these are: A and B"
    assert many.step == Step("Look at your roles", "roles")


def test_statements_that_were_never_brought_in_lead_to_the_import():
    gap = findings(Life(capacity=40).role("Practice", "24/week"))["gap-money-stops"]

    assert gap.title == "No bank statement has been imported yet"
    assert gap.why == "Without one, nothing shows what each role brings in."
    assert gap.step == Step("Import a file", "import")


@pytest.mark.parametrize(
    ("account", "title"),
    [
        ("NL01", "The statements of NL01 stop on 30 June 2026"),
        ("", "Your bank statements stop on 30 June 2026"),
    ],
)
def test_statements_that_stop_name_their_account_where_it_has_a_name(account, title):
    life = Life().role("Practice").role("Flat")
    for role in ("Practice", "Flat"):
        life.is_paid_on(role, "10 EUR", "2026-06-30", account=account)

    gap = findings(life)["gap-money-stops"]

    assert gap.title == title
    assert gap.why == ("What Practice and Flat brought in since then is missing here.")
    assert gap.step == Step("Import a file", "import")


def test_hours_that_stop_and_hours_that_never_were_read_differently():
    never = Life().role("Practice")
    stopped = Life().role("Practice").gives("Practice", 8, "2026-10-01")

    gap = findings(never)["gap-hours-stop"]
    assert gap.title == "No hours are known yet"
    assert gap.step == Step("Log hours", "log")
    assert (
        findings(stopped)["gap-hours-stop"].title == "Your hours stop on 1 October 2026"
    )


def test_a_capacity_is_asked_for_in_the_settings():
    gap = findings(Life())["gap-no-capacity"]

    assert gap.step == Step("Enter your hours", "settings")


def test_money_without_a_rate_is_said_to_be_left_out():
    life = Life().role("Flat").is_paid_on("Flat", "9 UAH", "2026-10-30")
    life.is_paid_on("Flat", "9 ARS", "2026-10-30")

    gap = findings(life)["gap-no-rate"]

    assert gap.title == "Payments in ARS and UAH are left out of every sum"
    assert gap.number("currencies") == ("ARS", "UAH")


def waiting(**told) -> Finding:
    return findings(Life().waits(**told))["inbox"]


def test_one_thing_that_waits_is_one_thing():
    one = waiting(
        field="payer", value="Atlas", n_records=1, minor=85_050, currency="EUR"
    )

    assert one.title == "1 thing has no role yet"
    assert one.sentence == "Waiting for a role: 1 payment (€851)."
    assert one.step == Step("Go to the inbox", "inbox")


def test_what_waits_is_counted_by_its_sort():
    life = Life()
    life.waits("payer", "Atlas", n_records=4, minor=131_000, currency="EUR")
    life.waits("payer", "The agent", n_records=1, minor=78_000, currency="GBP")
    life.waits("project", "Budget", n_records=9, seconds=3600)
    life.waits("calendar", "Home", n_records=80).waits("calendar", "Work", n_records=2)

    inbox = findings(life)["inbox"]

    assert inbox.title == "5 things have no role yet"
    assert inbox.sentence == (
        "Waiting for a role: 5 payments (€1,310 and £780), 1 hour and 2 calendars."
    )
    assert figures(inbox) == {"n_subjects": 5, "n_payments": 5, "hours": 1.0}


def test_things_without_money_or_hours_are_told_by_their_number_alone():
    inbox = waiting(field="project", value="Budget", n_records=1)

    assert inbox.title == "1 thing has no role yet"
    assert inbox.sentence == ""
