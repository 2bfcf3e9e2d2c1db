"""Plait's own book file, as a person writes it and as an export does."""

import io
import json
import re
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest

from plait.domain.availability import AbsenceKind, OverheadKind, Season
from plait.domain.blocks import Block
from plait.domain.errors import Problem
from plait.domain.money import Money
from plait.domain.period import Period
from plait.domain.roles import Agreement, Clause, CountsAs, PayBasis, Per, RoleKind
from plait.domain.rules import RuleField
from plait.domain.schemas.book_records import (
    AbsenceRecord,
    AgreementRecord,
    AttachmentRecord,
    BeliefRecord,
    CauseRecord,
    CheckInRecord,
    FallbackRecord,
    InvoiceRecord,
    MappingRecord,
    OverheadRecord,
    PersonRecord,
    RoleRecord,
    RuleRecord,
    SeasonRecord,
)
from plait.formats.plait import book
from plait.formats.plait.entries import SECTION_OF
from plait.formats.source import Source, Unreadable

SAMPLE = Path(__file__).parents[3] / "samples" / "portfolio.toml"
REFERENCE = SAMPLE.parents[1] / "docs/reference/plait-files.md"

ROLE = """
[[roles]]
key = "atlas"
name = "Project lead"
organisation = "Zorggroep Atlas"
kind = "contract"
from = 2025-03-01
"""


@pytest.fixture
def told(a_file, options):
    """Read a text that begins with the version, and give all it tells."""

    def read(text: str) -> list[object]:
        return list(book.read(a_file("plait = 1\n" + text), options))

    return read


def only(kind: type, told: list[object]) -> list:
    return [one for one in told if isinstance(one, kind)]


def test_a_role_is_told_before_its_agreements(told):
    role, terms = told(f"{ROLE}[[roles.agreements]]\nhours = 8")

    assert (role.role.key, role.role.kind) == ("atlas", RoleKind.CONTRACT)
    assert terms == AgreementRecord(
        "roles 1, agreements 1",
        "atlas",
        Agreement(
            Period(date(2025, 3, 1)),
            Decimal(8),
            counts_as=CountsAs.SELF_EMPLOYED,  # as contracts usually do
        ),
    )


def test_every_field_of_an_agreement_is_read(told):
    text = """[[roles.agreements]]
from = 2025-04-01
to = 2026-01-01
hours = 7.5
per = "month"
pay = "1200"
currency = "JPY"
pay_basis = "hour"
notice_days = 0
clause = "consent"
counts_as = "worker"
blocks = "tue 09:00-12:30,mon 22:00-06:00"
opted_out = true
"""

    [terms] = only(AgreementRecord, told(ROLE + text))

    assert terms.terms == Agreement(
        Period(date(2025, 4, 1), date(2026, 1, 1)),
        Decimal("7.5"),
        Per.MONTH,
        PayBasis.HOURLY,
        Money(Decimal(1200), "JPY"),
        0,
        Clause.CONSENT,
        CountsAs.WORKER,
        (Block(0, time(22), time(6)), Block(1, time(9), time(12, 30))),
        has_opted_out=True,
    )


def test_a_bad_entry_is_one_problem_and_the_rest_comes_in(told):
    rule = '[[rules]]\nfield = "payer"\nvalue = "{}"\nrole = "atlas"\n'
    text = rule.format("One") + rule.format("Two").replace("payer", "colour")

    found = told(ROLE + text + rule.format("Three"))

    assert [r.value for r in only(RuleRecord, found)] == ["One", "Three"]
    assert only(Problem, found) == [
        Problem(
            "rules 2",
            "This field does not hold what it should",
            "field = 'colour'",
            "Use one of the words that docs/reference/plait-files.md lists.",
        )
    ]


@pytest.mark.parametrize(
    ("entry", "what", "value"),
    [
        ("organisations = 'x'", "Plait does not know this field", "organisations"),
        (
            "to = 2025-03-01",
            "The end comes before the start",
            "2025-03-01 to 2025-03-01",
        ),
        ("to = 'March'", "This field does not hold what it should", "to = 'March'"),
        ("colour = 9", "This field does not hold what it should", "colour = 9"),
        ("paid = 'no'", "This field does not hold what it should", "paid = 'no'"),
        ("sector = 4", "This field does not hold what it should", "sector = 4"),
    ],
)
def test_a_role_says_what_is_wrong_with_it(told, entry, what, value):
    [problem] = told(ROLE + entry)

    assert (problem.where, problem.what, problem.value) == ("roles 1", what, value)


