"""The README.txt of an export: what is in each file. It holds no lines itself.

A person imports an export as a folder, this file included, so it is recognised.
"""

from collections.abc import Iterator
from datetime import date

from plait.domain.errors import Problem
from plait.domain.records import Line
from plait.formats.source import Options, Source

NAME = "plait_readme"
LABEL = "Plait export (what is in it)"

_TITLES = {
    "en": "Plait: everything that your book holds",
    "nl": "Plait: alles wat in je boek staat",
}
_TEXTS = {
    "en": """
Written on {on}. You may read, copy and keep these files; none of them needs Plait.

book.json     You, your roles with every agreement, the rules you confirmed,
              your check-ins and leave, what your income hangs on and what would
              replace it, your invoices, your own accounts, and the imports so far.
payments.csv  Every payment, {payments} of them. Amounts are in minor units:
              12345 EUR is 123.45 euros, 12345 JPY is 12345 yen.
time.csv      Every stretch of time you gave, {time} of them, in seconds.
events.csv    Every calendar event, {events} of them; instants are in UTC.
attachments.json
              Where you keep files with payments ({attachments} of them): which belongs
              to which. They lie in the folder files, as you attached them.

To bring all of it into an empty book:

    plait init
    plait import FOLDER

where FOLDER is this one. Importing it again adds nothing. The first column of each
table is the fingerprint by which Plait knows a record again: leave it as is. An
apostrophe before a text keeps a spreadsheet from taking that text for a formula.

These files hold your income and your hours. Keep them where only you can read them.
""",
    "nl": """
Geschreven op {on}. Je mag deze bestanden lezen, kopiëren en bewaren; je hebt er
Plait niet voor nodig.

book.json     Jij, je rollen met alle afspraken, de regels die je hebt bevestigd,
              je check-ins en verlof, waar je inkomen van afhangt en wat het zou
              vervangen, je facturen, je eigen rekeningen en de importen tot nu toe.
payments.csv  Alle betalingen: {payments}. Bedragen staan in de kleinste eenheid:
              12345 EUR is 123,45 euro, 12345 JPY is 12345 yen.
time.csv      Alle tijd die je hebt gegeven: {time} regels, in seconden.
events.csv    Alle afspraken uit je agenda's: {events}; tijdstippen in UTC.
attachments.json
              Als je bestanden bij betalingen bewaart ({attachments}): welk bestand bij
              welke betaling hoort. Ze staan in de map files, zoals je ze toevoegde.

Zo zet je alles in een leeg boek:

    plait init
    plait import MAP

waarbij MAP deze map is. Nog een keer importeren voegt niets toe. Aan de eerste
kolom van elke tabel herkent Plait een regel: laat die zoals hij is. Een apostrof
voor een tekst voorkomt dat een rekenblad die tekst als formule uitvoert.

In deze bestanden staan je inkomsten en je uren. Bewaar ze waar alleen jij erbij kunt.
""",
}


def recognise(source: Source) -> bool:
    """Return whether the first line is the title of one of our texts."""
    return source.head_text.partition("\n")[0].rstrip("\r") in _TITLES.values()


def read(source: Source, options: Options) -> Iterator[Line | Problem]:  # noqa: ARG001  # one signature for all
    """Yield nothing."""
    return iter(())


def readme(language: str, on: date, counts: dict[str, int]) -> str:
    """Return the text in "nl", or in English; `counts` by table: payments, time, events, attachments."""
    spoken = language if language in _TITLES else "en"
    text = _TEXTS[spoken].format(on=on.isoformat(), **counts)
    return f"{_TITLES[spoken]}\n{text}"
