"""What a role's work is: kept with the role, its sector with the organisation."""

import pytest

from plait.book.models import Organisation
from plait.book.operations.roles import add_role, change_role
from plait.domain.errors import BadValue
from plait.domain.roles import RoleKind
from plait.domain.schemas.schema import names_from
from tests.cast import day
from tests.roles import new_role, other_role

WORK = {
    "occupation": "2424",
    "place": "Leiden",
    "skills": "budgets, chairing",
    "sector": "Health",
}


@pytest.fixture
def add(nora):
    """Add a role at "Atlas House": `add("Atlas", sector="Health")`."""

    def add(name, **told):
        told = {"kind": RoleKind.CONTRACT, "started_on": day("2020-01-01")} | told
        return add_role(
            viewer=nora, role=new_role(name, organisation="Atlas House", **told)
        )

    return add


def test_a_role_keeps_what_its_work_is(add):
    role = add("Atlas", **WORK)

    role.refresh_from_db()
    assert (role.occupation, role.place, role.skills) == (
        "2424",
        "Leiden",
        "budgets, chairing",
    )
    assert role.organisation.sector == "Health"


def test_a_role_that_tells_no_sector_leaves_the_organisations(add):
    add("Atlas", sector="Health")
    add("Board")

    assert Organisation.objects.get().sector == "Health"


def test_the_sector_can_be_changed_and_taken_away(nora, add):
    role = add("Atlas", sector="Health")

    change_role(viewer=nora, role=role, to=other_role(role, sector="Education"))
    assert Organisation.objects.get().sector == "Education"

    change_role(
        viewer=nora,
        role=role,
        to=other_role(role, organisation="Atlas House", sector=""),
    )
    assert Organisation.objects.get().sector == ""


def test_a_change_of_other_things_leaves_the_work(nora, add):
    role = add("Atlas", **WORK)

    change_role(
        viewer=nora,
        role=role,
        to=other_role(role, name="Atlas lead", organisation="Atlas House"),
    )

    role.refresh_from_db()
    assert (role.name, role.occupation, role.place) == ("Atlas lead", "2424", "Leiden")
    assert role.organisation.sector == "Health"


def test_a_role_that_moves_takes_its_new_sector_there(nora, add):
    role = add("Atlas", sector="Health")

    change_role(
        viewer=nora,
        role=role,
        to=other_role(role, organisation="New House", sector="Education"),
    )

    sectors = dict(Organisation.objects.values_list("name", "sector"))
    assert sectors == {"Atlas House": "Health", "New House": "Education"}


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"occupation": "trainer"}, "An occupation is written as its ISCO-08 code"),
        ({"occupation": "1"}, "An occupation is written as its ISCO-08 code"),
        ({"occupation": "24240"}, "An occupation is written as its ISCO-08 code"),
        ({"occupation": "²4"}, "An occupation is written as its ISCO-08 code"),
        ({"place": "x" * 101}, "This text is longer than its field"),
        ({"skills": "x" * 301}, "This text is longer than its field"),
        ({"sector": "x" * 101}, "This text is longer than its field"),
    ],
)
def test_what_no_column_holds_is_refused(nora, add, wrong, said):
    role = add("Atlas", **WORK)

    for do in (lambda: add("Other", **wrong),
               lambda: change_role(viewer=nora, role=role, to=other_role(role, **wrong))):  # fmt: skip
        with pytest.raises(BadValue) as refused:
            do()
        assert str(refused.value).startswith(said)
    assert Organisation.objects.get().sector == "Health"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("", ""),
        (" , ,", ""),
        ("budgets,chairing", "budgets, chairing"),
        ("public  speaking, Budgets, budgets", "public speaking, Budgets"),
    ],
)
def test_skills_stand_once_with_one_comma_between(text, kept):
    assert ", ".join(names_from(text)) == kept
