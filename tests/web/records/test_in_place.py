"""A record corrected under its row, and what is ticked changed at once."""

from datetime import date
from decimal import Decimal

import pytest

from plait.book.models import Payment, Rule, TimeEntry
from plait.book.operations.by_hand import add_payment
from plait.book.operations.records import add_time
from plait.domain.money import Money
from tests.web.conftest import TODAY
from tests.web.importing import words

LIST = "/records/?kind=payments"


@pytest.fixture
def paid(nora, role_of):
    atlas = role_of(nora)
    role_of(nora, "Board")
    return [
        add_payment(
            viewer=nora,
            role=atlas,
            on=date(2026, 10, day),
            amount=Money(Decimal(100), "EUR"),
            payer="De Linde",
        )
        for day in (1, 2)
    ]


def test_the_form_under_a_row_saves_and_goes_on_to_the_next(as_nora, paid):
    second, first = paid
    page = as_nora.get(f"{LIST}&edit={first.pk}")
    sent = {
        "role": "board",
        "reference": "Workshop",
        "kind": "",
        "next": f"{LIST}&edit={second.pk}",
    }

    answer = as_nora.post(f"/records/payments/{first.pk}/in-place/?kind=payments", sent)

    assert f'value="/records/?kind=payments&amp;edit={second.pk}"' in page.text
    assert answer.url == f"{LIST}&edit={second.pk}"
    first.refresh_from_db()
    assert (first.role.key, first.reference) == ("board", "Workshop")
    assert "Undo" in words(as_nora.get(answer.url))


def test_always_so_keeps_a_rule_as_part_of_the_same_change(as_nora, nora, paid):
    sent = {"role": "board", "always": "on"}

    as_nora.post(f"/records/payments/{paid[0].pk}/in-place/?kind=payments", sent)

    rule = Rule.objects.get(owner=nora)
    assert (rule.value, rule.role.key) == ("de linde", "board")
    assert nora.change_set.latest("number").what == "correct_payment"


def test_what_cannot_be_is_said_under_the_row(as_nora, nora, paid):
    entry = add_time(viewer=nora, role=paid[0].role, on=TODAY, seconds=3600)
    sent = {"on": "2026-11-20", "length": "0", "role": "atlas"}

    answer = as_nora.post(f"/records/time/{entry.pk}/in-place/?kind=time", sent)

    assert answer.status_code == 422
    assert "Fill in how long it was." in words(answer)
    assert TimeEntry.objects.get(pk=entry.pk).seconds == 3600


@pytest.mark.parametrize(
    ("where", "more", "said"),
    [
        ("move", {"role": "board"}, "2 records moved to Board."),
        ("move", {"role": "private"}, "2 records moved to Private, no role."),
        ("kind", {"stated": "loan"}, "2 payments changed."),
        ("rule", {"role": "board"}, "From now on to Board: De Linde."),
        ("remove", {}, "2 records removed."),
        ("kind", {"stated": "cost"}, "Money that came in is no cost"),
    ],
)
def test_what_is_ticked_is_changed_in_one_step(as_nora, paid, where, more, said):
    sent = {"kind": "payments", "pk": [one.pk for one in paid], "next": LIST, **more}

    answer = as_nora.post(f"/records/{where}/", sent)

    assert answer.url == LIST
    assert said in words(as_nora.get(LIST))


def test_all_of_a_selection_is_more_than_what_is_ticked(as_nora, nora, paid):
    sent = {"kind": "payments", "to": "2026-10-02", "all": "1", "pk": [paid[1].pk]}

    as_nora.post("/records/remove/", sent)

    assert [*Payment.objects.filter(owner=nora)] == [paid[1]]


def test_a_form_in_an_older_tab_puts_nothing_back(as_nora, paid):
    held = paid[0]
    page = as_nora.get(f"{LIST}&edit={held.pk}")
    older = {
        f"initial-{name}": page.context["editing"].form.initial[name] or ""
        for name in ("role", "reference", "kind", "share", "account")
    }
    assert page.text.count('name="initial-') == len(older)
    url = f"/records/payments/{held.pk}/in-place/?kind=payments"
    shown = {"role": "atlas", "reference": "", "kind": "", "share": ""}

    as_nora.post(url, {**older, **shown, "reference": "Workshop"})
    as_nora.post(url, {**older, **shown, "share": "50"})

    held.refresh_from_db()
    assert (held.reference, held.share, held.role.key) == ("Workshop", 500, "atlas")
