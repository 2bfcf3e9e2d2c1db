"""`plait import` of a CV: which positions become roles."""

from plait.book.models import Role
from tests.book.imports.test_cv import cv, work

CV = cv(work("Trainer", "House", "2020-01"), work("Nurse", "Ward", "2012", "2019"))


def test_the_preview_and_the_import_say_what_is_left_out_and_how_to_take_it(
    plait, nora, write
):
    path = write("resume.json", CV)
    left = "1 position was left out. To make a role of it too, import the file with --p"

    preview = plait("import", path, "--dry-run").stdout
    imported = plait("import", path).stdout

    assert "January 2012 to December 2019" in preview
    assert left in preview
    assert left in imported
    assert Role.objects.get().name == "Trainer"


def test_all_of_them_later_and_one_undo_for_each_import(plait, as_json, nora, write):
    path = write("resume.json", CV)
    assert as_json("import", path, "--positions", "none")["batch"] is None
    plait("import", path)

    again = as_json("import", path, "--positions", "all")
    held = set(Role.objects.values_list("name", flat=True))
    plait("undo", "2")

    assert again["positions"] == [
        {
            "name": "Nurse",
            "organisation": "Ward",
            "start": "2012-01-01",
            "end": "2020-01-01",
            "taken": True,
        }
    ]
    assert held == {"Trainer", "Nurse"}
    assert Role.objects.get().name == "Trainer"
