"""Roles and their terms: what can be agreed, what cannot, and what history keeps."""

from datetime import date, time
from decimal import Decimal

import pytest

from plait.book import queries
from plait.book.models import Agreement as Row
from plait.book.models import Organisation, Role, TimeShare
from plait.book.operations.by_hand import add_payment
from plait.book.operations.limits import BadName
from plait.book.operations.records import add_time, check_in
from plait.book.operations.roles import (
    RoleExists,
    RoleInUse,
    add_role,
    agree,
    change_role,
    correct_agreement,
    remove_agreement,
    remove_role,
)
from plait.domain.blocks import Block, blocks_from
from plait.domain.money import Money
from plait.domain.period import Period
from plait.domain.roles import Agreement, PayBasis, Per, RoleKind
from plait.domain.schemas.checks import BadTerms
from tests.book.conftest import TODAY
from tests.book.tables import whole
from tests.roles import new_role, other_role

ANSWERS = {"energy": 3, "meaning": 3, "growth": 3, "pressure": 3}


def day(text: str) -> date:
    return date.fromisoformat(text)


def terms(since: str, until: str | None = None, **told: object) -> Agreement:
    told.setdefault("hours", Decimal(16))
    return Agreement(Period(day(since), day(until) if until else None), **told)


@pytest.fixture
def atlas(nora, role_of) -> Role:
    return role_of(nora)


@pytest.fixture
def agreed(nora, atlas):
    """Agree on terms and return from when to when each of the role's terms hold."""

    def agreed(*one_after_another: Agreement) -> list[tuple[str, str | None]]:
        for one in one_after_another:
            agree(viewer=nora, role=atlas, terms=one)
        held = Row.objects.filter(role=atlas).order_by("starts_on")
        return [(str(a.starts_on), a.ends_on and str(a.ends_on)) for a in held]

    return agreed


@pytest.mark.parametrize("kind", RoleKind)
def test_a_role_of_every_kind_can_be_held(nora, kind):
    add_role(
        viewer=nora,
        role=new_role(
            "Role", organisation="House", kind=kind, started_on=day("2020-01-01")
        ),
    )

    assert queries.role_keyed(viewer=nora, key="role").kind == kind


def test_roles_of_one_name_get_keys_of_their_own(nora, role_of):
    keys = [role_of(nora, "Trainer").key for _ in range(3)]

    assert keys == ["trainer", "trainer-2", "trainer-3"]


@pytest.mark.parametrize(("name", "key"), [("日本", "role"), ("A" * 200, "a" * 50)])
def test_a_name_of_any_letters_and_length_gets_a_key(nora, role_of, name, key):
    assert role_of(nora, name, organisation="House").key == key


def test_a_key_is_taken_only_within_ones_own_book(nora, omar, role_of):
    role_of(nora, "Trainer")

    assert role_of(omar, "Trainer").key == "trainer"


def test_a_key_that_is_taken_is_refused(nora, role_of):
    role_of(nora, "Trainer")

    with pytest.raises(RoleExists) as refused:
        role_of(nora, "Trainer", key="trainer")

    assert refused.value.what == "There is a role of this name already"


def test_the_first_eight_roles_have_a_colour_each(nora, role_of):
    colours = [role_of(nora, f"Role {n}").colour for n in range(9)]

    assert colours == [1, 2, 3, 4, 5, 6, 7, 8, 1]


def test_roles_at_one_organisation_share_it(nora, role_of):
    role_of(nora, "One", organisation="House")
    role_of(nora, "Two", organisation="House")

    assert Organisation.objects.count() == 1


@pytest.mark.parametrize("name", ["", "  ", "\t", "x" * 201])
def test_a_role_needs_a_name_that_fits(nora, role_of, name):
    with pytest.raises(BadName):
        role_of(nora, name, organisation="House")

    assert not Role.objects.exists()


@pytest.mark.parametrize("name", ["", "  ", "x" * 201])
def test_an_organisation_needs_a_name_that_fits(nora, role_of, name):
    with pytest.raises(BadName):
        role_of(nora, "Role", organisation=name)

    assert not Role.objects.exists()


@pytest.mark.parametrize("end", ["2020-01-01", "2019-12-31"])
def test_a_role_ends_after_it_starts(nora, role_of, end):
    with pytest.raises(BadTerms) as refused:
        role_of(nora, ended_on=day(end))

    assert str(refused.value) == (
        f"The end comes before the start: 2020-01-01 to {end}."
        " Correct one of the two dates; `to` is the first day without."
    )


def test_a_change_that_cannot_be_leaves_the_role(nora, atlas):
    before = whole(but=("Book",))

    with pytest.raises(BadTerms):
        change_role(
            viewer=nora, role=atlas, to=other_role(atlas, ended_on=day("2019-01-01"))
        )
    with pytest.raises(BadName):
        change_role(viewer=nora, role=atlas, to=other_role(atlas, name=" "))

    assert whole(but=("Book",)) == before


def test_a_role_can_move_to_another_organisation(nora, atlas):
    change_role(viewer=nora, role=atlas, to=other_role(atlas, organisation="New House"))

    assert queries.role_keyed(viewer=nora, key="atlas").organisation.name == "New House"


def test_new_terms_end_the_ones_before(agreed):
    assert agreed(terms("2020-01-01"), terms("2024-01-01")) == [
        ("2020-01-01", "2024-01-01"),
        ("2024-01-01", None),
    ]


