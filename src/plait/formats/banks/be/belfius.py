"""Belfius' CSV statement (Belgium), in Dutch and French, below what was searched for."""

from plait.formats.banks.bank_table import BankTable
from plait.formats.banks.preambles import days_in
from plait.formats.banks.table_reader import reader_of

NAME = "belfius"
LABEL = "Belfius statement, Belgium (CSV)"

_DUTCH = BankTable(
    name=NAME,
    heading="Rekening|Boekingsdatum|Rekening tegenpartij|Naam tegenpartij bevat"
    "|Transactie|Bedrag|Devies",
    currency="EUR",
    currency_column="Devies",
    date="Boekingsdatum",
    decimal=",",
    amount="Bedrag",
    payer="Naam tegenpartij bevat",
    counter_account="Rekening tegenpartij",
    references=("Mededelingen",),
    description="Transactie",
    account="Rekening",
    days_above=days_in,
)
_FRENCH = BankTable(
    name=NAME,
    heading="Compte|Date de comptabilisation|Compte contrepartie"
    "|Nom contrepartie contient|Transaction|Montant|Devise",
    currency="EUR",
    currency_column="Devise",
    date="Date de comptabilisation",
    decimal=",",
    amount="Montant",
    payer="Nom contrepartie contient",
    counter_account="Compte contrepartie",
    references=("Communications",),
    description="Transaction",
    account="Compte",
    days_above=days_in,
)
recognise, read = reader_of(_DUTCH, _FRENCH)
