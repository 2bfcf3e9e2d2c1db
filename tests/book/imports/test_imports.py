"""Bringing files in: told twice is held once, previewed truly, bad rows kept apart."""

from pathlib import Path

import pytest

from plait.book.imports.position_choice import PositionChoice, Positions
from plait.book.imports.report import ImportReport
from plait.book.models import Batch, ImportedFile, Payment
from plait.book.queries import revision_of
from plait.formats.tables.mapping import Mapping, signature_of
from tests.book.conftest import OPTIONS, SAMPLES
from tests.book.statements import Paid, camt, ing, mt940
from tests.book.tables import records, told, whole

# One small file of every format.
ONE_OF_EACH = (
    "Basic_LinkedInDataExport_11-20-2026.zip",
    "abn-amro-savings.tab",
    "agenda-praktijk.ics",
    "camt053-2026-second-half.xml",
    "clockify-2025-q3.csv",
    "harvest-atlas-2025.csv",
    "ing-2025.csv",
    "kimai-atlas-2026-second-half.csv",
    "monzo-2026.csv",
    "n26-2024.csv",
    "rabobank-2023-2024.csv",
    "resume.json",
    "revolut.csv",
    "solidtime-2026.csv",
    "sparkasse.csv",
    "starling-2023-2024.csv",
    "toggl-2023-2024.csv",
    "wise-2025.csv",
    "zakelijk-2023-2024.sta",
    "zakelijk-2025.ofx",
)
# A position of a CV that is over comes in only where it is chosen.
ALL = PositionChoice(Positions.ALL)
HEADING = ("Datum", "Waarvoor", "Terugontvangen", "Bon ingeleverd")
OWN_TABLE = OPTIONS._replace(
    mapping=Mapping(
        signature=signature_of(HEADING),
        kind="payments",
        columns=(("date", 0), ("payer", 1), ("amount", 2)),
        date_order="dmy",
        decimal=",",
    )
)


def in_all(report: ImportReport) -> tuple[int, int, int]:
    """Return how many lines were read, new and known in all files together."""
    files = report.files
    return (
        sum(one.n_read for one in files),
        sum(one.n_new for one in files),
        sum(one.n_known for one in files),
    )


@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_the_same_file_again_adds_nothing(bring, name):
    n_read, n_new, _ = in_all(bring(SAMPLES / name, positions=ALL))
    before = records()

    again = in_all(bring(SAMPLES / name, positions=ALL))

    assert n_new == n_read > 0
    assert again == (n_read, 0, n_read)
    assert records() == before


@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_the_same_file_under_another_name_and_twice_in_one_call_adds_nothing(
    bring, write, name
):
    content = (SAMPLES / name).read_bytes()
    renamed = [write("b/other name.txt", content), write("c/third.dat", content)]
    bring(SAMPLES / name, positions=ALL)
    before = records()

    again = in_all(bring(*renamed, positions=ALL))

    assert again[1] == 0
    assert again[0] == again[2]
    assert records() == before


def test_a_table_read_by_a_mapping_adds_nothing_the_second_time(bring):
    table = SAMPLES / "onkosten buurtvonk.csv"
    n_read, n_new, _ = in_all(bring(table, options=OWN_TABLE))

    again = in_all(bring(table, options=OWN_TABLE))

    assert n_new == n_read > 0
    assert again == (n_read, 0, n_read)


@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_a_preview_reports_what_the_import_then_does_and_writes_nothing(
    bring, nora, name
):
    bring(camt([Paid(2, "10.00")]))
    before, revision = whole(), revision_of(viewer=nora)

    preview = bring(SAMPLES / name, keep=False)

    assert preview.batch is None
    assert whole() == before
    assert revision_of(viewer=nora) == revision
    assert bring(SAMPLES / name).files == preview.files


def test_a_preview_of_the_first_import_ever_writes_nothing(bring, nora):
    before = whole()

    bring(camt([Paid(2, "10.00")]), keep=False)

    assert whole() == before
    assert revision_of(viewer=nora) == 0


def test_imports_are_numbered_from_one_per_person(bring, nora, omar):
    files = [camt([Paid(day, "10.00")]) for day in (2, 3)]

    numbers = [bring(one).batch for one in files] + [bring(files[0], viewer=omar).batch]

    assert numbers == [1, 2, 1]


