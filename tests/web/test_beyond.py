"""What no database holds and a disk has no room for is said as what it is."""

import errno

import pytest
from django.db import DataError, OperationalError

from plait.reference.occupations.lookup import code_of

BEYOND = [
    OverflowError("Python int too large to convert to SQLite INTEGER"),
    DataError("bigint out of range"),
    OperationalError("LIKE or GLOB pattern too complex"),
]
FULL = [
    OperationalError("database or disk is full"),
    OperationalError("could not extend file: No space left on device"),
    OSError(errno.ENOSPC, "No space left on device"),
]


@pytest.mark.parametrize("fault", [*BEYOND, *FULL], ids=str)
def test_a_fault_of_what_was_asked_or_of_the_disk_is_not_called_ours(
    as_nora, monkeypatch, fault
):
    def refused(request):
        raise fault

    monkeypatch.setattr("plait.web.views.account.settings.viewer_of", refused)

    answer = as_nora.get("/settings/")

    assert answer.status_code == (404 if fault in BEYOND else 507)
    assert ("The disk is full." in answer.text) is (fault in FULL)


def test_an_upload_to_a_full_disk_says_so_before_any_page_is_asked(
    as_nora, monkeypatch
):
    def full(*given):
        raise OSError(errno.ENOSPC, "No space left on device")

    as_nora.handler.enforce_csrf_checks = True
    as_nora.raise_request_exception = False
    as_nora.cookies["plait_csrf"] = "a" * 32
    monkeypatch.setattr("django.http.request.HttpRequest._load_post_and_files", full)

    answer = as_nora.post("/settings/", {"name": "Nora"})

    assert answer.status_code == 507
    assert "The disk is full." in answer.text


@pytest.mark.parametrize("text", ["9" * 100_000, "a-" * 50_000, "nora " * 20_000])
def test_a_text_without_end_is_no_role_and_no_occupation(as_nora, text):
    found = as_nora.get("/records/", {"role": text})

    assert found.status_code in {200, 404}
    assert code_of(text) == ""
