"""Every command: its help, its example, its JSON, and how it ends."""

import json
import re
import shlex
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import click
import pytest

from plait.accounts.models import Envelope, Person, Share
from plait.book.job_kinds import CALENDAR_VISIT
from plait.book.models import (
    Account,
    Attachment,
    CalendarSource,
    Payment,
    Recurring,
    Role,
    TimeEntry,
)
from plait.book.operations.by_hand import add_payment
from plait.cli.main import main
from plait.domain.money import Money
from plait.domain.sharing import Band, Slice, SliceKind, to_bytes
from plait.exchange.taking_in import take_in
from plait.formats.signed import sealed_with, written
from plait.jobs.operations import enqueue
from tests.book.statements import Paid, camt, ing
from tests.book.tables import whole
from tests.formats.signed.golden_share import SEED, SHARE


def commands(group: click.Group = main, *above: str) -> dict[str, click.Command]:
    """Return every command by what is typed for it."""
    found: dict[str, click.Command] = {}
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        words = (*above, name)
        found[" ".join(words)] = command
        if isinstance(command, click.Group):
            found |= commands(command, *words)
    return found


ALL = commands()
SINGLE = {n: c for n, c in ALL.items() if not isinstance(c, click.Group)}
# These serve until they are stopped, replace what the tests stand on, ask another, or
# are for a server of several people.
NOT_HERE = {"serve", "worker", "restore", "backup", "calendars add", "invite"}
NOT_HERE |= {"server", "people", "people suspend", "people let-in", "people steward"}
NOT_HERE |= {"people delete", "people keep"}
NOT_HERE |= {"share mail"}  # there is no mail from one's own machine
NOT_HERE |= {"mail set", "mail try", "bounce"}


@pytest.mark.parametrize("name", ALL)
def test_help_shows_an_example(plait, name):
    answer = plait(*name.split(), "--help")

    assert answer.exit_code == 0
    assert f"Example: plait {name}" in answer.output


def test_the_help_of_all_lists_every_command_with_a_line(plait):
    answer = plait("--help")

    for name in main.list_commands(click.Context(main)):
        assert re.search(rf"^  {name} +\w.+\.$", answer.output, re.MULTILINE), name
    assert "Example: plait init" in answer.output


def test_the_version_is_told(plait):
    assert re.fullmatch(r"plait, version \d+\.\d+\S*\n", plait("--version").output)


@pytest.mark.parametrize("name", SINGLE)
def test_every_command_takes_json(name):
    assert "--json" in {flag for p in SINGLE[name].params for flag in p.opts}


HOURS = (
    "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,"
    "End date,End time,Duration,Tags,Amount (EUR)\n"
    "Nora,n@example.org,Atlas,Budget,,Sums,No,2026-03-02,09:00:00,2026-03-02,"
    "11:00:00,02:00:00,,0.00\n"
)


@pytest.fixture
def book(plait, nora, write, tmp_path, monkeypatch):
    """A book in which every example can be typed, in a folder that has its files."""
    monkeypatch.chdir(tmp_path)
    write("statement.xml", camt([Paid(2, "10.00"), Paid(9, "20.00")]))
    write("hours.csv", HOURS)
    write("mine.csv", "Datum;Wie;Bedrag\n02-03-2026;Els;5,00\n19-03-2026;Jo;7,50\n")
    for n in range(3):
        write(f"{n}.xml", camt([Paid(n + 10, "1.00")]))
    wanted = ["role", "add", "Atlas", "--organisation", "Zorggroep Atlas"]
    plait(*wanted, "--kind", "contract", "--from", "2024-01-01", "--hours", "16/week")
    return plait


def example_of(name: str) -> list[str]:
    """Return the words of a command's example, without the program's name."""
    return shlex.split(SINGLE[name].epilog.removeprefix("Example: plait "))


