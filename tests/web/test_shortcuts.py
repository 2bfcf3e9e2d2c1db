"""The list of shortcuts: one source for pages and scripts."""

from pathlib import Path

import pytest
from django.urls import reverse

import plait.web
from plait.accounts.operations import change_person
from plait.web.pages.shortcuts import EVERYWHERE, GO_TO, OF_PAGES, shortcut_groups
from plait.web.urls import urlpatterns

TEMPLATES = Path(plait.web.__file__).parent / "templates"
SCRIPTS = Path(plait.web.__file__).parent / "static" / "plait" / "js"


def test_the_list_is_on_every_page_and_a_page_of_its_own(as_nora, nora, role_of):
    role_of(nora)
    for page in ("today", "roles", "shortcuts"):
        text = as_nora.get(reverse(page)).content.decode()
        assert 'data-keys="g t" data-name="go-today" data-href="/"' in text


def test_turned_off_no_page_has_keys_but_the_list_can_be_read(as_nora, nora, role_of):
    role_of(nora)
    change_person(viewer=nora, has_shortcuts=False)

    page = as_nora.get(reverse("today")).content.decode()
    listed = as_nora.get(reverse("shortcuts")).content.decode()

    assert "data-keys" not in page
    assert "shortcuts.js" not in listed
    assert "You have turned shortcuts off." in listed


@pytest.mark.parametrize(
    "page", ["today", *sorted({p for s in OF_PAGES for p in s.on})]
)
def test_no_two_shortcuts_of_a_page_begin_alike(page):
    groups = shortcut_groups(page)
    keys = [" ".join(line.keys) for group in groups for line in group.lines]

    assert [
        (one, other)
        for i, one in enumerate(keys)
        for other in keys[i + 1 :]
        if f"{one} ".startswith(f"{other} ") or f"{other} ".startswith(f"{one} ")
    ] == []


def test_shortcuts_name_pages_and_marks_that_are_there():
    pages = {pattern.name for pattern in urlpatterns}
    files = (*TEMPLATES.rglob("*.html"), *SCRIPTS.glob("*.js"))
    marked = "\n".join(file.read_text("utf-8") for file in files)

    assert {s.to for s in (*GO_TO, *EVERYWHERE) if s.to} <= pages
    assert {page for s in OF_PAGES for page in s.on} <= pages
    for one in OF_PAGES:
        # A mark that is pressed, or a key that the page's own script carries out.
        ways = (f'"{one.name}"', f"  {one.keys}: ()", f'"{one.keys}": ()')
        assert any(way in marked for way in ways), one.name
