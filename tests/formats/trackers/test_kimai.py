from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from plait.domain.records import TimeLine
from plait.formats.source import Unreadable
from plait.formats.trackers import kimai

ENGLISH = (
    "Date,From,To,Duration,Currency,Price,Internal price,Hourly price,Fixed price,"
    "Name,User,E-mail,Staff number,Customer,Project,Activity,Description,Billable,"
    "Tags,Type,category,Account,Project number,VAT-ID,Order number,Floor\n"
)
GERMAN = (
    "Datum,Von,Bis,Dauer,Währung,Preis,Interner Preis,Preis pro Stunde,Festpreis,Name,"
    "Benutzer,E-Mail,Personalnummer,Kunde,Projekt,Tätigkeit,Beschreibung,Abrechenbar,"
    "Schlagworte,Typ,category,Kundennummer,Projektnummer,Umsatzsteuer-ID,"
    "Bestellnummer\n"
)
SHORT = "Date,From,To,Duration,Project,Activity\n"
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@pytest.fixture
def read(a_file, options):
    def lines(text, encoding="utf-8", **chosen):
        source = a_file(text, encoding)
        return list(kimai.read(source, options._replace(**chosen)))

    return lines


def test_english_headings_with_a_custom_field_are_read(read):
    text = ENGLISH + (
        "2024-03-04,12:00,12:06,0:06,EUR,8.5,0,85,,Ana Reyes,ana,ana@a.example,,Kolk,"
        'Site,Build,Form,1,"deep, web",timesheet,work,K1,,,,2nd\n'
    )

    assert read(text) == [
        TimeLine(
            line=2,
            on=date(2024, 3, 4),
            seconds=360,
            started_at=datetime(2024, 3, 4, 12, tzinfo=AMSTERDAM),
            ended_at=datetime(2024, 3, 4, 12, 6, tzinfo=AMSTERDAM),
            client="Kolk",
            project="Site",
            task="Build",
            description="Form",
            tags="deep, web",
            is_billable=True,
            person="Ana Reyes",
        )
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_german_headings_are_read_day_first(read, encoding):
    text = GERMAN + (
        '03.04.2024,09:00,10:30,"1,50",EUR,0,0,0,,Ana,ana,a@a.example,,Kölk,'
        "Site,Bau,Form,0,,timesheet,work,,,,\n"
    )

    [entry] = read(text, encoding)

    assert (entry.on, entry.seconds) == (date(2024, 4, 3), 5400)
    assert (entry.client, entry.is_billable) == ("Kölk", False)


def test_columns_stand_in_any_order_without_rates(read):
    text = (
        "Activity,To,Project,From,Duration,Date\n"
        "Build,10:00,Site,09:00,1:00,2024-03-04\n"
    )

    [entry] = read(text)

    assert (entry.seconds, entry.project, entry.person) == (3600, "Site", "")


@pytest.mark.parametrize(
    ("durations", "seconds"),
    [
        (("0:06", "1:00"), [360, 3600]),
        (("0.11", "8"), [396, 28_800]),  # 0.11 x 3600
        (('"0,11"', "8"), [396, 28_800]),
        (("400", "8"), [400, 8]),  # 400 can only be seconds
        (("1", "8"), [3600, 28_800]),
        (("0:06:40", "1:00:00"), [400, 3600]),
    ],
)
def test_the_column_of_durations_tells_its_unit(read, durations, seconds):
    text = SHORT + "".join(
        f"2024-03-04,09:00,17:00,{took},Site,Build\n" for took in durations
    )

    assert [entry.seconds for entry in read(text)] == seconds


@pytest.mark.parametrize(
    ("start", "end", "took", "ended"),
    [
        ("22:00", "02:00", "4:00", datetime(2024, 3, 5, 2)),
        ("09:00", "15:00", "30:00", datetime(2024, 3, 5, 15)),
        ("22:00", "02:00", "28:00", datetime(2024, 3, 6, 2)),
        ("09:00", "17:00", "7:30", datetime(2024, 3, 4, 17)),
    ],
)
def test_the_day_of_the_end_is_worked_out(read, start, end, took, ended):
    [entry] = read(SHORT + f"2024-03-04,{start},{end},{took},Site,Build\n")

    assert entry.ended_at == ended.replace(tzinfo=AMSTERDAM)
    assert entry.seconds == int(took.split(":")[0]) * 3600 + int(took[-2:]) * 60


def test_an_end_before_the_start_is_of_the_same_night_if_the_clock_went_back(read):
    [entry] = read(SHORT + "2024-10-27,02:45,02:15,0:30,Site,Build\n")

    assert entry.ended_at.timestamp() - entry.started_at.timestamp() == 1800


def test_without_clock_times_the_duration_is_enough(read):
    [entry] = read(SHORT + "2024-03-04,,,1:15,Site,Build\n")

    assert (entry.seconds, entry.started_at, entry.ended_at) == (4500, None, None)


def test_without_a_duration_the_clock_times_are_enough(read):
    [entry] = read(SHORT + "2024-03-04,09:00,10:15,,Site,Build\n")

    assert entry.seconds == 4500


def test_an_entry_longer_than_a_day_needs_times_that_hold_it(read):
    [problem] = read(SHORT + "2024-03-04,,,30:00,Site,Build\n")

    assert (problem.what, problem.value) == ("This entry is longer than a day", "30:00")


@pytest.mark.parametrize(
    "took", ["0.33", "0:20", "0,33", "1200", "20 min", "20:00 min"]
)
def test_however_the_length_is_written_the_clock_is_exact(read, took):
    rows = "".join(
        f'2024-03-04,{hour}:00,{hour}:20,"{took}",Site,Build\n' for hour in (9, 10, 11)
    )

    assert [entry.seconds for entry in read(SHORT + rows)] == [1200] * 3


def test_a_pause_is_more_than_rounding(read):
    # Nine to ten with half an hour's pause; 0.5 is not rounded from an hour.
    [entry] = read(SHORT + "2024-03-04,09:00,10:00,0.50,Site,Build\n")

    assert entry.seconds == 1800


def test_one_decimal_is_rounded_more_coarsely(read):
    # 0.3 h stands for 15 to 21 minutes, so the clock's 20 minutes are meant.
    [entry] = read(SHORT + "2024-03-04,09:00,09:20,0.3,Site,Build\n")

    assert entry.seconds == 1200


@pytest.mark.parametrize(
    "heading",
    [
        "Datum,Van,Tot,Duur,Project,Activiteit,Klant,Beschrijving,Labels",
        "Date,De,À,Durée,Projet,Activité,Client,Description,Mots-clés",
        "Fecha,De,Para,Duración,Proyecto,Actividad,Cliente,Descripción,Etiquetas",
    ],
)
def test_other_languages_are_read_day_first(read, heading):
    text = heading + "\n04-03-2024,09:00,10:15,1:15,Site,Bouw,Kolk,Form,web\n"

    [entry] = read(text)

    assert (entry.on, entry.seconds) == (date(2024, 3, 4), 4500)
    assert (entry.client, entry.project, entry.task) == ("Kolk", "Site", "Bouw")
    assert (entry.description, entry.tags) == ("Form", "web")


def test_a_dutch_export_says_whose_and_whether_it_is_billed(read):
    text = (
        "ID,Datum,Van,Tot,Duur,Naam,Gebruiker,E-mail,Klant,Project,Factureerbaar\n"
        "12,2024-03-04,09:00,10:00,1:00,Ana Reyes,ana,ana@a.example,Kolk,Site,Nee\n"
    )

    [entry] = read(text)

    assert (entry.person, entry.is_billable) == ("Ana Reyes", False)
    assert entry.tracker_id == "kimai:12"


def test_the_login_tells_people_apart_where_no_names_are_given(read):
    heading = "Date,From,To,Duration,Name,User,Project,Activity\n"
    text = heading + (
        "2024-03-04,09:00,10:00,1:00,,ana,Site,Build\n"
        "2024-03-04,09:00,10:00,1:00,,bo,Site,Build\n"
    )

    with pytest.raises(Unreadable, match="several people: ana, bo"):
        read(text)

    assert [entry.line for entry in read(text, person="bo")] == [3]


def test_another_table_with_a_duration_is_not_taken_for_kimai(a_file):
    source = a_file("Date,From,To,Duration,Airline\n2024-03-04,AMS,LHR,1:20,KL\n")

    assert not kimai.recognise(source)