def prepared(book, name: str) -> list[str]:
    """Return a command's example, once what it speaks of is there."""
    words = example_of(name)
    if name == "undo":
        for n in range(3):
            book("import", f"{n}.xml")
    if name == "rules":
        book("assign", "payer", "Zorggroep Atlas", "atlas")
        [rule] = json.loads(book("rules", "--json").stdout)["rules"]
        words[-1] = str(rule["rule"])
    if name == "calendars remove":
        words[2] = str(followed().pk)
    if name == "mapping":
        words[1] = "mine.csv"
    if name == "role add":
        words[2] = "Second"
    if name.startswith("invoice ") and name != "invoice add":
        book(*example_of("invoice add"))
        add_payment(
            viewer=Person.objects.get(),
            role=Role.objects.get(),
            on=date(2026, 11, 28),
            amount=Money(Decimal("2946.67"), "EUR"),
        )
    words = with_what_is_named(book, name, words)
    if name.split(maxsplit=1)[0] in CORRECTING or name == "role merge":
        corrected(book)
    return with_its_number(book, name, words)


def with_its_number(book, name: str, words: list[str]) -> list[str]:
    """Return an example that names what was added by a number that is not known."""
    if name in {f"recurring {what}" for what in ("end", "skip", "own", "delete")}:
        book(*example_of("recurring money"))
        words[2] = str(Recurring.objects.get().pk)
    if name in {"jobs again", "jobs stop"}:
        nora = Person.objects.get()
        now = datetime(2026, 12, 1, tzinfo=UTC)
        words[2] = str(enqueue(owner=nora, kind=CALENDAR_VISIT, key="1", now=now).pk)
    if name == "share end":
        book(*example_of("share new"))
        words[2] = str(Share.objects.get().uuid)
    if name in {"share file", "share ended"}:
        book(*example_of("share new"))
        words[2] = str(Share.objects.get().uuid)
    if name == "share ended":
        book("share", "end", words[2])
    if name in {"share letter", "share bring-in"}:
        words[2] = by_file(words[2], is_taken_in=name == "share letter")
    if name == "share open":
        words[2] = str(shown().share_uuid)
    if name == "payment attachment":
        book(*example_of("payment attach"))
        words[2] = str(Attachment.objects.get().pk)
        Path(words[-1]).unlink(missing_ok=True)
    return words


def with_what_is_named(book, name: str, words: list[str]) -> list[str]:
    """Return an example whose proposal and whose earlier command there are."""
    if name in BEFORE:
        book(*BEFORE[name])
    if name in {"finding settle", "finding put-off", "finding reopen"}:
        listed = json.loads(book("finding", "list", "--json").stdout)
        words[2] = listed["open"][0]["key"]
        if name == "finding reopen":
            book("finding", "settle", words[2], "--reason", "Fine")
    if name in {"role accept", "role dismiss"}:
        proposed()
        return [*words[:2], "brons"]
    return words


def by_file(name: str, *, is_taken_in: bool) -> str:
    """Give the book's person a signed file of somebody else; or its number, taken in."""
    share = str(UUID(int=2))
    told = {"kind": "availability_band", "on": "2026-12-01", "until": "2199-01-01"}
    content = {"share": share, "slice": told | {"band": "a day"}}
    statement = replace(
        SHARE,
        audience="name:Nora",
        expires_on=date(2199, 1, 1),
        content=json.dumps(content).encode(),
    )
    file = sealed_with(SEED, written(statement))
    Path(name).write_bytes(file)
    if not is_taken_in:
        return name
    take_in(
        viewer=Person.objects.get(),
        content=file,
        today=date(2026, 12, 1),
        now=datetime(2026, 12, 1, tzinfo=UTC),
    )
    return share


def shown() -> Envelope:
    """Let somebody else show how much time they have free."""
    told = Slice(SliceKind.AVAILABILITY, date(2026, 12, 1), Band.DAY, date(2199, 1, 1))
    return Envelope.objects.create(
        owner_id=Person.objects.get().pk,
        uuid=UUID(int=1),
        share_uuid=UUID(int=1),
        giver_name="Ada",
        slice_kind=told.kind,
        payload=to_bytes(told),
        sent_at=datetime(2026, 12, 1, tzinfo=UTC),
        until=date(2199, 1, 1),
    )


# What is typed before an example.
BEFORE = {"stop": ("start", "atlas"), "redo": ("undo",)}
CORRECTING = {"entry", "payment", "payer", "account", "organisation"}


def proposed() -> None:
    """Let somebody pay every month, so that a role is proposed."""
    for month in range(5, 11):
        Payment.objects.create(
            owner=Person.objects.get(),
            fingerprint=month,
            booked_on=date(2026, month, 25),
            amount_minor=290_000,
            currency="EUR",
            payer="Brons",
        )


