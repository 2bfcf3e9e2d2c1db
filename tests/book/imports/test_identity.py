"""One thing counts once: corrected exports, two names of an account, bookings in parts."""

import pytest

from plait.book.imports.undo import undo_import
from plait.book.models import AccountName, Batch, Payment, TimeEntry
from plait.book.operations.entries import remove_entries
from plait.formats.source import Source
from plait.formats.tables.table import describe
from tests.book.conftest import NOW, OPTIONS
from tests.book.statements import Paid, camt, mt940

TOGGL = (
    "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,"
    "End date,End time,Duration,Tags\n"
)


def toggl(*rows: tuple[str, str, str, str, str]) -> str:
    """A detailed report: (project, text, day, from, to) each."""
    lines = [
        f"Nora,n@example.org,A,{project},,{text},No,{on},{start}:00,{on},{end}:00,"
        f"{int(end[:2]) - int(start[:2]):02}:00:00,\n"
        for project, text, on, start, end in rows
    ]
    return TOGGL + "".join(lines)


FIRST = toggl(
    ("Coaching", "intake", "2026-10-19", "09:00", "12:00"),
    ("Coaching", "report", "2026-10-20", "09:00", "17:00"),
    ("Board", "papers", "2026-10-21", "10:00", "13:00"),
)
CORRECTED = toggl(
    ("Coaching", "intake of K", "2026-10-19", "09:00", "12:00"),
    ("Training", "report", "2026-10-20", "09:00", "17:00"),
    ("Board", "papers", "2026-10-21", "10:00", "12:00"),
)


def hours_of(entries=None) -> dict[str, float]:
    found: dict[str, float] = {}
    for entry in entries or TimeEntry.objects.all():
        found[entry.project] = found.get(entry.project, 0) + entry.seconds / 3600
    return found


def test_a_corrected_export_corrects_the_entries(bring):
    bring(FIRST)

    report = bring(CORRECTED).files[0]

    assert (report.n_new, report.n_known, report.n_changed) == (0, 0, 3)
    assert hours_of() == {"Coaching": 3, "Training": 8, "Board": 2}


def test_both_exports_at_once_come_to_the_later_one(bring):
    reports = bring(FIRST, CORRECTED).files

    assert [(one.n_new, one.n_changed) for one in reports] == [(3, 0), (0, 3)]
    assert hours_of() == {"Coaching": 3, "Training": 8, "Board": 2}


def test_a_preview_tells_what_would_change_and_changes_nothing(bring):
    bring(FIRST)

    report = bring(CORRECTED, keep=False).files[0]

    assert (report.n_new, report.n_changed) == (0, 3)
    assert hours_of() == {"Coaching": 11, "Board": 3}


def test_either_export_again_changes_nothing(bring):
    bring(FIRST)
    bring(CORRECTED)

    reports = [bring(file).files[0] for file in (FIRST, CORRECTED)]

    assert [(one.n_new, one.n_changed) for one in reports] == [(0, 0), (0, 0)]
    assert hours_of() == {"Coaching": 3, "Training": 8, "Board": 2}


@pytest.mark.parametrize("order", [(2,), (2, 1), (1, 2)])
def test_undoing_a_correction_brings_back_what_it_corrected(bring, nora, order):
    bring(FIRST)
    bring(CORRECTED)

    for number in order:
        batch = Batch.objects.get(number=number)
        undo_import(viewer=nora, batch=batch, now=NOW)

    assert hours_of() == ({"Coaching": 11, "Board": 3} if order == (2,) else {})


def test_undoing_a_correction_counts_what_went_and_what_is_uncorrected(bring, nora):
    bring(FIRST)
    [report] = bring(CORRECTED).files

    undone = undo_import(viewer=nora, batch=Batch.objects.get(number=2), now=NOW)

    assert undone == (report.n_new, report.n_changed)
    assert report.n_changed


def test_undoing_the_first_leaves_what_the_correction_tells(bring, nora):
    bring(FIRST)
    bring(CORRECTED)

    undo_import(viewer=nora, batch=Batch.objects.get(number=1), now=NOW)

    assert hours_of() == {"Coaching": 3, "Training": 8, "Board": 2}


def test_of_three_versions_the_middle_one_is_undone_as_if_it_never_was(bring, nora):
    bring(FIRST)
    bring(CORRECTED)
    bring(CORRECTED.replace("Training", "Teaching"))

    for number in (2, 3):
        undo_import(viewer=nora, batch=Batch.objects.get(number=number), now=NOW)

    assert hours_of() == {"Coaching": 11, "Board": 3}


def test_two_entries_that_start_together_stay_two(bring):
    both = toggl(
        ("Coaching", "call", "2026-10-19", "09:00", "10:00"),
        ("Board", "call", "2026-10-19", "09:00", "11:00"),
    )
    bring(both)

    report = bring(both.replace("call", "talk")).files[0]

    assert report.n_changed == 2
    assert hours_of() == {"Coaching": 1, "Board": 2}


def test_a_removed_entry_stays_away_when_it_was_corrected_in_its_tracker(bring, nora):
    bring(FIRST)
    remove_entries(viewer=nora, entries=[TimeEntry.objects.get(description="report")])

    report = bring(CORRECTED).files[0]

    assert (report.n_new, report.n_changed) == (0, 2)
    assert hours_of() == {"Coaching": 3, "Board": 2}


HARVEST = "Date,Client,Project,Task,Notes,Hours,Billable?,First Name,Last Name\n"