@pytest.mark.parametrize("field", ["key", "name", "organisation", "kind", "from"])
def test_a_role_needs_its_first_five_fields(told, field):
    lines = [x for x in ROLE.splitlines() if not x.startswith(f"{field} =")]

    [problem] = told("\n".join(lines))

    assert (problem.what, problem.value) == ("A field that is needed is missing", field)


@pytest.mark.parametrize(
    ("terms", "what"),
    [
        ("pay = '85'\npay_basis = 'hour'", "A field that is needed is missing"),
        ("pay = '85'", "An amount of pay needs to say what it is paid for"),
        (
            "pay = '85.005'\ncurrency = 'EUR'\npay_basis = 'hour'",
            "This amount has more decimals than its currency",
        ),
        ("hours = -1", "This field does not hold what it should"),
        ("hours = nan", "This field does not hold what it should"),
        ("hours = 'many'", "This field does not hold what it should"),
        ("notice_days = 40000", "This field does not hold what it should"),
        ("opted_out = 'yes'", "This field does not hold what it should"),
        ("blocks = 4", "This field does not hold what it should"),
        ("blocks = 'mon'", "This is not a day with a start and an end"),
        ("blocks = 'mon 09:00-24:00'", "This is not a day with a start and an end"),
        (
            "blocks = 'mon 09:00-17:00, mon 16:30-18:00'",
            "Two of the agreed times overlap",
        ),
        ("blocks = '" + "x" * 1_001 + "'", "This field does not hold what it should"),
    ],
)
def test_bad_terms_leave_their_role_there(told, terms, what):
    role, problem = told(f"{ROLE}[[roles.agreements]]\n{terms}")

    assert isinstance(role, RoleRecord)
    assert (problem.where, problem.what) == ("roles 1, agreements 1", what)


def test_a_rule_without_a_role_must_say_that_it_is_private(told):
    text = '[[rules]]\nfield = "payer"\nvalue = "Rent"\n'

    [silent], [private] = told(text), told(f'{text}role = ""')

    assert silent.what == "A rule says whom its records belong to"
    assert private == RuleRecord("rules 1", RuleField.PAYER, "Rent", "")


def test_a_check_in_stands_on_the_monday_of_its_week(told):
    answers = "energy = 4\nmeaning = 5\ngrowth = 3\npressure = 2"
    # 18 November 2026 is a Wednesday, its Monday the 16th.
    [found] = told(f'[[check_ins]]\nrole = "atlas"\nweek = 2026-11-18\n{answers}')

    assert found == CheckInRecord(
        "check_ins 1", "atlas", date(2026, 11, 16), 4, 5, 3, 2
    )


def test_the_person_is_told_once(told):
    text = '[person]\nname = "Nora"\ncurrency = "gbp"\ntimezone = "Europe/London"\n'

    [found] = told(f"{text}language = 'nl'\ncapacity_hours = 37.5")

    # 37.5 x 60 = 2250 minutes
    assert found == PersonRecord("person 1", "Nora", "GBP", "Europe/London", "nl", 2250)


AWAY = '[[absences]]\nkind = "leave"\nfrom = 2026-07-20\n'
SEASON = "[[seasons]]\nfrom = 2026-07-20\n"
TRAVEL = "[[overheads]]\nfrom = 2026-07-20\n"


def test_leave_seasons_and_overheads_are_told(told):
    away, season, travel = told(
        AWAY + "to = 2026-08-10\nrole = 'atlas'\nnote = 'Lake'\n"
        f"{SEASON}to = 2026-08-10\nhours = 20.5\n"
        f"{TRAVEL}kind = 'travel'\nhours = 3\n"
    )

    days = Period(date(2026, 7, 20), date(2026, 8, 10))
    assert away == AbsenceRecord("absences 1", AbsenceKind.LEAVE, days, "atlas", "Lake")
    assert season == SeasonRecord("seasons 1", Season(days, Decimal("20.5")))
    assert travel == OverheadRecord(
        "overheads 1", OverheadKind.TRAVEL, Period(days.start), Decimal(3)
    )


