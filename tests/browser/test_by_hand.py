"""All by hand: money in a line by thumb, shown back, asked, kept; a receipt beside it."""

import pytest
from playwright.sync_api import expect

from plait.book.models import Attachment, Payment
from plait.book.operations.roles import add_role
from plait.domain.roles import RoleKind
from plait.web import clock
from tests.browser.conftest import PHONE
from tests.browser.looks import sideways, small, violations
from tests.roles import new_role


@pytest.fixture
def training(marit):
    return add_role(
        viewer=marit,
        role=new_role(
            "Training",
            organisation="De Linde",
            kind=RoleKind.CONTRACT,
            started_on=clock.today().replace(year=2020, month=1, day=1),
        ),
    )


def test_a_line_of_money_is_shown_back_kept_and_gets_its_receipt(
    marit, training, watch
):
    seen = watch(marit, **PHONE)
    page = seen.page
    seen.goto("/log/")
    line = page.get_by_label("In one line")
    line.press_sequentially("got 950 from training yesterday", delay=5)
    preview = page.locator("#line-preview")
    expect(preview).to_contain_text("Money in: €950.00 · Training")
    expect(preview).to_contain_text("in EUR, as no currency was named")
    assert [*violations(seen)] == []
    assert [*sideways(seen)] == []
    assert small(seen) == []
    line.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Money in: €950.00")
    [kept] = Payment.objects.all()

    seen.goto(f"/records/payments/{kept.pk}/")
    receipt = {"name": "bon.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1"}
    page.get_by_label("Attach a file").set_input_files(receipt)
    page.get_by_role("button", name="Attach", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("link", name="bon.pdf").click()
    assert download.value.suggested_filename == "bon.pdf"
    assert Attachment.objects.get().size == 6