def corrected(book) -> None:
    """Add what the examples of correcting commands name, under their numbers."""
    atlas = Role.objects.get()
    for name, organisation in (("Board", "Atlas"), ("Atlas old", "Elsewhere")):
        words = ("--kind", "board", "--from", "2024-01-01")
        book("role", "add", name, "--organisation", organisation, *words)
    mine = {"owner": atlas.owner, "role": atlas, "status": 1}
    for number in (12, 13):
        record = {**mine, "pk": number, "fingerprint": number}
        TimeEntry.objects.create(**record, on=date(2026, 3, 2), seconds=7200)
        money = {"amount_minor": 50_000, "currency": "EUR"}
        Payment.objects.create(**record, booked_on=date(2026, 3, 2), **money)
    for identifier in ("NL62MOLN0650238817", "0650238817"):
        Account.objects.create(owner=atlas.owner, identifier=identifier)
    book("payer", "join", "Atlas Holding", "Atlas Groep")


def followed() -> CalendarSource:
    """Return a calendar that Nora follows, at an address where nothing is asked."""
    return CalendarSource.objects.create(
        owner=Person.objects.get(), name="Work", kind="ics", address="https://127.0.0.1"
    )


EXAMPLES = sorted(set(SINGLE) - NOT_HERE - {"init"})


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_example_of_a_command_can_be_typed(book, name):
    answer = book(*prepared(book, name))

    assert answer.exit_code == 0, answer.output
    assert answer.output.strip()


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_example_with_json_prints_json_and_nothing_else(book, name):
    words = [word for word in prepared(book, name) if word != "--json"]

    answer = book(*words, "--json")

    assert answer.exit_code == 0, answer.output
    assert isinstance(json.loads(answer.stdout), dict | list)
    assert answer.stderr == ""


def test_a_book_is_begun_by_the_example(plait):
    answer = plait(*example_of("init"))

    assert answer.exit_code == 0
    assert "Your book is in " in answer.output


# The forms of JSON that scripts rely on.


def test_import_json_has_exactly_the_documented_form(book, as_json):
    bad = ing([Paid(2, "10.00"), Paid(3, "20.00")]).replace("20260303", "never")

    with open("bad.csv", "w") as file:  # noqa: PTH123  # in the book's folder
        file.write(bad)
    told = as_json("import", "bad.csv")

    assert told == {
        "batch": 1,
        "files": [
            {
                "path": "bad.csv",
                "format": "ing",
                "read": 1,
                "new": 1,
                "changed": 0,
                "known": 0,
                "without_titles": [],
                "problems": [
                    {
                        "where": "line 2",
                        "what": "This is not a date in the form that the file uses",
                        "value": "never",
                        "fix": "Correct the date in the file, or export it again.",
                    }
                ],
            }
        ],
        "positions": [],
    }


def test_import_json_of_a_preview_names_no_batch(book, as_json):
    told = as_json("import", "statement.xml", "--dry-run")

    assert told["batch"] is None
    assert told["files"][0]["new"] == 2
    assert not Payment.objects.exists()


def test_import_json_of_several_files_keeps_their_order(book, as_json):
    told = as_json("import", "statement.xml", "hours.csv", "statement.xml")

    assert [(f["path"], f["new"], f["known"]) for f in told["files"]] == [
        ("statement.xml", 2, 0),
        ("hours.csv", 1, 0),
        ("statement.xml", 0, 2),
    ]


def test_undo_json_says_how_many_records_went(book, as_json):
    as_json("import", "statement.xml")

    assert as_json("undo", "1") == {"batch": 1, "removed": 2, "put_back": 0}


def test_inbox_json_tells_each_subject(book, as_json):
    as_json("import", "statement.xml", "hours.csv")

    payer, project = as_json("inbox")["subjects"]

    assert payer == {
        "key": payer["key"],
        "field": "payer",
        "label": "Payer",
        "value": "Zorggroep Atlas",
        "account": "",
        "name": "Zorggroep Atlas",
        "is_nameless": False,
        "is_out": False,
        "n_records": 2,
        "records": "2 payments",
        "amount": "30.00",
        "currency": "EUR",
        "hours": 0.0,
        "first_on": "2026-03-02",
        "last_on": "2026-03-09",
        "kinds": payer["kinds"],
        "proposal": payer["proposal"],
    }
    assert payer["proposal"]["role"] == "atlas"
    assert (project["field"], project["value"], project["hours"]) == (
        "project",
        "Budget",
        2.0,
    )