WRONG, MISSING = (
    "This field does not hold what it should",
    "A field that is needed is missing",
)


@pytest.mark.parametrize(
    ("entry", "what", "value"),
    [
        (AWAY, MISSING, "to"),
        (f"{AWAY}to = 2026-07-20", "The end comes before the start", "2026-07-20 to 2026-07-20"),
        (f"{AWAY}to = 2026-07-01", "The end comes before the start", "2026-07-20 to 2026-07-01"),
        (f"{AWAY}to = '9 Aug'", WRONG, "to = '9 Aug'"),
        (f"{AWAY}to = 2026-08-01\nrole = 'a b'", WRONG, "role = 'a b'"),
        (f"{AWAY}to = 2026-08-01\nhours = 25", WRONG, "hours = 25"),
        (f"{AWAY}to = 2026-08-01\nminutes = 3", "Plait does not know this field", "minutes"),
        (f"{AWAY.replace('leave', 'fun')}to = 2026-08-01", WRONG, "kind = 'fun'"),
        (f"{SEASON}to = 2026-08-01", MISSING, "hours"),
        (f"{SEASON}to = 2026-08-01\nhours = 200", WRONG, "hours = 200"),
        (f"{SEASON}to = 2026-08-01\nhours = nan", WRONG, "hours = Decimal('NaN')"),
        (f"{SEASON}hours = 20", MISSING, "to"),
        (f"{TRAVEL}kind = 'travel'\nhours = -1", WRONG, "hours = -1"),
        (f"{TRAVEL}kind = 'sleep'\nhours = 1", WRONG, "kind = 'sleep'"),
        (f"{TRAVEL}hours = 1", MISSING, "kind"),
    ],
)  # fmt: skip
def test_a_stretch_says_what_is_wrong_with_it(told, entry, what, value):
    [problem] = told(entry)

    assert problem.where in {"absences 1", "seasons 1", "overheads 1"}
    assert (problem.what, problem.value) == (what, value)


def test_a_bad_stretch_costs_only_itself(told):
    good, bad = "to = 2026-08-01\n", "to = 2026-01-01\n"

    found = told(AWAY + good + AWAY + bad + AWAY + good)

    assert [one.where for one in only(AbsenceRecord, found)] == [
        "absences 1",
        "absences 3",
    ]
    assert [one.where for one in only(Problem, found)] == ["absences 2"]


@pytest.mark.parametrize(
    ("told_so", "value"),
    [
        ('country = "Holland"', "country = 'Holland'"),
        ('country = "N1"', "N1"),
        ('born_on = "1st of May"', "born_on = '1st of May'"),
        ("travel_minutes = 2000", "travel_minutes = 2000"),
        ("region = 7", "region = 7"),
    ],
)
def test_a_person_says_what_is_wrong_with_them(told, told_so, value):
    [problem] = told(f"[person]\n{told_so}")

    assert (problem.where, problem.value) == ("person 1", value)


@pytest.mark.parametrize(
    "zone", ["Mars/Base", "../etc/passwd", "/etc/passwd", "Europe"]
)
def test_a_zone_that_is_none_is_refused(told, zone):
    [problem] = told(f'[person]\ntimezone = "{zone}"')

    assert (problem.what, problem.value) == ("This is not a time zone", zone)


def test_a_mapping_that_cannot_work_is_refused(told):
    [problem] = told(
        '[[mappings]]\nname = "x"\nkind = "payments"\nsignature = "s"\ncolumns = { payer = 0 }'
    )

    assert problem.what == "A column that is needed has not been told"


def test_the_sample_portfolio_tells_everything_without_a_problem(options):
    source = Source("portfolio.toml", SAMPLE)
    assert book.recognise(source)

    found = list(book.read(source, options))

    text = SAMPLE.read_text("utf-8")
    assert only(Problem, found) == []
    assert len(only(RoleRecord, found)) == text.count("[[roles]]")
    assert len(only(AgreementRecord, found)) == text.count("[[roles.agreements]]")
    assert len(only(RuleRecord, found)) == text.count("[[rules]]")
    assert len(only(MappingRecord, found)) == text.count("[[mappings]]")


