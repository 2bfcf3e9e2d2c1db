"""The list of first steps: it ticks itself, goes when done, and can be hidden."""

import re
from datetime import date
from decimal import Decimal

from django.urls import reverse

from plait.book.imports.batches import import_files
from plait.book.operations.by_hand import add_payment
from plait.book.operations.records import add_time, check_in
from plait.domain.money import Money
from plait.formats.source import Source
from tests.book.conftest import NOW, OPTIONS
from tests.book.statements import Paid, camt
from tests.web.start.test_start import ticks

TODAY = date(2026, 11, 20)
ANSWERS = {"energy": 3, "meaning": 3, "growth": 3, "pressure": 3}


def listed(client) -> dict[str, bool]:
    """Return the steps of the list on Today, and whether each is done."""
    steps = client.get("/").context["first_steps"]
    return {step.title: step.is_done for step in steps.steps} if steps else {}


def test_the_list_ticks_itself_from_the_records(as_nora, nora, role_of):
    role = role_of(nora)
    assert [k for k, done in listed(as_nora).items() if done] == ["Say what you do"]

    add_time(viewer=nora, role=role, on=TODAY, seconds=3600)
    add_payment(viewer=nora, role=role, on=TODAY, amount=Money(Decimal(9), "EUR"))
    check_in(viewer=nora, role=role, day=TODAY, answers=ANSWERS)
    nora.capacity_minutes = 2400
    nora.save()

    assert [k for k, done in listed(as_nora).items() if not done] == [
        "Write down what was agreed",
        "Bring a bank statement",
    ]
    page = as_nora.get("/").text
    assert reverse("agreement", args=[role.key]) in page
    assert "5 of 7 done" in page


def test_after_all_seven_it_goes(as_nora, nora, tmp_path):
    as_nora.post(reverse("start_roles"), ticks("job"))
    role = nora.role_set.get()
    add_time(viewer=nora, role=role, on=TODAY, seconds=3600)
    check_in(viewer=nora, role=role, day=TODAY, answers=ANSWERS)
    nora.capacity_minutes = 2400
    nora.save()
    assert list(listed(as_nora).values()).count(False) == 2

    file = tmp_path / "statement.xml"
    file.write_text(camt([Paid(2, "10.00")]))
    sources = [Source(file.name, file)]
    import_files(viewer=nora, sources=sources, options=OPTIONS, now=NOW)

    assert listed(as_nora) == {}


def test_it_is_hidden_and_the_message_brings_it_back(as_nora, nora, role_of):
    role_of(nora)

    page = as_nora.post(reverse("first_steps_hide"), follow=True)
    assert page.context["first_steps"] is None
    undo = re.search(r'action="(/history/\d+/undo/)"', page.text)[1]
    as_nora.post(undo)

    assert listed(as_nora)


def test_the_year_is_pale_until_hours_are_logged(as_nora, nora):
    nora.capacity_minutes = 36 * 60
    nora.save()
    sent = ticks("job", "board", "mentor", "teach", job__pay="3256")
    as_nora.post(reverse("start_roles"), sent)

    page = as_nora.get("/")

    # 28 + 3 + 2 + 6 = 39 of 36
    assert page.context["sentence"] == (
        "What you agreed to is 3 hours a week more than you have."
    )
    hours, income, _payer = page.context["vitals"]
    assert (hours.figure, hours.unit) == ("39", "of 36")
    assert (income.figure, hours.note) == (
        "€3,256",
        "as agreed in 4 roles · nothing logged yet",
    )
    assert 'class="is-agreed"' in page.text
    year = page.context["agreed_year"]
    assert [one.usual for one in year.strands] == ["6 h", "2 h", "3 h", "28 h"]
