"""American Express: charges are positive, and what was paid off is negative.

The columns tell the country, and with it the currency and the order of dates. The
short English form tells it by its dates alone: 15/03 is British, 03/15 American.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from plait.domain.errors import Problem
from plait.domain.records import Line
from plait.formats import values
from plait.formats.banks.bank_table import BankTable
from plait.formats.banks.table_reader import heading_in, lines_of, need_heading_in
from plait.formats.rows import rows
from plait.formats.source import Options, Source, Unreadable

NAME = "amex"
LABEL = "American Express (CSV)"

_ENGLISH = BankTable(
    name=NAME,
    heading="Date|Description|Card Member|Account #|Amount",
    currency="GBP",
    date="Date",
    decimal=".",
    amount="Amount",
    is_spending_positive=True,
    payer="Description",
    description="Description",
    account="Account #",
    bank_id="Reference",
)
_WITH_DETAILS = "Date|Description|Amount|Extended Details|Appears On Your Statement As"
_BRITISH = replace(_ENGLISH, heading=f"{_WITH_DETAILS}|Town/City|Postcode")
_AMERICAN = replace(
    _ENGLISH,
    heading=f"{_WITH_DETAILS}|City/State|Zip Code",
    currency="USD",
    order="mdy",
)
_CANADIAN = replace(
    _ENGLISH,
    heading="Date|Date Processed|Description|Amount|City / Province|Postal Code",
    currency="CAD",
)
_AUSTRALIAN = replace(
    _ENGLISH,
    heading="Date|Date Processed|Description|Amount|Town/City|Postcode",
    currency="AUD",
)
_DUTCH = BankTable(
    name=NAME,
    heading="Datum|Omschrijving|Bedrag|Vermeld op uw rekeningoverzicht als",
    currency="EUR",
    date="Datum",
    order="mdy",
    decimal=",",
    amount="Bedrag",
    is_spending_positive=True,
    payer="Omschrijving",
    description="Omschrijving",
    account="Rekening #",
    bank_id="Referentie",
)
_GERMAN = BankTable(
    name=NAME,
    heading="Datum|Beschreibung|Betrag|Erscheint auf Ihrer Abrechnung als",
    currency="EUR",
    date="Datum",
    decimal=",",
    amount="Betrag",
    is_spending_positive=True,
    payer="Beschreibung",
    description="Beschreibung",
    account="Konto #",
    bank_id="Betreff",
)
_COUNTRIES = (_AUSTRALIAN, _CANADIAN, _BRITISH, _AMERICAN, _DUTCH, _GERMAN)
_ROWS_TO_TELL = 2_000


def recognise(source: Source) -> bool:
    """Return whether the headings are those of American Express in any country."""
    return any(heading_in(source, table) for table in (*_COUNTRIES, _ENGLISH))


def read(source: Source, options: Options) -> Iterator[Line | Problem]:
    """Yield a bank line per row, charges as money that went out."""
    table = next((one for one in _COUNTRIES if heading_in(source, one)), None)
    if table is None:
        table = _by_dates(source, options)
    return lines_of(source, table, need_heading_in(source, table))


def _by_dates(source: Source, options: Options) -> BankTable:
    heading = need_heading_in(source, _ENGLISH)
    if "date processed" in heading.columns:
        raise Unreadable(
            "This American Express file does not tell which country it is from",
            value=source.name,
            fix="Download it again with all details of the transactions.",
        )
    at = heading.need("date")
    dates = (row[at] for _, row in rows(source, heading) if row)
    is_day_first = values.is_day_first(islice(dates, _ROWS_TO_TELL))
    if is_day_first is None:
        is_day_first = options.is_day_first
    if is_day_first is None:
        raise Unreadable(
            "The dates in this file can be read two ways",
            value=source.name,
            fix="Say which with --dates day-first or --dates month-first.",
        )
    return _ENGLISH if is_day_first else replace(_ENGLISH, currency="USD", order="mdy")