def test_the_examples_in_the_reference_are_an_entry_of_each_section(told):
    examples = re.findall(r"```toml\n(.*?)```", REFERENCE.read_text("utf-8"), re.DOTALL)

    found = told("\n".join(examples))

    # The file of the example does not lie beside it.
    assert [one.where for one in only(Problem, found)] == ["attachments 1"]
    assert {type(one) for one in found} == {
        *(set(SECTION_OF) - {AttachmentRecord}),
        *(AgreementRecord, Problem),
    }


LEANING_ON = """
[[causes]]
name = "The ministry"
roles = ["atlas"]

[[beliefs]]
role = "atlas"
chance = 0.255
years = 2.5

[[fallbacks]]
role = "atlas"
what = "Teach"
weeks = 13
share = 0.8
helper = "Ines"
step = "Call the school"
step_by = 2026-12-01

[[invoices]]
role = "atlas"
issued = 2026-11-01
due = 2026-12-01
paid = 2026-12-03
amount = "30000"
currency = "JPY"
number = "7"

[[scenarios]]
name = "Mine"
lose = [{ role = "atlas", after = 1 }]
"""


def test_every_field_of_what_income_leans_on_is_read(told):
    cause, belief, fallback, invoice, scenario = told(LEANING_ON)

    assert cause == CauseRecord("causes 1", "The ministry", ("atlas",))
    assert belief == BeliefRecord(
        "beliefs 1", "atlas", Decimal("0.255"), Decimal("2.5")
    )
    assert fallback == FallbackRecord(
        "fallbacks 1",
        "atlas",
        "Teach",
        13,
        Decimal("0.8"),
        "Ines",
        "Call the school",
        date(2026, 12, 1),
    )
    assert invoice == InvoiceRecord(
        "invoices 1",
        "atlas",
        Money(Decimal(30_000), "JPY"),
        date(2026, 11, 1),
        date(2026, 12, 1),
        date(2026, 12, 3),
        "7",
    )
    assert (scenario.where, scenario.scenario.name) == ("scenarios 1", "Mine")


@pytest.mark.parametrize(
    ("entry", "what"),
    [
        ('[[causes]]\nroles = ["atlas"]', "A field that is needed is missing"),
        (
            '[[causes]]\nname = "A"\nroles = "atlas"',
            "The roles of a cause are a list of their keys",
        ),
        (
            '[[causes]]\nname = "A"\nroles = ["a b"]',
            "The roles of a cause are a list of their keys",
        ),
        (
            '[[causes]]\nname = "A"\nchance = 15',
            "This field does not hold what it should",
        ),
        ('[[beliefs]]\nrole = "a"', "A field that is needed is missing"),
        (
            '[[fallbacks]]\nrole = "a"\nwhat = "b"\nweeks = 2.5',
            "This field does not hold what it should",
        ),
        (
            '[[invoices]]\nrole = "a"\nissued = 2026-11-01\namount = "5"',
            "A field that is needed is missing",
        ),
        (
            '[[invoices]]\nrole = "a"\namount = "5"\ncurrency = "EUR"',
            "A field that is needed is missing",
        ),
        ('[[scenarios]]\nname = "A"', "A scenario needs something that happens"),
        ('[person]\nsavings = "5"', "An amount needs its currency"),
        ("[person]\nset_aside = 30", "This field does not hold what it should"),
        (ROLE + 'occupation = "manager"', "This field does not hold what it should"),
        (ROLE + 'occupation = "24a1"', "An occupation is written as its ISCO-08 code"),
        (ROLE + 'skills = "a"', "Skills are a list of words without commas"),
        (ROLE + 'skills = ["a, b"]', "Skills are a list of words without commas"),
    ],
)
def test_what_income_leans_on_is_refused_where_it_cannot_be(told, entry, what):
    [problem] = only(Problem, told(entry))

    assert problem.what.startswith(what)


def test_occupation_place_and_skills_of_a_role_are_read(told):
    more = 'occupation = "2421"\nplace = "Utrecht"\nskills = ["teaching", " été "]\n'

    [role] = told(ROLE + more)

    seen = role.role
    assert (seen.occupation, seen.place) == ("2421", "Utrecht")
    assert seen.skills == ("teaching", "été")


