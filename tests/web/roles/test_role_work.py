"""What a role's work is, as its form asks and its page tells."""

import pytest

from plait.accounts.operations import change_person
from plait.book.models import Role
from plait.book.operations.roles import change_role
from tests.roles import other_role

TRAINER = {
    "name": "Trainer",
    "organisation": "Harbour House",
    "kind": "contract",
    "is_paid": "on",
    "starts_on": "2025-03-01",
}


@pytest.fixture
def save(as_nora):
    """Send the form of a new role: `save(occupation="trainer")`."""
    return lambda **told: as_nora.post("/roles/new/", TRAINER | told)


def kept() -> Role:
    return Role.objects.select_related("organisation").get()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Practice manager", "1342"),  # a word people use
        ("praktijkmanager", "1342"),  # in Dutch, whatever the language
        ("Health services managers", "1342"),  # the list's own title
        ("1342", "1342"),
        ("2149", "2149"),  # a code of a group that is known, not of a title
        ("", ""),
    ],
)
def test_what_is_beyond_doubt_is_kept_as_its_code(save, text, code):
    save(occupation=text)

    assert kept().occupation == code


def test_a_title_that_may_be_several_is_asked_about_at_the_field(save):
    answer = save(occupation="manager")

    form = answer.context["form"]
    assert not Role.objects.exists()
    assert form.errors["occupation_code"] == [
        "Choose one of these, or write another title."
    ]
    found = [code for code, _title in form.fields["occupation_code"].choices]
    assert len(found) > 1
    for code in found:
        assert f'type="radio" name="occupation_code" value="{code}"' in answer.text


def test_what_is_chosen_among_those_found_is_kept(save):
    code, _title = save(occupation="manager").context["form"].fields[
        "occupation_code"
    ].choices[1]  # fmt: skip

    save(occupation="manager", occupation_code=code)

    assert kept().occupation == code


def test_a_choice_for_another_title_does_not_count(save):
    answer = save(occupation="manager", occupation_code="2651")

    assert "occupation_code" in answer.context["form"].errors
    assert not Role.objects.exists()


@pytest.mark.parametrize("text", ["zzzzqqq", "9999", "99999", "…"])
def test_a_title_that_nobody_knows_says_what_to_do(save, text):
    form = save(occupation=text).context["form"]

    assert form.errors["occupation"][0].startswith("No occupation is known by this")
    assert form.found == ()


def test_place_skills_and_sector_are_kept(save):
    save(place="Leiden", skills="budgets,chairing , Budgets", sector="Education")

    role = kept()
    assert (role.place, role.skills) == ("Leiden", "budgets, chairing")
    assert role.organisation.sector == "Education"


@pytest.mark.parametrize(
    ("field", "most"),
    [("place", 100), ("sector", 100), ("skills", 300), ("occupation", 100)],
)
def test_a_text_too_long_is_said_at_its_field(save, field, most):
    answer = save(**{field: "x" * (most + 1)})

    errors = answer.context["form"].errors
    assert f"at most {most} characters" in errors[field][0]


class TestChanging:
    @pytest.fixture
    def trainer(self, nora, role_of):
        role = role_of(nora, "Trainer")
        told = {"occupation": "1342", "place": "Leiden", "skills": "budgets"}
        return change_role(
            viewer=nora, role=role, to=other_role(role, sector="Health", **told)
        )

    @pytest.mark.usefixtures("trainer")
    def test_what_is_known_stands_in_the_form(self, as_nora):
        form = as_nora.get("/roles/trainer/change/").context["form"]

        names = ("occupation", "sector", "place", "skills")
        assert [form[name].value() for name in names] == [
            "Health services managers",
            "Health",
            "Leiden",
            "budgets",
        ]

    @pytest.mark.parametrize("code", ["2149", "71"])
    def test_a_code_without_a_title_stays_as_it_is(self, as_nora, nora, trainer, code):
        change_role(viewer=nora, role=trainer, to=other_role(trainer, occupation=code))

        as_nora.post("/roles/trainer/change/", TRAINER | {"occupation": code})

        assert kept_of(nora).occupation == code

    @pytest.mark.usefixtures("trainer")
    def test_saving_the_form_as_it_stands_changes_nothing(self, as_nora, nora):
        form = as_nora.get("/roles/trainer/change/").context["form"]
        told = {name: form[name].value() or "" for name in form.fields}

        as_nora.post("/roles/trainer/change/", told)

        role = kept_of(nora)
        assert (role.occupation, role.place, role.skills) == (
            "1342",
            "Leiden",
            "budgets",
        )

    @pytest.mark.usefixtures("trainer")
    def test_the_page_tells_the_work(self, as_nora):
        work = as_nora.get("/roles/trainer/").context["role"].work

        assert work == "Health services managers · Health · Leiden · budgets"

    @pytest.mark.usefixtures("trainer")
    def test_in_dutch_the_title_is_dutch(self, as_nora, nora):
        change_person(viewer=nora, language="nl")

        told = as_nora.get("/roles/trainer/").context["role"].work
        form = as_nora.get("/roles/trainer/change/").context["form"]
        assert told.startswith("Managers in de gezondheidszorg")
        assert form["occupation"].value() == "Managers in de gezondheidszorg"


def kept_of(nora) -> Role:
    return Role.objects.get(owner=nora, key="trainer")