def test_lengths_without_a_clock_are_corrected_where_most_agrees(bring):
    rows = (
        "2026-10-19,A,Coaching,Talk,intake,3.0,Yes,Nora,V\n"
        "2026-10-19,B,Board,Meet,papers,2.0,Yes,Nora,V\n"
    )
    bring(HARVEST + rows)

    report = bring(HARVEST + rows.replace("3.0", "2.5").replace("papers", "minutes"))

    assert (report.files[0].n_new, report.files[0].n_changed) == (0, 2)
    assert hours_of() == {"Coaching": 2.5, "Board": 2}


BBAN = "417164300"
IBAN = "NL91ABNA0417164300"


def test_an_account_by_its_old_number_and_its_iban_is_one(bring):
    bring(mt940([Paid(2, "800.00")], account=BBAN))

    report = bring(camt([Paid(2, "800.00")], IBAN)).files[0]

    assert (report.n_new, report.n_known) == (0, 1)
    assert Payment.objects.count() == 1
    assert list(AccountName.objects.values_list("identifier", flat=True)) == [IBAN]


def test_the_same_format_under_both_names_tells_each_payment_once(bring):
    bring(camt([Paid(2, "800.00"), Paid(3, "5.00")], BBAN))

    report = bring(camt([Paid(2, "800.00"), Paid(3, "5.00"), Paid(4, "6.00")], IBAN))

    assert (report.files[0].n_new, report.files[0].n_known) == (1, 2)


def test_a_file_reworded_by_the_bank_tells_each_payment_once(bring):
    """On the days between its first and last it must tell all that is held."""
    before = [
        Paid(2, "1.00"),
        Paid(5, "40.00", "Klant", "", "Factuur 7"),
        Paid(9, "2.00"),
    ]
    after = [
        Paid(2, "1.00"),
        Paid(5, "40.00", "KLANT BV", "", "Factuur 7"),
        Paid(9, "2.00"),
    ]
    bring(camt(before))

    report = bring(camt(after)).files[0]

    assert (report.n_new, report.n_known) == (0, 3)
    # And from now on by itself, in a file that does not cover the days around.
    assert bring(camt(after[1:2])).files[0].n_new == 0


def test_a_text_read_anew_is_no_other_payment(bring):
    """As an earlier Plait kept it, with the name within the text; on its only day."""
    bring(camt([Paid(5, "40.00", "", "", "Klant BV NL14VEER0724584293 Factuur 7")]))

    report = bring(camt([Paid(5, "40.00", "Klant BV", "", "Factuur 7")])).files[0]

    assert (report.n_new, report.n_known) == (0, 1)


def test_another_number_is_another_payment(bring):
    bring(camt([Paid(5, "40.00", "Klant BV", "", "Factuur 7")]))

    report = bring(camt([Paid(5, "40.00", "Klant BV", "", "Factuur 8")])).files[0]

    assert report.n_new == 1


def test_two_statements_that_share_a_day_keep_both_payments(bring):
    """The second begins where the first ended, in the middle of the day."""
    bring(camt([Paid(2, "1.00"), Paid(5, "40.00", "Jan")]))

    report = bring(camt([Paid(5, "40.00", "Piet"), Paid(7, "2.00")])).files[0]

    assert report.n_new == 2
    assert Payment.objects.count() == 4


TABLE = "Datum,Klant,Bedrag\n2026-03-05,Atelier Noord,40.00\n2026-03-05,Bol,40.00\n"
COLUMNS = {
    "kind": "payments",
    "columns": {"date": 0, "payer": 1, "amount": 2},
    "date_order": "ymd",
    "decimal": ".",
    "currency": "EUR",
}


def test_a_table_that_names_no_account_meets_the_statement_by_its_words(bring, write):
    bring(camt([Paid(5, "40.00", "Atelier Noord", "", "Factuur 7")]))
    file = write("table.csv", TABLE)
    signature = describe(Source("table.csv", file)).signature

    options = OPTIONS._replace(mapping={**COLUMNS, "signature": signature})
    report = bring(file, options=options).files[0]

    assert (report.n_new, report.n_known) == (1, 1)


WHOLE = [Paid(5, "300.00", "", "", "Members October")]
PARTS = """<Ntry><Amt Ccy="EUR">300.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
<BookgDt><Dt>2026-03-05</Dt></BookgDt><ValDt><Dt>2026-03-05</Dt></ValDt>
<AcctSvcrRef>BATCH77</AcctSvcrRef><BkTxCd/><NtryDtls><Btch><NbOfTxs>2</NbOfTxs></Btch>
<TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">100.00</Amt></TxAmt></AmtDtls>
<RltdPties><Dbtr><Nm>Lid Een</Nm></Dbtr></RltdPties></TxDtls>
<TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">200.00</Amt></TxAmt></AmtDtls>
<RltdPties><Dbtr><Nm>Lid Twee</Nm></Dbtr></RltdPties></TxDtls></NtryDtls></Ntry></Stmt>"""


def in_parts() -> str:
    return camt([]).replace("</Stmt>", PARTS)


def whole() -> str:
    return mt940(WHOLE).replace("NTRFNONREF", "NTRFNONREF//BATCH77")


@pytest.mark.parametrize("is_whole_first", [True, False])
def test_a_booking_told_whole_and_in_parts_counts_once(bring, is_whole_first):
    files = [whole(), in_parts()]
    first, second = files if is_whole_first else reversed(files)
    bring(first)

    report = bring(second).files[0]

    assert report.n_new == 0
    assert sum(Payment.objects.values_list("amount_minor", flat=True)) == 300_00


def test_parts_of_another_sum_are_another_booking(bring):
    bring(whole().replace("300,00", "310,00"))

    assert bring(in_parts()).files[0].n_new == 2