def test_json_tells_the_same_as_toml(a_file, options, told):
    role = {"key": "atlas", "name": "Project lead", "organisation": "Zorggroep Atlas"}
    role |= {"kind": "contract", "from": "2025-03-01"}
    source = a_file(json.dumps({"plait": 1, "roles": [role]}))

    assert book.recognise(source)
    assert list(book.read(source, options)) == told(ROLE)


@pytest.mark.parametrize(
    ("text", "is_ours"),
    [
        ("plait = 1\n", True),
        ("# notes\n\nplait = 1\n", True),
        ('{"plait": 1}', True),
        ("[person]\n[[roles]]\nkey = 'x'", True),
        ('{"basics": {"name": "plait"}}', False),
        ("date,amount\nplait = 1,2\n", False),
        ("", False),
        ("[person]\n", False),
    ],
)
def test_it_is_recognised_by_how_it_begins(a_file, text, is_ours):
    assert book.recognise(a_file(text)) is is_ours


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("plait = 2\n", "This file was written by a newer Plait than this one"),
        ('{"plait": 1, "roles": [{"key": "a"', "This file breaks off or has a mistake and cannot be read on"),
        ("plait = 1\n[[roles]\n", "This file breaks off or has a mistake and cannot be read on"),
        ('{"plait": 1, "x": NaN}', "This file breaks off or has a mistake and cannot be read on"),
        ('{"plait": ' + "[" * 200_000, "This file breaks off or has a mistake and cannot be read on"),
        ('{"plait": 1, "x": ' + "9" * 5_000 + "}", "This file breaks off or has a mistake and cannot be read on"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_refused_whole(a_file, options, text, what):
    with pytest.raises(Unreadable) as refused:
        list(book.read(a_file(text), options))

    assert refused.value.what == what


@pytest.mark.parametrize("bad", ['"rolls": []', '"roles": {}', '"roles": ["x"]'])
def test_a_part_of_another_shape_is_one_problem(a_file, options, bad):
    found = list(book.read(a_file('{"plait": 1, ' + bad + "}"), options))

    assert [type(one) for one in found] == [Problem]


def test_half_characters_and_nul_are_no_text(a_file, options):
    rule = r'{"field": "payer", "value": "a\ud800", "role": ""}'
    other = r'{"field": "payer", "value": "a\u0000", "role": ""}'
    source = a_file(f'{{"plait": 1, "rules": [{rule}, {other}]}}')

    found = list(book.read(source, options))

    assert [one.where for one in found] == ["rules 1", "rules 2"]
    assert all(isinstance(one, Problem) for one in found)


def test_what_is_written_is_read_again(a_file, options, told):
    before = told(
        '[person]\nname = "Nora"\ncapacity_hours = 1.6666666666\n'
        'country = "NL"\nborn_on = 1990-01-02\ntravel_minutes = 0\n'
        'currency = "JPY"\nsavings = "14500"\nfloor = "0"\nset_aside = 0.305\n'
        + ROLE
        + 'occupation = "2421"\nplace = "Utrecht"\nskills = ["teaching", "x"]\n'
        + "[[rules]]\nfield = 'payer'\nvalue = '=1+1 \"x\"'\nrole = 'atlas'\n"
        + "confirmed_at = 2026-01-01T10:00:00Z\n"
        + AWAY
        + "to = 2026-08-01\nnote = '=1+1'\n"
        + SEASON
        + "to = 2026-08-01\nhours = 20.25\n"
        + TRAVEL
        + "kind = 'rest'\nhours = 3\nrole = 'atlas'\n"
        + LEANING_ON
    )
    file = io.StringIO()

    book.write(file, before, [])

    assert list(book.read(a_file(file.getvalue()), options)) == before


def test_a_role_entry_reads_as_a_person_would_write_it(told):
    role = next(iter(only(RoleRecord, told(ROLE)))).role

    assert book.role_entry(role) == {
        "key": "atlas",
        "name": "Project lead",
        "organisation": "Zorggroep Atlas",
        "kind": "contract",
        "kind_is_confirmed": True,
        "from": "2025-03-01",
        "paid": True,
        "agreements": [],
    }
