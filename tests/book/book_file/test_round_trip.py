"""What is exported and imported elsewhere is the same picture, and the same records."""

import csv
import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plait.answers.context import answer_context
from plait.answers.review import review_answer
from plait.answers.to_json import to_json
from plait.book.models import Event, Mapping, Payment, TimeEntry
from plait.book.operations.entries import change_entry
from plait.book.operations.export import export_book
from plait.book.operations.records import add_time
from plait.book.operations.resilience import keep_scenario
from plait.book.operations.roles import add_role
from plait.book.operations.sorting import drop_rule
from plait.book.queries import own_scenarios, role_keyed, rules
from plait.book.queries.export import all_events, all_payments, all_records, all_time
from plait.domain.availability import AbsenceKind, OverheadKind
from plait.domain.portfolio import Person
from plait.domain.records import RecordStatus
from plait.domain.roles import CountsAs, RoleKind
from plait.domain.settled_findings import SettledAs
from plait.domain.settlements import SettlementKind
from plait.formats.plait.scenarios import scenario_from
from plait.wording.words import words_for
from tests.book.book_file.alike import differences
from tests.book.book_file.conftest import TODAY
from tests.book.book_file.life import HOURS, MAIN, OTHER, YEN, live
from tests.book.statements import Paid, camt, ing
from tests.cast import amt
from tests.roles import new_role

pytestmark = pytest.mark.django_db


@pytest.fixture
def export(tmp_path):
    """Write a person's book and return the files."""

    def export(viewer, name="export"):
        export_book(viewer=viewer, folder=tmp_path / name, today=TODAY)
        return sorted((tmp_path / name).iterdir())

    return export


@pytest.fixture
def projected(nora, bring_in):
    live(nora, bring_in)
    return nora


@pytest.fixture
def moved(projected, otto, export, bring_in):
    """Otto's book, made from an export of Nora's alone."""
    report = bring_in(otto, *export(projected))
    assert [file.problems for file in report.files] == [[]] * 5
    return otto


def everything(viewer):
    """Return all lines of the book in our words, in the order of an export."""
    reads = (all_records, all_payments, all_time, all_events)
    return [list(read(viewer=viewer)) for read in reads]


def test_the_picture_is_equal_field_by_field(projected, moved, portfolio):
    assert differences(portfolio(projected), portfolio(moved)) == []


def test_the_life_holds_every_kind_of_record(projected, portfolio):
    """Or the test above would compare nothing with nothing."""
    seen = portfolio(projected)

    assert {role.kind for role in seen.roles} == set(RoleKind)
    assert set(seen.payments.status) == set(seen.hours.status) | {RecordStatus.OPEN}
    assert set(seen.payments.currencies) == {"EUR", "JPY"}
    assert len(seen.hours.also_entry) == 3
    assert seen.events.is_all_day.any()
    assert not seen.events.is_all_day.all()
    assert len(seen.check_ins) == 3
    assert len(seen.waiting) == 2
    assert {one.kind for one in seen.absences} == set(AbsenceKind)
    assert {one.role is None for one in seen.absences} == {True, False}
    assert {one.kind for one in seen.overheads} == set(OverheadKind)
    assert len(seen.seasons) == 2
    assert seen.person.born_on == date(1984, 2, 29)
    assert (seen.person.savings, seen.person.floor) == (
        amt("14500.50 EUR"),
        amt("0.00 EUR"),
    )
    assert {len(one.roles) for one in seen.causes} == {0, 2}
    kept = (seen.beliefs, seen.fallbacks, seen.invoices)
    assert [len(rows) for rows in kept] == [2, 2, 2]
    assert {one.kind for one in seen.settlements} == set(SettlementKind)
    assert [one.settled_as for one in seen.settled_findings] == list(SettledAs)
    assert [role.occupation for role in seen.roles if role.skills] == ["2421"]
    terms = [one for role in seen.roles for one in role.agreements]
    assert [len(one.blocks) for one in terms if one.blocks] == [2]
    assert [one.counts_as for one in terms if one.has_opted_out] == [CountsAs.WORKER]


