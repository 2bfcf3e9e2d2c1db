"""The sample: a copy of it is shown, apart from one's own book, and leaves no trace."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from plait.accounts.models import Person
from plait.accounts.queries import n_people, only_person
from plait.book.imports.sample import open_sample
from plait.book.models import Change, Payment, Role, TimeEntry
from tests.web.conftest import NOW, signed_in


@pytest.fixture
def looking(as_nora, nora, role_of):
    """Return Nora's browser in the sample; her own book has one role."""
    role_of(nora, "Own")
    as_nora.post(reverse("sample"))
    return as_nora


def test_it_is_shown_from_its_own_day_and_nothing_of_it_is_ones_own(looking, nora):
    page = looking.get("/")

    assert page.context["sentence"].startswith("You work 5.3 hours a week more")
    assert "This is the sample." in page.text
    assert "Own House" not in looking.get(reverse("roles")).text
    assert Role.objects.filter(owner=nora).count() == 1
    assert not Payment.objects.filter(owner=nora).exists()
    assert (n_people(), only_person()) == (1, nora)

    elsewhere = signed_in(nora)
    assert "This is the sample." not in elsewhere.get("/").text


def test_what_is_done_in_it_stays_in_it_and_goes_with_it(looking, nora):
    before = Change.objects.filter(owner=nora).count()
    looking.post(reverse("settings"), {"name": "Somebody"})
    role = Role.objects.exclude(owner=nora).first()
    looking.post(reverse("role_archive", args=[role.key]))
    assert Change.objects.filter(owner=nora).count() == before

    page = looking.post(reverse("sample_leave"), follow=True)

    assert "You are back in your own book. The sample is gone." in page.text
    assert "This is the sample." not in page.text
    assert list(Person.objects.all()) == [nora]
    assert set(Role.objects.values_list("owner", flat=True)) == {nora.pk}
    nora.refresh_from_db()
    assert nora.name == "Nora"


@pytest.mark.parametrize(
    ("method", "name"),
    [("post", "password"), ("get", "backup"), ("post", "delete_everything")],
)
def test_what_is_about_the_person_is_refused_in_it(looking, method, name):
    answer = getattr(looking, method)(reverse(name), follow=True)

    assert "leave the sample first" in answer.text
    assert Person.objects.count() == 2


def test_another_cannot_look_at_it(looking, as_charlie, charlie):
    copy = Person.objects.get(sample_of__isnull=False)
    session = as_charlie.session
    session["sample"] = copy.pk
    session.save()

    assert "This is the sample." not in as_charlie.get(reverse("roles")).text
    assert "sample" not in as_charlie.session


def test_one_that_was_left_behind_goes_after_a_day(looking, nora, charlie):
    open_sample(viewer=charlie, now=NOW + timedelta(days=2))

    assert not nora.samples.exists()
    assert charlie.samples.count() == 1


def test_a_tab_that_still_shows_it_changes_nothing_of_ones_own(nora, role_of):
    role_of(nora, "Own")
    tab = Client(enforce_csrf_checks=True)
    tab.force_login(nora)

    def token():
        return {
            "csrfmiddlewaretoken": str(tab.get(reverse("log")).context["csrf_token"])
        }

    tab.post(reverse("sample"), token())
    shown, copy = token(), Role.objects.exclude(owner=nora).first()
    tab.post(reverse("role_archive", args=[copy.key]), shown)
    tab.post(reverse("sample_leave"), shown)

    assert not tab.get(reverse("records")).context["undo_line"]
    undone = tab.post(reverse("change_undo", args=[1]), shown)
    written = tab.post(reverse("log_line"), shown | {"line": "2h own"})
    assert (undone.status_code, written.status_code) == (403, 403)
    assert Role.objects.filter(owner=nora).count() == 1
    assert not TimeEntry.objects.exists()


def test_a_tab_whose_copy_went_elsewhere_changes_nothing_of_ones_own(looking, nora):
    open_sample(viewer=nora, now=NOW)  # on another device: the first copy goes

    answer = looking.post(reverse("log_line"), {"line": "2h own"}, follow=True)

    assert "Nothing was changed in your own book." in answer.text
    assert not TimeEntry.objects.filter(owner=nora).exists()
