"""Settling a finding on a page, what the page says to it, and the list of them."""

import pytest
from django.urls import reverse

from plait.book.models import SettledFinding
from plait.book.operations.roles import agree
from tests.cast import terms
from tests.web.importing import words
from tests.web.test_today import creeping  # noqa: F401  # a fixture

KEY = "role-over:atlas"


@pytest.fixture
def settle(as_nora):
    def settle(**sent):
        sent = {"key": KEY, "reason": "Over by summer", "settled_as": "settled"} | sent
        return as_nora.post(reverse("finding_settle"), sent, follow=True)

    return settle


@pytest.fixture
def book(creeping):  # noqa: F811  # the fixture
    return creeping


def keys(page) -> set[str]:
    return {one.key for one in page.context["findings"] + page.context["others"]}


def test_a_settled_finding_leaves_today_and_says_when_it_comes_back(book, settle):
    page = settle()

    assert KEY not in keys(page)
    assert "Settled: Atlas has outgrown its agreement. Comes back if" in words(page)
    assert page.context["n_settled"] == 1
    assert "Undo" in words(page)


def test_put_off_it_says_a_nearer_step(book, settle, as_nora):
    page = as_nora.get(reverse("today"))
    one = next(f for f in page.context["findings"] if f.key == KEY)

    assert "14 hours" in one.if_settled
    assert "13 hours" in one.if_put_off
    assert one.if_put_off in words(settle(settled_as="put-off"))


def test_the_list_has_the_reason_and_opens_it_again(book, settle, as_nora):
    settle()
    page = as_nora.get(reverse("settled"))
    assert "Over by summer" in words(page)

    answer = as_nora.post(reverse("finding_reopen"), {"key": KEY}, follow=True)

    assert "Open again: Atlas has outgrown its agreement." in words(answer)
    assert KEY in keys(as_nora.get(reverse("today")))


def test_it_is_settled_on_the_roles_page_too_and_leads_back_there(book, settle):
    here = reverse("role", args=["atlas"])

    page = settle(next=here)

    assert page.redirect_chain[-1][0] == here
    assert KEY not in {one.key for one in page.context["findings"]}


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"reason": " "}, "A finding is settled with a reason"),
        ({"key": "role-over:nobody"}, "There is no such finding"),
        ({"key": "x" * 5000}, "There is no such finding"),
        ({"key": "\0"}, "There is no such finding"),
    ],
)
def test_what_cannot_be_settled_says_why(book, settle, sent, says):
    assert says in words(settle(**sent))
    assert not SettledFinding.objects.exists()


def test_another_persons_decision_is_as_absent_as_none(book, settle, as_charlie):
    settle()

    mine = as_charlie.post(reverse("finding_reopen"), {"key": KEY})
    none = as_charlie.post(reverse("finding_reopen"), {"key": "inbox"})

    assert (mine.status_code, none.status_code) == (404, 404)
    assert SettledFinding.objects.count() == 1


def test_growth_brings_it_back_with_the_reason_why(nora, book, settle, as_nora):
    settle()
    agree(viewer=nora, role=book, terms=terms("6/week", since="2020-01-01"))

    page = as_nora.get(reverse("today"))

    one = next(f for f in page.context["findings"] if f.key == KEY)
    assert "It is back because" in one.came_back
