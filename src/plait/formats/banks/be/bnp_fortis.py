"""BNP Paribas Fortis' and Fintro's CSV statement (Belgium), in Dutch and French.

A payment's running number is filled in later, so it is no number that lasts.
"""

from plait.formats.banks.bank_table import BankTable
from plait.formats.banks.table_reader import reader_of

NAME = "bnp_fortis"
LABEL = "BNP Paribas Fortis statement, Belgium (CSV)"

_DUTCH = BankTable(
    name=NAME,
    heading="Volgnummer|Uitvoeringsdatum|Bedrag|Valuta rekening|Rekeningnummer|Details",
    currency="EUR",
    currency_column="Valuta rekening",
    date="Uitvoeringsdatum",
    amount="Bedrag",
    payer="Naam van de tegenpartij",
    counter_account="Tegenpartij|Tegenpartij van de verrichting",
    references=("Mededeling",),
    description="Details",
    account="Rekeningnummer",
    status="Status",
    booked="Geaccepteerd|Aanvaard",
    not_booked="Geweigerd|In behandeling",
)
_FRENCH = BankTable(
    name=NAME,
    heading="Date d'exécution|Montant|Devise du compte|Numéro de compte|Détails",
    currency="EUR",
    currency_column="Devise du compte",
    date="Date d'exécution",
    amount="Montant",
    payer="Nom de la contrepartie",
    counter_account="Contrepartie|Contrepartie de la transaction",
    references=("Communication",),
    description="Détails",
    account="Numéro de compte",
    status="Statut",
    booked="Accepté",
    not_booked="Refusé|En traitement",
)
recognise, read = reader_of(_DUTCH, _FRENCH)