def test_assign_json_tells_the_rule_and_how_many_it_sorted(book, as_json):
    as_json("import", "statement.xml")

    told = as_json("assign", "payer", "Zorggroep Atlas", "atlas")

    del told["rule"]
    assert told == {
        "field": "payer",
        "value": "zorggroep atlas",
        "role": "atlas",
        "records": 2,
    }


def test_role_json_tells_what_was_agreed(book, as_json):
    [role] = as_json("role", "list")

    assert (role["key"], role["kind"], role["from"]) == (
        "atlas",
        "contract",
        "2024-01-01",
    )
    assert [(a["hours"], a["per"]) for a in role["agreements"]] == [(16, "week")]


def test_imports_json_lists_the_newest_first(book, as_json):
    as_json("import", "statement.xml")
    as_json("import", "hours.csv")
    as_json("undo", "1")

    told = as_json("imports")

    assert [(one["batch"], bool(one["undone_at"])) for one in told] == [
        (2, False),
        (1, True),
    ]
    assert told[0]["files"][0]["path"] == "hours.csv"


def test_a_refusal_is_json_too_where_json_was_asked_for(book):
    answer = book("undo", "999", "--json")

    assert answer.exit_code == 2
    assert json.loads(answer.stdout)["error"]["value"] == "999"


# How a command ends.


def test_nothing_wrong_ends_with_0(book):
    assert book("import", "statement.xml").exit_code == 0


def test_problems_in_the_data_end_with_1(book, write):
    write("letter.txt", "Dear reader")

    assert book("import", "letter.txt").exit_code == 1


def test_a_problem_in_one_file_ends_with_1_though_the_others_came_in(book, write):
    write("letter.txt", "Dear reader")

    answer = book("import", "letter.txt", "statement.xml")

    assert answer.exit_code == 1
    assert Payment.objects.count() == 2


ADD = ("role", "add", "B", "--organisation", "O", "--kind")
WRONG_USE = {
    "a month that is none": ("review", "--on", "2026-13-45"),
    "a day that is none": ("review", "--on", "yesterday"),
    "no such command": ("exprt",),
    "no such option": ("inbox", "--all"),
    "a file that is not there": ("import", "nowhere.csv"),
    "no file at all": ("import",),
    "no such role for an import": ("import", "hours.csv", "--role", "nobody"),
    "no such mapping": ("import", "hours.csv", "--mapping", "nothing"),
    "no such import": ("undo", "999"),
    "an import beyond counting": ("undo", "9" * 30),
    "an import that is no number": ("undo", "last"),
    "no such rule": ("rules", "--forget", "999"),
    "a rule beyond counting": ("rules", "--forget", "9" * 30),
    "no such role": ("assign", "payer", "Atlas", "nobody"),
    "neither role nor private": ("assign", "payer", "Atlas"),
    "both role and private": ("assign", "payer", "Atlas", "atlas", "--private"),
    "nothing to look for": ("assign", "payer", "  !", "atlas"),
    "a field that is none": ("assign", "weather", "rain", "atlas"),
    "terms for nobody": ("agree", "nobody", "--hours", "8/week"),
    "negative hours": ("agree", "atlas", "--hours=-8/week"),
    "hours in no stretch": ("agree", "atlas", "--hours", "8/fortnight"),
    "hours that are none": ("agree", "atlas", "--hours", "some"),
    "more hours than a week has": ("agree", "atlas", "--hours", "169/week"),
    "endless hours": ("agree", "atlas", "--hours", "1e400/total"),
    "pay that is none": ("agree", "atlas", "--pay", "plenty"),
    "negative pay": ("agree", "atlas", "--pay=-85/hour"),
    "pay beyond measure": ("agree", "atlas", "--pay", "9" * 30 + "/hour"),
    "notice that is none": ("agree", "atlas", "--notice", "soon"),
    "notice beyond measure": ("agree", "atlas", "--notice", "9999m"),
    "terms that end before they begin": (
        *("agree", "atlas", "--hours", "8/week"),
        *("--from", "2026-02-01", "--to", "2026-01-01"),
    ),
    "a role of no kind": (*ADD, "hobby"),
    "a role without a name": ("role", "add", " ", *ADD[3:], "board"),
    "a name like a novel": ("role", "add", "x" * 201, *ADD[3:], "board"),
    "a role that ends before it begins": (
        *(*ADD, "board", "--from", "2026-02-01", "--to", "2026-01-01"),
    ),
    "a role with terms that cannot be": (*ADD, "board", "--hours", "999/week"),
    "a role that begins on no day": (*ADD, "board", "--from", "2026-02-30"),
    "a name that is no text": ("role", "add", "caf\udce9", *ADD[3:], "board"),
    "a column that is not there": ("mapping", "mine.csv", "--column", "amount=Geld"),
    "a second book": ("init", "--name", "Ada"),
}


