"""A folder that is put among the countries is found, and its rules hold at once."""

import re
import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import plait
from plait.analysis.obligations.obligation import ObligationKind
from plait.analysis.obligations.report import obligations_at_home
from plait.analysis.working_time.report import worktime
from plait.reference import clauses, country_packs
from plait.reference.country_packs import BrokenPack, DateOrder, code_of, codes, read
from plait.reference.obligations import packs as obligation_packs
from plait.reference.sick_pay import continued_pay
from plait.reference.working_time import packs as working_time_packs
from plait.wording.obligations.obligations import title_text
from plait.wording.words import words_for
from tests.cast import Life

PARTS = {
    "country": 'countries = ["XK"]\ndates = "month first"\n',
    "working_time": """
code = "xk"
name = "Ruritania"
name_nl = "Ruritanië"
timezone = "Europe/Belgrade"
as_of = 2026-11-21
shift_ends_after = 8
not_covered = ["Everything else."]

[[rules]]
id = "XK-1"
kind = "mean"
title = "On average at most 40 hours a week, over any 8 weeks"
title_nl = "Gemiddeld hoogstens 40 uur per week, over elke 8 weken"
limit = 40
weeks = 8
valid_from = 2020-01-01
source = "made up"
status = "looked up"
""",
    "obligations": """
code = "xk"
name = "Ruritania"
name_nl = "Ruritanië"
country = "XK"
region = ""
currency = "EUR"
as_of = 2026-11-21
year_starts = [1, 1]
quarter_starts = [[1, 1], [4, 1], [7, 1], [10, 1]]
not_covered = ["Everything else."]
not_covered_nl = ["Al het andere."]

[[rules]]
id = "X-1"
kind = "yearly"
title = "The tax return of the year"
title_nl = "De belastingaangifte over het jaar"
due = [3, 14]
years_after = 1
source = "made up"
status = "looked up"
""",
    "clauses": """
as_of = 2026-11-21
law = "the Ruritanian civil code"
law_nl = "het Ruritaanse burgerlijk wetboek"
says = "It holds on paper only."
says_nl = "Het moet op papier staan."
source = "made up"
status = "looked up"
""",
    "continued_pay": """
as_of = 2026-11-21
look_again_on = 2027-11-21
currency = "EUR"
says = "60 % for ten weeks."
says_nl = "60% gedurende tien weken."

[[stages]]
weeks = 10
share = 0.60
article = "x"
source = "y"
status = "z"
""",
}


def trainer():
    life = Life("2026-11-20", country="XK").role("Training", since="2020-01-01")
    return life.portfolio()


def _forget():
    for known in (
        country_packs.about,
        country_packs.codes,
        clauses._law,
        obligation_packs.pack,
        working_time_packs.pack,
    ):
        known.cache_clear()


@pytest.fixture
def ruritania(tmp_path, monkeypatch):
    """The countries there are with one more folder, which no code knows."""
    folder = tmp_path / "countries"
    shutil.copytree(country_packs.FOLDER, folder)
    (folder / "xk").mkdir()
    for part, text in PARTS.items():
        (folder / "xk" / f"{part}.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(country_packs, "FOLDER", folder)
    _forget()
    yield folder / "xk"
    _forget()


def test_a_new_folder_brings_working_time_rules(ruritania):
    code = working_time_packs.code_for("xk")

    report = worktime(trainer(), working_time_packs.pack(code))

    assert code == "xk"
    assert [one.rule.id for one in report.verdicts] == ["XK-1"]


def test_a_new_folder_brings_obligations_in_both_languages(ruritania):
    found = obligations_at_home(trainer())

    due = [(one.kind, one.due_on) for one in found.due]
    assert due == [(ObligationKind.RETURN, date(2027, 3, 14))]
    rule = found.pack.rule("X-1")
    assert title_text(rule, words_for("nl")) == "De belastingaangifte over het jaar"
    assert title_text(rule, words_for("en")) == "The tax return of the year"


def test_a_new_folder_brings_its_other_parts(ruritania):
    assert clauses.clause_law("XK").country == "XK"
    law = continued_pay("XK", date(2026, 11, 20))
    assert [one.share for one in law.stages] == [Decimal("0.60")]
    assert country_packs.date_order("XK") is DateOrder.MONTH_FIRST


def test_a_part_that_the_folder_lacks_is_nobodys(ruritania):
    (ruritania / "working_time.toml").unlink()

    assert code_of("XK", "working_time") is None
    assert code_of("XK", "obligations") == "xk"


def test_a_slip_in_what_a_folder_says_of_its_country_is_an_error(ruritania):
    (ruritania / "country.toml").write_text('countries = ["XK"]\ndates = "none"\n')
    _forget()

    with pytest.raises(BrokenPack, match="xk: 'none'"):
        country_packs.about("xk")


def test_every_folder_is_of_a_country_or_stands_in_for_some():
    about = [country_packs.about(code) for code in codes("country")]

    assert all(one.countries or one.stands_in_for for one in about)
    assert {folder.name for folder in country_packs.FOLDER.glob("*/")} >= {
        one.code for one in about
    }


def test_no_two_folders_are_of_the_same_country():
    letters = [
        country
        for code in codes("country")
        for country in country_packs.about(code).countries
    ]

    assert len(letters) == len(set(letters))


@pytest.mark.parametrize("part", ["working_time", "obligations"])
def test_a_pack_bears_the_name_of_its_folder(part):
    assert all(read(code, part)["code"] == code for code in codes(part))


@pytest.mark.parametrize(
    ("country", "order"),
    [
        ("", DateOrder.EITHER),
        ("CA", DateOrder.EITHER),
        ("US", DateOrder.MONTH_FIRST),
        ("NL", DateOrder.DAY_FIRST),
        ("BR", DateOrder.DAY_FIRST),
    ],
)
def test_how_dates_are_written_is_the_countrys(country, order):
    assert country_packs.date_order(country) is order


def test_no_code_compares_with_a_country_or_a_language():
    letters = {one for code in codes("country") for one in about_letters(code)}
    names = "|".join(sorted({*codes("country"), *letters, "en"}))
    compared = re.compile(rf"""[=!]= *["']({names})["']""")
    source = Path(plait.__file__).parent

    found = [
        f"{file.relative_to(source)}: {line.strip()}"
        for file in source.rglob("*.py")
        for line in file.read_text("utf-8").splitlines()
        if compared.search(line)
    ]
    assert found == []


def about_letters(code: str) -> tuple[str, ...]:
    one = country_packs.about(code)
    return (*one.countries, *one.stands_in_for)
