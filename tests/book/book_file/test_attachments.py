"""Files kept with payments, taken along in an export and brought back from it."""

import json
import zipfile
from datetime import date
from hashlib import sha256

import pytest

from plait.book.imports.undo import undo_import
from plait.book.imports.undo_change import ImportStaysUndone, redo_change
from plait.book.models import Attachment, Batch, Change, Payment, StoredFile
from plait.book.operations.attachments import attach_file
from plait.book.operations.by_hand import add_payment
from plait.book.operations.export import export_book
from plait.book.queries.export import all_payments
from plait.domain.attachments import exported_name
from tests.book.book_file.conftest import TODAY
from tests.book.conftest import NOW
from tests.book.statements import Paid, camt
from tests.cast import amt

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.7 \0 a receipt"
INNER = b"PK\x03\x04 a contract in an archive of its own"
STATEMENT = b"plait payments 1,on\nnothing,of,it\n"


@pytest.fixture
def kept(nora, tmp_path):
    """Nora's export: two payments, of which one has a receipt and both a contract."""
    for minor in (-12, 950):
        payment = add_payment(
            viewer=nora, role=None, on=date(2026, 11, 2), amount=amt(f"{minor} EUR")
        )
        attach(nora, payment, "contract.zip", INNER)
    attach(nora, payment, "Bon №1.PDF", PDF)
    attach(nora, payment, "statement.csv", STATEMENT)
    folder = tmp_path / "export"
    counts = export_book(viewer=nora, folder=folder, today=TODAY)
    assert counts["attachments.json"] == 4
    return folder


def attach(viewer, payment, name, content):
    attach_file(
        viewer=viewer,
        payment=payment,
        name=name,
        content=content,
        now=NOW,
        quota_bytes=10**9,
    )


def files(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())


def held(viewer):
    mine = Attachment.objects.filter(owner=viewer).order_by("pk")
    rows = mine.values_list("payment__fingerprint", "name", "sha256", "size")
    stored = StoredFile.objects.filter(owner=viewer).values_list("sha256", "content")
    return list(rows), {key: bytes(content) for key, content in stored}


def listed(folder):
    return json.loads((folder / "attachments.json").read_text("utf-8"))


def test_files_come_back_on_their_payments_and_go_with_the_import(
    nora, otto, kept, bring_in
):
    report = bring_in(otto, *files(kept))

    assert [one.problems for one in report.files] == [[]] * len(report.files)
    assert held(otto) == held(nora)
    assert len(list((kept / "files").iterdir())) == 3  # the contract once

    again = bring_in(otto, *files(kept))
    assert sum(one.n_new for one in again.files) == 0
    first, second = Batch.objects.filter(owner=otto).order_by("number")
    undo_import(viewer=otto, batch=first, now=NOW)
    assert held(otto) == held(nora)  # the later import holds them too
    undo_import(viewer=otto, batch=second, now=NOW)
    assert not Attachment.objects.filter(owner=otto).exists()
    assert list(all_payments(viewer=otto)) == []


def test_one_zip_brings_them_too(nora, otto, kept, bring_in, tmp_path):
    packed = tmp_path / "plait.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for path in files(kept):
            archive.write(path, f"plait/{path.relative_to(kept).as_posix()}")

    report = bring_in(otto, packed)

    assert [one.problems for one in report.files] == [[]] * 6
    assert held(otto) == held(nora)


def test_a_missing_a_changed_and_a_linked_file_are_problems(
    otto, kept, bring_in, tmp_path
):
    changed = kept / "files" / exported_name("Bon №1.PDF", sha256(PDF).hexdigest())
    changed.write_bytes(PDF.replace(b"receipt", b"tracker"))
    linked = next((kept / "files").glob("statement*"))
    elsewhere = tmp_path / "elsewhere"
    linked.rename(elsewhere)
    linked.symlink_to(elsewhere)
    next((kept / "files").glob("contract*")).unlink()

    report = bring_in(otto, *files(kept))

    [of_list] = [one for one in report.files if one.path == "attachments.json"]
    assert sorted(problem.what for problem in of_list.problems) == [
        *["A file that was kept with a payment is not in this export"] * 3,
        "This file is not the one that was exported",
    ]
    assert len(list(all_payments(viewer=otto))) == 2
    assert not Attachment.objects.filter(owner=otto).exists()


def test_the_quota_holds_for_an_import(otto, kept, bring_in, settings):
    settings.ATTACHMENT_QUOTA_BYTES = len(INNER)

    report = bring_in(otto, *files(kept))

    [of_list] = [one for one in report.files if one.path == "attachments.json"]
    assert [one.what for one in of_list.problems] == [
        "All your files together have no more room here"
    ] * 2
    assert of_list.n_new == 2


def test_an_export_is_written_anew_without_what_has_gone(nora, kept):
    Attachment.objects.filter(owner=nora).delete()

    export_book(viewer=nora, folder=kept, today=TODAY)

    assert not (kept / "files").exists()
    assert not (kept / "attachments.json").exists()


def test_files_of_an_undone_import_come_back_from_an_export_alone(
    nora, bring_in, tmp_path
):
    statement = camt([Paid(2, "-12.00")])
    report = bring_in(nora, statement)
    attach(nora, Payment.objects.get(owner=nora), "bon.pdf", PDF)
    folder = tmp_path / "export"
    export_book(viewer=nora, folder=folder, today=TODAY)
    before = held(nora)

    [batch] = Batch.objects.filter(owner=nora, number=report.batch)
    undo_import(viewer=nora, batch=batch, now=NOW)
    assert not Attachment.objects.exists()
    [made] = Change.objects.filter(owner=nora, batch=batch)
    with pytest.raises(ImportStaysUndone):
        redo_change(viewer=nora, change=made)
    bring_in(nora, statement)
    assert not Attachment.objects.exists()

    bring_in(nora, folder / "attachments.json", *(folder / "files").iterdir())
    assert held(nora) == before
