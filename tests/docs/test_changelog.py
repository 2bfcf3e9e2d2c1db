from datetime import date

import pytest

from scripts.changelog import gather


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "changelog.d"
    place.mkdir()
    (place / "README.md").write_text("How it works.\n")
    (place / "ofx.md").write_text("OFX is read.\n")
    (place / "calendars.md").write_text("Calendars are read,\nin two lines.\n")
    return place


def test_the_news_of_a_release_stands_in_the_order_of_its_files(folder, tmp_path):
    changelog = tmp_path / "CHANGELOG.md"

    n = gather(folder, changelog, "0.1.0", date(2026, 11, 21))

    assert n == 2
    assert changelog.read_text() == (
        "# Changes\n\n## 0.1.0, 2026-11-21\n\n"
        "- Calendars are read, in two lines.\n- OFX is read.\n"
    )


def test_what_was_gathered_is_gone_and_the_rule_stays(folder, tmp_path):
    gather(folder, tmp_path / "CHANGELOG.md", "0.1.0", date(2026, 11, 21))

    assert [file.name for file in folder.iterdir()] == ["README.md"]


def test_the_newest_release_stands_first(folder, tmp_path):
    changelog = tmp_path / "CHANGELOG.md"
    gather(folder, changelog, "0.1.0", date(2026, 11, 21))
    (folder / "undo.md").write_text("Imports can be undone.\n")

    gather(folder, changelog, "0.2.0", date(2026, 12, 1))

    assert changelog.read_text() == (
        "# Changes\n\n## 0.2.0, 2026-12-01\n\n- Imports can be undone.\n\n"
        "## 0.1.0, 2026-11-21\n\n"
        "- Calendars are read, in two lines.\n- OFX is read.\n"
    )
