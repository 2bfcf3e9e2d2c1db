"""Which format is this file? Asked of each module in turn, by content alone.

A format module has `NAME` (a slug), `LABEL` (as a person knows it),
`recognise(source) -> bool` and `read(source, options) -> Iterator[Line | Problem]`.
The first that recognises a file reads it, so the stricter stand first.
"""

from collections.abc import Iterator
from importlib import import_module
from typing import Protocol

from plait.domain.errors import Problem
from plait.domain.records import Line
from plait.formats.kinds import refuse_by_name
from plait.formats.source import Options, Source, Unreadable

# What a format is called in a book, and its module under `formats`.
_MODULES = {
    # First: whatever somebody kept with a payment is no statement to read.
    "plait_attachment": "plait.attached",
    "plait_book": "plait.book",
    "plait_lines": "plait.tables",
    "plait_readme": "plait.readme",
    "plait_account": "plait.account",
    "ofx": "banks.standards.ofx",
    "camt053": "banks.standards.camt053",
    "mt940": "banks.standards.mt940",
    "qif": "banks.standards.qif",
    "starling": "banks.uk.starling",
    "monzo": "banks.uk.monzo",
    "revolut": "banks.revolut",
    "wise": "banks.wise",
    "wise_history": "banks.wallets.wise_history",
    "paypal": "banks.wallets.paypal",
    "stripe": "banks.wallets.stripe",
    "n26": "banks.de.n26",
    "sparkasse": "banks.de.sparkasse",
    "ing": "banks.nl.ing",
    "rabobank": "banks.nl.rabobank",
    "abnamro": "banks.nl.abnamro",
    "abnamro_xls": "banks.nl.abnamro_xls",
    "bunq": "banks.nl.bunq",
    "knab": "banks.nl.knab",
    "triodos": "banks.nl.triodos",
    "asn": "banks.nl.asn",
    "barclays": "banks.uk.barclays",
    "hsbc": "banks.uk.hsbc",
    "lloyds": "banks.uk.lloyds",
    "natwest": "banks.uk.natwest",
    "nationwide": "banks.uk.nationwide",
    "midata": "banks.uk.midata",
    "santander": "banks.uk.santander",
    "dkb": "banks.de.dkb",
    "ing_diba": "banks.de.ing_diba",
    "comdirect": "banks.de.comdirect",
    "commerzbank": "banks.de.commerzbank",
    "volksbank": "banks.de.volksbank",
    "kbc": "banks.be.kbc",
    "belfius": "banks.be.belfius",
    "bnp_fortis": "banks.be.bnp_fortis",
    "chase": "banks.us.chase",
    "bank_of_america": "banks.us.bank_of_america",
    "us_cards": "banks.us.cards",
    "amex": "banks.amex",
    "ics": "calendars.ics",
    "outlook_csv": "calendars.outlook_csv",
    "linkedin": "cv.linkedin",
    "json_resume": "cv.json_resume",
    "toggl": "trackers.toggl",
    "clockify": "trackers.clockify",
    "harvest": "trackers.harvest",
    "kimai": "trackers.kimai",
    "solidtime": "trackers.solidtime",
    "solidtime_zip": "trackers.solidtime_zip",
    "toggl_json": "trackers.toggl_json",
    "timeclock": "trackers.timeclock",
    "timedot": "trackers.timedot",
    "timewarrior": "trackers.timewarrior",
    "table": "tables.table",
}
_BY_MAPPING = "table"
_RECOGNISED = tuple(name for name in _MODULES if name != _BY_MAPPING)


class NotKnown(Unreadable):
    """No format recognises the file."""


class Format(Protocol):
    """What a module under `formats` offers."""

    NAME: str
    LABEL: str

    def recognise(self, source: Source) -> bool:
        """Return whether the content is of this format."""
        ...

    def read(self, source: Source, options: Options) -> Iterator[Line | Problem]:
        """Yield every line in our words and every problem, in file order."""
        ...


def all_formats() -> Iterator[Format]:
    """Yield the format modules, stricter ones first."""
    for name in _RECOGNISED:
        yield _module(name)


def _module(name: str) -> Format:
    module: Format = import_module(f"plait.formats.{_MODULES[name]}")
    return module


def label_of(name: str) -> str:
    """Return what a format is called, "" where no format has that name any more."""
    return _module(name).LABEL if name in _MODULES else ""


def format_of(source: Source, options: Options) -> Format:
    """Return the format that the content is of; raise `NotKnown` if none.

    A table that no module knows is read by the mapping in `options`, if any. What is
    known and not read, such as a PDF, is refused by its name.
    """
    for module in all_formats():
        if module.recognise(source):
            return module
    refuse_by_name(source)
    if options.mapping is not None:
        return _module(_BY_MAPPING)
    raise NotKnown(
        "This is not a file that Plait knows",
        value=source.name,
        fix="Export it as CSV, OFX, CAMT.053, MT940, ICS or JSON Resume;"
        " for any other table, say what its columns mean.",
    )