def test_two_people_hold_the_same_file_each_for_themselves(bring, nora, omar):
    bring(camt([Paid(2, "10.00")]))

    report = bring(camt([Paid(2, "10.00")]), viewer=omar)

    assert report.files[0].n_new == 1
    assert told(nora) == told(omar)


BAD_ROW = ing([Paid(2, "10.00"), Paid(3, "20.00"), Paid(4, "30.00")]).replace(
    "20260303", "2026-99-03"
)


def test_a_bad_row_never_stops_the_good_ones(bring):
    report = bring(BAD_ROW).files[0]

    assert (report.n_read, report.n_new) == (2, 2)
    assert sorted(Payment.objects.values_list("amount_minor", flat=True)) == [
        1000,
        3000,
    ]


def test_a_problem_says_where_what_the_value_and_what_to_do(bring):
    [problem] = bring(BAD_ROW).files[0].problems

    assert problem.where == "line 3"  # heading, the 4th of March, then the 3rd
    assert problem.what == "This is not a date in the form that the file uses"
    assert problem.value == "2026-99-03"
    assert problem.fix == "Correct the date in the file, or export it again."


def test_problems_are_kept_with_the_import(bring):
    report = bring(BAD_ROW)

    kept = ImportedFile.objects.get(batch__number=report.batch)

    assert kept.problems == [report.files[0].problems[0]._asdict()]
    assert (kept.n_read, kept.n_new, kept.n_known) == (2, 2, 0)


UNREADABLE = {
    "nobody's file": "Dear reader, this is a letter.",
    "empty": "",
    "cut off": camt([Paid(5, "50.00"), Paid(6, "60.00")])[:-120],
}


@pytest.mark.parametrize("content", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_an_unreadable_file_among_good_ones_leaves_nothing(bring, content):
    good = [camt([Paid(2, "10.00")]), mt940([Paid(3, "20.00")])]

    report = bring(good[0], content, good[1])

    assert [one.n_new for one in report.files] == [1, 0, 1]
    assert len(report.files[1].problems) == 1
    assert sorted(Payment.objects.values_list("amount_minor", flat=True)) == [
        1000,
        2000,
    ]


@pytest.mark.parametrize("content", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_an_unreadable_file_alone_makes_no_import(bring, content):
    before = whole()

    report = bring(content)

    assert report.batch is None
    assert whole() == before


def test_what_only_some_files_hold_wrong_is_told_of_those_files_alone(bring):
    report = bring(BAD_ROW, camt([Paid(9, "10.00")]))

    assert [len(one.problems) for one in report.files] == [1, 0]


def test_everything_in_a_file_can_be_given_to_one_role(bring, nora, role_of):
    atlas = role_of(nora)

    bring(camt([Paid(2, "10.00"), Paid(3, "-4.00")]), role=atlas)

    assert set(Payment.objects.values_list("role", "status")) == {(atlas.pk, 1)}


def test_progress_is_told_per_file_up_to_the_end(bring):
    heard: list[tuple[str, float, int]] = []

    bring(
        SAMPLES / "toggl-2023-2024.csv",
        progress=lambda *told: heard.append(told),
    )

    assert heard[-1] == ("toggl-2023-2024.csv", 1.0, 636)


def test_a_crash_in_the_middle_leaves_the_book_as_it_was(bring):
    bring(camt([Paid(2, "10.00")]))
    before = whole()

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bring(mt940([Paid(3, "20.00")]), progress=crash)

    assert whole() == before


def test_the_files_of_an_import_are_kept_by_name_and_format(bring, write):
    path: Path = write("March.xml", camt([Paid(2, "10.00")]))

    report = bring(path)

    held = Batch.objects.get(number=report.batch).files.get()
    assert (held.name, held.format) == ("March.xml", "camt053")


def test_a_table_is_read_as_a_book_file_given_with_it_says(bring):
    book, table = SAMPLES.parent / "portfolio.toml", SAMPLES / "onkosten buurtvonk.csv"

    reports = bring(table, book).files

    assert reports[0].format == "table"
    assert reports[0].n_new