@pytest.mark.parametrize("words", WRONG_USE.values(), ids=WRONG_USE.keys())
def test_wrong_use_ends_with_2_and_a_sentence_and_changes_nothing(book, words):
    before = whole()

    answer = book(*words)

    assert answer.exit_code == 2, answer.output
    assert re.search(r"[A-Z].{10,}", answer.stderr, re.DOTALL)
    assert "Traceback" not in answer.output
    assert whole() == before


BEGINNINGS = {
    "no such currency": ("--currency", "EURO"),
    "a currency nobody has": ("--currency", "EUX"),
    "currency of other letters": ("--currency", "ÉÉÉ"),
    "no such time zone": ("--timezone", "Europe/Atlantis"),
    "no such country": ("--country", "Holland"),
    "letters that are no country": ("--country", "ZZ"),
    "negative hours": ("--capacity", "-5"),
    "no hours": ("--capacity", "0"),
    "more hours than a week has": ("--capacity", "169"),
    "hours that are no number": ("--capacity", "many"),
    "hours that are not a number": ("--capacity", "nan"),
    "a name like a novel": ("--name", "x" * 151),
    "a language that Plait does not speak": ("--language", "fr"),
}


@pytest.mark.parametrize("words", BEGINNINGS.values(), ids=BEGINNINGS.keys())
def test_a_book_is_not_begun_with_what_cannot_be(plait, words):
    answer = plait("init", *words)

    assert answer.exit_code == 2, answer.output
    assert answer.stderr.strip()
    assert whole()["Person"] == []


def test_the_sentence_of_wrong_use_says_what_to_do(book):
    assert book("undo", "999").stderr == "There is no import of that number: 999.\n"
    assert book("assign", "payer", "Atlas", "nobody").stderr == (
        "There is no role of that name: nobody. See the roles with: plait role list.\n"
    )
    assert book("agree", "atlas", "--hours", "some").stderr == (
        "These are not agreed hours: some."
        " Write 16/week, 36/month, 100/quarter, 200/year or 40/total.\n"
    )


@pytest.mark.parametrize("on", ["0001-01-01", "1900-02-28", "9999-12-31"])
def test_a_review_of_any_day_can_be_asked(book, on):
    book("import", "statement.xml", "hours.csv")

    assert book("review", "--on", on).exit_code == 0


# What a command does.


@pytest.mark.parametrize(
    ("words", "country", "currency"),
    [
        ([], "NL", "EUR"),  # the usual time zone is Amsterdam's
        (["--timezone", "Europe/London"], "GB", "GBP"),
        (["--timezone", "UTC"], "", "EUR"),
        (["--timezone", "Europe/London", "--country", "de"], "DE", "EUR"),
        (["--country", ""], "", "EUR"),
        (["--country", "CH", "--currency", "eur"], "CH", "EUR"),
    ],
)
def test_a_book_begins_in_the_country_told_or_the_time_zones(
    plait, words, country, currency
):
    plait("init", "--name", "Nora", *words)

    nora = Person.objects.get()
    assert (nora.country, nora.currency) == (country, currency)
    assert not nora.has_confirmed  # the browser shows it as a guess first