def test_the_review_is_equal(projected, moved, portfolio):
    def told(viewer):
        context = answer_context(portfolio(viewer), words_for("en"))
        return to_json(review_answer(context))

    assert told(projected) == told(moved)


def test_every_line_is_equal_also_what_no_picture_shows(projected, moved):
    assert everything(projected) == everything(moved)


def test_the_exports_of_both_are_equal_but_for_the_history(projected, moved, export):
    def read(viewer, name):
        files = {path.name: path.read_text("utf-8") for path in export(viewer, name)}
        book = json.loads(files.pop("book.json"))
        del book["imports"]
        return files, book

    assert read(projected, "one") == read(moved, "two")


@pytest.mark.parametrize("statement", [MAIN, OTHER, YEN, HOURS])
def test_the_statements_it_came_from_add_nothing(moved, bring_in, statement):
    [again] = bring_in(moved, statement).files

    assert (again.n_new, again.n_known) == (0, len(statement.splitlines()) - 1)


def test_importing_it_into_the_same_book_adds_nothing(
    projected, export, bring_in, portfolio
):
    before, lines = portfolio(projected), everything(projected)

    report = bring_in(projected, *export(projected))

    assert [(f.n_new, f.problems) for f in report.files] == [(0, [])] * 5
    assert sum(f.n_known for f in report.files) == sum(f.n_read for f in report.files)
    assert differences(before, portfolio(projected)) == []
    assert everything(projected) == lines


def test_undo_of_that_leaves_the_book_as_before(
    projected, export, bring_in, take_back, portfolio
):
    before, lines = portfolio(projected), everything(projected)
    report = bring_in(projected, *export(projected))

    gone = take_back(projected, report.batch)

    assert gone == 0
    assert differences(before, portfolio(projected)) == []
    assert everything(projected) == lines


def test_undo_in_the_other_book_leaves_it_empty(otto, portfolio, moved, take_back):
    take_back(otto, 1)

    assert portfolio(otto).person == Person("Otto")
    assert [len(lines) for lines in everything(otto)] == [1, 0, 0, 0]


def test_what_two_exports_told_stays_when_the_first_is_undone(
    moved, export, bring_in, take_back, portfolio
):
    bring_in(moved, *export(moved))
    before = portfolio(moved)

    take_back(moved, 1)

    assert differences(before, portfolio(moved)) == []


def test_scenarios_of_ones_own_come_along(nora, otto, export, bring_in):
    entry = {"name": "Mine", "cut": [{"sector": "care", "by": 0.25, "months": 6}]}
    keep_scenario(viewer=nora, scenario=scenario_from(entry))

    bring_in(otto, *export(nora))
    again = bring_in(otto, *export(nora))

    [kept] = own_scenarios(viewer=otto)
    assert own_scenarios(viewer=nora) == (kept,)
    assert sum(file.n_new for file in again.files) == 0


def test_a_rule_dropped_afterwards_opens_the_same_records(projected, moved, portfolio):
    for viewer in (projected, moved):
        for rule in rules(viewer=viewer):
            drop_rule(viewer=viewer, rule=rule)

    assert differences(portfolio(projected), portfolio(moved)) == []


def test_the_order_of_the_files_does_not_matter(
    projected, otto, export, bring_in, portfolio
):
    bring_in(otto, *reversed(export(projected)))

    assert differences(portfolio(projected), portfolio(otto)) == []


def test_tables_without_the_book_wait_in_the_inbox_and_say_why(
    projected, otto, export, bring_in
):
    files = [path for path in export(projected) if path.suffix == ".csv"]

    report = bring_in(otto, *files)

    payments = next(f for f in report.files if f.path == "payments.csv")
    assert payments.n_new == payments.n_read
    assert {p.value for p in payments.problems} == {
        "contract",
        "opportunity",
        "venture",
    }
    assert not Payment.objects.filter(owner=otto).exclude(role=None).exists()


