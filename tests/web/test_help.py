"""Help with each page: there is one, in both languages, and its links lead somewhere."""

import re

import pytest
from django.urls import reverse

from plait.web.context import _PLACES
from plait.web.pages.help import LANGUAGES, LINK, TOPICS, help_text, source, topic_of
from tests.web.addresses import PAGES

# These are no pages: files, redirects, parts of a page, or the help itself.
NO_PAGES = {"export", "backup", "help_topics", "help_topic"}
NO_PAGES |= {
    "received_csv",
    "attachment",
    "records_csv",
    "table_csv",
    "offline_who",
    "agreement_now",
}
PAGE_NAMES = sorted(
    name
    for name, page in PAGES.items()
    if "GET" in page.methods and not page.is_public and name not in NO_PAGES
)


@pytest.mark.parametrize("name", PAGE_NAMES)
def test_every_page_has_its_help(name):
    assert topic_of(name, _PLACES.get(name, "other")) in TOPICS


@pytest.mark.parametrize("topic", TOPICS)
def test_both_languages_say_the_same_things(topic):
    texts = [source(topic, language)[1] for language in LANGUAGES]

    headings, points, links = (
        [re.findall(pattern, text, re.MULTILINE) for text in texts]
        for pattern in (r"^## ", r"^- ", r"\]\(page:([\w-]+)\)")
    )
    assert len(headings[0]) == len(headings[1])
    assert len(points[0]) == len(points[1])
    assert sorted(links[0]) == sorted(links[1])
    assert set(links[0]) <= set(TOPICS)
    # A manual is not read where one stands: a minute is enough.
    assert max(len(text.split()) for text in texts) < 260


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_lead_to_pages_and_no_html_is_let_through(language, monkeypatch):
    html = help_text("today", language).html

    assert LINK not in html
    assert f'href="{reverse("reminders")}"' in html
    monkeypatch.setattr(
        "plait.web.pages.help.source", lambda *_: ("T", "<script>x</script>")
    )
    help_text.cache_clear()
    assert "<script>" not in help_text("today", language).html
    help_text.cache_clear()


def test_the_question_mark_leads_to_the_help_of_its_page(as_nora):
    assert 'href="/help/check-in/"' in as_nora.get(reverse("check_in")).text


def test_help_is_a_page_and_a_part_of_one(as_nora):
    address = reverse("help_topic", args=["hours"])

    page = as_nora.get(address).text
    part = as_nora.get(address, headers={"HX-Request": "true"}).text

    assert "<h1>Hours</h1>" in page
    assert "<html" not in part
    assert "Can I take this on?" not in part.partition("</div>")[2]
    assert as_nora.get("/help/nothing/").status_code == 404