def test_a_folder_brings_in_its_files(book, as_json, write, tmp_path):
    write("march/statement.xml", camt([Paid(2, "10.00")]))
    write("march/hours.csv", HOURS)
    write("march/within/other.xml", camt([Paid(3, "10.00")]))
    write("march/.DS_Store", b"\0\0\0\1Bud1")

    told = as_json("import", tmp_path / "march")

    found = [str(tmp_path / "march" / name) for name in ("hours.csv", "statement.xml")]
    assert [one["path"] for one in told["files"]] == found


def test_a_folder_without_files_is_told_as_such(book, tmp_path):
    (tmp_path / "nothing").mkdir()

    answer = book("import", "nothing")

    assert answer.exit_code == 1
    assert "This is not a file" in answer.output


def test_an_import_for_one_role_belongs_to_it(book):
    book("import", "statement.xml", "--role", "atlas")

    assert set(Payment.objects.values_list("role__key", flat=True)) == {"atlas"}


def test_a_table_is_read_once_its_columns_were_named(book):
    unknown = book("import", "mine.csv")
    book("mapping", "mine.csv", "--name", "Mine")

    known = book("import", "mine.csv", "--mapping", "Mine")

    assert (unknown.exit_code, known.exit_code) == (1, 0)
    assert sorted(Payment.objects.values_list("amount_minor", flat=True)) == [500, 750]


def test_a_role_is_added_with_its_terms(book):
    words = (*ADD, "employment", "--hours", "36/month", "--pay", "GBP 20.50/hour")
    book(*words, "--from", "2025-01-01", "--notice", "2m", "--clause", "consent")

    role = Role.objects.get(key="b")
    terms = role.agreements.get()
    assert (role.kind, role.started_on) == ("employment", date(2025, 1, 1))
    assert (terms.minutes, terms.per) == (36 * 60, "month")
    assert (terms.pay_minor, terms.pay_currency, terms.pay_basis) == (
        2050,
        "GBP",
        "hour",
    )
    assert (terms.notice_days, terms.clause) == (60, "consent")


def test_a_subject_can_be_private(book):
    book("import", "statement.xml")

    book("assign", "payer", "Zorggroep Atlas", "--private")

    assert "Everything belongs to a role or is private." in book("inbox").output


def test_a_forgotten_rule_lets_what_it_sorted_wait_again(book, as_json):
    book("import", "statement.xml")
    rule = as_json("assign", "payer", "Zorggroep Atlas", "atlas")["rule"]

    left = as_json("rules", "--forget", str(rule))

    assert left["rules"] == []
    assert [one["value"] for one in as_json("inbox")["subjects"]] == ["Zorggroep Atlas"]


@pytest.mark.parametrize("command", ["inbox", "imports", "rules", "mapping"])
def test_an_empty_list_says_what_to_do(plait, nora, command):
    assert len(plait(command).output.strip()) > 20


def test_without_a_book_every_command_says_how_to_begin_one(plait):
    for words in (("inbox",), ("review",), ("role", "list"), ("imports",)):
        answer = plait(*words)

        assert answer.exit_code == 2
        assert "There is no book here yet" in answer.stderr


def test_one_of_two_people_is_named_by_the_environment(plait, nora, omar, role_of):
    role_of(nora, "Nora's")
    role_of(omar, "Omar's")

    shown = [
        plait("role", "list", PLAIT_PERSON=name).output for name in ("nora", "omar")
    ]

    assert ["Nora's" in one for one in shown] == [True, False]
    assert ["Omar's" in one for one in shown] == [False, True]


def test_a_name_that_nobody_has_is_refused(plait, nora):
    answer = plait("inbox", PLAIT_PERSON="nobody")

    assert answer.exit_code == 2
    assert "Nobody signs in with this name: nobody" in answer.stderr


@pytest.mark.parametrize(
    "command",
    [
        "capacity",
        "concentration",
        "drift",
        "exposure",
        "hours",
        "income",
        "obligations",
        "plan",
        "simulate",
        "stress",
        "takeon --new Course --hours 4/week",
        "worktime",
    ],
)
@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_day_that_nobody_lives_to_see_is_refused(plait, nora, command, day):
    answer = plait(*command.split(), "--on", day)

    assert answer.exit_code == 2
    assert "between the years 1900 and 2199" in answer.stderr
