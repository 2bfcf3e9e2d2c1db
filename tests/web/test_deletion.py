"""The page that deletes everything: it says what goes, asks, and signs out."""

from django.urls import reverse

from plait.accounts.models import Person
from plait.accounts.operations import set_password

PASSWORD = "four blue kettles"


def test_the_page_says_what_goes_and_what_stays_and_offers_an_export(as_nora, ids):
    page = as_nora.get(reverse("delete_everything")).text

    assert "Export everything first" in page
    assert "with its terms" in page or "with their terms" in page
    assert "What you have sent or shown to others" in page


def test_another_word_deletes_nothing(as_nora, nora):
    page = as_nora.post(reverse("delete_everything"), {"confirmation": "yes"})

    assert "This is another word: nothing was deleted." in page.text
    assert Person.objects.filter(pk=nora.pk).exists()


def test_the_word_deletes_everything_and_signs_out(as_nora, nora):
    page = as_nora.post(reverse("delete_everything"), {"confirmation": " Delete "})

    assert "Everything is deleted." in page.text
    assert not Person.objects.filter(pk=nora.pk).exists()
    assert as_nora.get(reverse("today")).status_code == 302


def test_who_has_a_password_is_asked_for_it(as_nora, nora):
    set_password(viewer=nora, password=PASSWORD)
    as_nora.force_login(nora)
    url = reverse("delete_everything")

    wrong = as_nora.post(url, {"confirmation": "delete"}).text
    right = as_nora.post(url, {"confirmation": PASSWORD}).text

    assert "This is not your password." in wrong
    assert "Everything is deleted." in right
    assert not Person.objects.filter(pk=nora.pk).exists()
