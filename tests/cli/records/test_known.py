"""plait known: until when each account is known."""

from pathlib import Path

from tests.book.statements import MINE, Paid, camt, mt940


def test_an_account_is_listed_with_its_days(plait, as_json, tmp_path: Path):
    plait("init", "--name", "Nora")
    file = tmp_path / "march.sta"
    file.write_text(mt940([Paid(2, "10.00"), Paid(9, "10.00")]), "utf-8")
    plait("import", str(file))

    [account] = as_json("known", "--on", "2026-11-20")["each"]

    assert (account["kind"], account["name"]) == ("account", MINE)
    assert (account["since"], account["until"]) == ("2026-03-01", "2026-03-31")
    assert (account["gaps"], account["jumps"]) == ([], [])
    assert MINE in plait("known", "--on", "2026-11-20").output


def test_days_between_two_files_are_named(plait, tmp_path: Path):
    plait("init", "--name", "Nora")
    for month in ("03", "05"):
        file = tmp_path / f"{month}.xml"
        paid = [Paid(day, "-5.00") for day in range(1, 28, 2)]
        file.write_text(camt(paid).replace("2026-03", f"2026-{month}"), "utf-8")
        plait("import", str(file))

    text = " ".join(plait("known", "--on", "2026-06-20").output.split())

    assert "No file covers 28 March 2026 to 30 April 2026" in text


def test_an_empty_book_says_how_to_begin(plait):
    plait("init", "--name", "Nora")
    assert "Nothing is known yet" in plait("known").output