def test_an_older_export_takes_nothing_back(projected, export, bring_in, portfolio):
    files = export(projected)
    study = role_keyed(viewer=projected, key="study")
    add_time(viewer=projected, role=study, on=date(2026, 4, 1), seconds=60)
    Event.objects.filter(owner=projected, title="-Away-").delete()
    after = portfolio(projected)

    bring_in(projected, *files)

    restored = portfolio(projected)
    assert differences(after.hours, restored.hours) == []
    assert len(restored.events) == len(after.events) + 1


def test_no_cell_of_the_tables_begins_like_a_formula(projected, export):
    for path in export(projected):
        if path.suffix == ".csv":
            with path.open(encoding="utf-8", newline="") as file:
                cells = [cell for row in csv.reader(file) for cell in row]
            risky = [c for c in cells if c.startswith(("=", "+", "-", "@", "\t", "\r"))]
            assert all(cell.lstrip("-").isdigit() for cell in risky)


@pytest.fixture
def bare(nora, otto):
    return nora, otto


texts = st.text(
    st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=40
)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(name=texts.filter(str.strip), text=texts)
def test_any_text_survives_the_way_there(bare, export, bring_in, name, text):
    nora, otto = bare
    TimeEntry.objects.all().delete()
    role = nora.role_set.first() or add_role(
        viewer=nora,
        role=new_role("x", organisation="x", kind=RoleKind.BOARD, started_on=TODAY),
    )
    type(role).objects.filter(pk=role.pk).update(name=name)
    add_time(viewer=nora, role=role, on=TODAY, seconds=1, description=text)
    otto.role_set.all().delete()

    report = bring_in(otto, *export(nora))

    assert [file.problems for file in report.files] == [[]] * 5
    assert everything(otto)[0][1:] == everything(nora)[0][1:]
    assert everything(otto)[2] == everything(nora)[2]


def test_mappings_read_the_persons_own_tables_in_the_other_book(moved, bring_in):
    [kept] = Mapping.objects.filter(owner=moved)

    assert (kept.name, kept.signature) == ("My =table", "s1")
    assert kept.columns["columns"] == {"date": 0, "amount": 1}


@pytest.mark.parametrize("turned", [False, True], ids=["as-written", "turned-round"])
def test_a_payment_that_only_the_export_has_comes_in_beside_its_like(
    nora, otto, export, bring_in, turned
):
    """Equal amounts of one day, one by each of two formats: they stay two."""
    first, second = Paid(2, "10.00"), Paid(2, "10.00", text="Invoice 2")
    bring_in(nora, ing([first]))
    bring_in(nora, camt([first, second]))
    bring_in(otto, ing([first]))
    payments = next(path for path in export(nora) if path.name == "payments.csv")
    heading, *rows = payments.read_text("utf-8").splitlines()
    if turned:
        payments.write_text("\n".join([heading, *reversed(rows)]), "utf-8")

    [report] = bring_in(otto, payments).files

    assert (len(rows), report.n_new, report.n_known) == (2, 1, 1)


def test_what_was_set_by_hand_stays_so_in_the_other_book(nora, otto, export, bring_in):
    bring_in(nora, HOURS)
    entry = TimeEntry.objects.get(owner=nora, project="Budget")
    change_entry(viewer=nora, entry=entry, description="By hand", seconds=3_600)

    bring_in(otto, *export(nora))
    bring_in(otto, HOURS.replace("03:30:00", "02:00:00").replace("12:30", "11:00"))

    moved = TimeEntry.objects.get(owner=otto, project="Budget")
    kept = TimeEntry.objects.get(owner=nora, project="Budget")
    assert moved.edited == kept.edited != ""
    assert (moved.description, moved.seconds) == ("By hand", 3_600)