def test_terms_told_later_of_an_earlier_time_end_where_the_next_begin(agreed):
    assert agreed(terms("2024-01-01"), terms("2020-01-01")) == [
        ("2020-01-01", "2024-01-01"),
        ("2024-01-01", None),
    ]


def test_terms_of_the_same_day_are_replaced(agreed):
    assert agreed(terms("2020-01-01"), terms("2020-01-01", "2021-01-01")) == [
        ("2020-01-01", "2021-01-01")
    ]


def test_terms_that_ended_before_stay_as_they_were(agreed):
    assert agreed(terms("2020-01-01", "2021-01-01"), terms("2024-01-01")) == [
        ("2020-01-01", "2021-01-01"),
        ("2024-01-01", None),
    ]


def test_removed_terms_leave_a_gap(nora, atlas, agreed):
    agreed(terms("2020-01-01"), terms("2024-01-01"))
    last = Row.objects.get(role=atlas, ends_on=None)

    remove_agreement(viewer=nora, agreement=last)

    assert agreed() == [("2020-01-01", "2024-01-01")]


def test_corrected_terms_move_the_end_of_the_ones_before(nora, atlas, agreed):
    agreed(terms("2020-01-01"), terms("2024-01-01"))
    last = Row.objects.get(role=atlas, ends_on=None)

    correct_agreement(viewer=nora, agreement=last, terms=terms("2024-03-01"))

    assert agreed() == [("2020-01-01", "2024-03-01"), ("2024-03-01", None)]


def test_corrected_terms_do_not_swallow_the_ones_before(nora, atlas, agreed):
    agreed(terms("2020-01-01"), terms("2024-01-01"))
    last = Row.objects.get(role=atlas, ends_on=None)

    with pytest.raises(BadTerms):
        correct_agreement(viewer=nora, agreement=last, terms=terms("2019-01-01"))


EUR = "EUR"
CANNOT_BE = {
    "ends before it starts": terms("2020-01-01", "2019-01-01"),
    "ends on the day it starts": terms("2020-01-01", "2020-01-01"),
    "pay for nothing": terms("2020-01-01", pay=Money(Decimal(5), EUR)),
    "negative pay": terms(
        "2020-01-01", pay=Money(Decimal(-5), EUR), pay_basis=PayBasis.HOURLY
    ),
    "pay beyond measure": terms(
        "2020-01-01", pay=Money(Decimal(10) ** 20, EUR), pay_basis=PayBasis.HOURLY
    ),
    "negative hours": terms("2020-01-01", hours=Decimal(-1)),
    "169 hours a week": terms("2020-01-01", hours=Decimal(169)),
    "745 hours a month": terms("2020-01-01", hours=Decimal(745), per=Per.MONTH),
    "hours beyond measure": terms("2020-01-01", hours=Decimal(10) ** 20, per=Per.TOTAL),
    "notice of a century": terms("2020-01-01", notice_days=36_500),
    "negative notice": terms("2020-01-01", notice_days=-1),
    "times that overlap": terms(
        "2020-01-01", blocks=blocks_from("mon 09:00-12:00, mon 11:00-13:00")
    ),
    "more times than fit": terms(
        "2020-01-01",
        # 3 days x 17 hours = 51
        blocks=tuple(
            Block(day, time(hour), time(hour, 30))
            for day in range(3)
            for hour in range(17)
        ),
    ),
}


@pytest.mark.parametrize("wrong", CANNOT_BE.values(), ids=CANNOT_BE.keys())
def test_terms_that_cannot_be_are_refused(nora, atlas, wrong):
    with pytest.raises(BadTerms) as refused:
        agree(viewer=nora, role=atlas, terms=wrong)

    assert refused.value.fix.endswith(".")
    assert not Row.objects.exists()


@pytest.mark.parametrize("wrong", CANNOT_BE.values(), ids=CANNOT_BE.keys())
def test_terms_are_not_corrected_into_what_cannot_be(nora, atlas, agreed, wrong):
    agreed(terms("2020-01-01"))

    with pytest.raises(BadTerms):
        correct_agreement(viewer=nora, agreement=Row.objects.get(), terms=wrong)

    assert agreed() == [("2020-01-01", None)]


def _with_time(me, role) -> None:
    add_time(viewer=me, role=role, on=TODAY, seconds=60)


def _with_money(me, role) -> None:
    add_payment(viewer=me, role=role, on=TODAY, amount=Money(Decimal(5), EUR))


def _with_check_in(me, role) -> None:
    check_in(viewer=me, role=role, day=TODAY, answers=ANSWERS)


@pytest.mark.parametrize("use", [_with_time, _with_money, _with_check_in])
def test_a_role_that_something_belongs_to_stays(nora, atlas, use):
    use(nora, atlas)

    with pytest.raises(RoleInUse):
        remove_role(viewer=nora, role=atlas)

    assert Role.objects.get() == atlas


def test_a_role_that_an_entry_also_serves_stays(nora, atlas, role_of):
    other = role_of(nora, "Other")
    add_time(viewer=nora, role=other, on=TODAY, seconds=60, also_for=[atlas])

    with pytest.raises(RoleInUse):
        remove_role(viewer=nora, role=atlas)

    assert TimeShare.objects.get().role == atlas


def test_a_role_that_nothing_belongs_to_goes_with_its_terms(nora, atlas, agreed):
    agreed(terms("2020-01-01"))

    remove_role(viewer=nora, role=atlas)

    assert not Row.objects.exists()
