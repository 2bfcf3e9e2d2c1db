"""plait delete-everything: shows, asks, deletes."""

from plait.accounts.models import Person


def test_nothing_is_deleted_unless_somebody_says_so(plait, nora):
    answer = plait("delete-everything")

    assert answer.exit_code == 2
    assert "Nothing was deleted" in answer.stderr
    assert Person.objects.exists()


def test_it_deletes_what_it_showed(plait, nora, as_json):
    shown = as_json("delete-everything", "--dry-run")
    assert Person.objects.exists()

    answer = plait("delete-everything", "--yes")

    assert "Everything is deleted." in answer.output
    assert shown["stays"][-1] in answer.output
    assert not Person.objects.exists()
