"""What columns of payments are called, in the languages of Europe's banks.

Without accents and in small letters, as `names.words_of` writes them; the likelier
phrases stand first.
"""

from plait.formats.tables.names import Phrases as Phrases  # noqa: PLC0414  # guesses take them from here
from plait.formats.tables.names import Words, likeness, phrases, word_set
from plait.formats.tables.names import code_in as code_in  # noqa: PLC0414  # guesses take them from here
from plait.formats.tables.proposal import further_words as further

BOOKED = (
    phrases(
        "paid on|date paid|payment date|received on|betaald op|betaaldatum|ontvangen op"
        "|bezahlt am|zahlungsdatum|date de paiement|fecha de pago|data pagamento|booking date|booked|booked at|posted date|post date|posting date|posted"
        "|posted transactions date|completed|completed date|completed on|finished on"
        "|clearing date|settled|boekdatum|boekingsdatum|datum voltooid|buchungstag"
        "|buchungsdatum|buchung|abschlussdatum der buchung|data contabile|contabile"
        "|data contabilizzazione|date de comptabilisation|comptabilisation|date comptable"
        "|data ksiegowania|ksiegowania|datum zauctovani|zauctovani|datum zauctovania"
        "|bokforingsdag|bokforingsdatum|bokford|bokforingsdato|bokfort|bogforingsdato"
        "|bogfort|kirjauspaiva|konyveles|konyveles datuma|data mov|data movimento"
        "|fecha contable|date de fin|abgeschlossen|fecha de finalizacion|data di completamento"
        "|data zakonczenia|afsluttet|slutdatum|reskontradatum|knjizenja|datum knjizenja"
        "|datum knjizbe|data inregistrarii|data inregistrare|data decontarii|buchungsdat"
        "|bokunardagur|irasymo data|isleme tarihi|date comptabilisation|date d imputation"
    )
    + further.BOOKED
)
DATED = (
    phrases(
        "date|datum|data|fecha|dato|day|dag|tag|paiva|transaction date|trans date|tran date"
        "|run date|transactiedatum|transaktionsdatum|transaktionsdag|date operation"
        "|date de l operation|date op|data operazione|data operacji|data transakcji"
        "|fecha operacion|fecha de operacion|data lancamento|data da operacao|datetime"
        "|date time|created|created on|started date|startdatum|timestamp|time"
        "|paivamaara|maksupaiva|datum transakce|datum provedeni|uitvoeringsdatum|kuupaev"
        "|datums|tarih|islem tarihi|dagsetning|data tranzactiei|tranzakcio datuma|ημερομηνια"
        "|datum prometa|utfort dato|trade date|purchase date|einkaufsdatum|aankoopdatum"
    )
    + further.DATED
)
VALUED = (
    phrases(
        "value date|valuta date|valutadatum|valuta|wertstellung|wert|rentedatum|rentedato"
        "|interest date|date de valeur|date val|date de la valeur|data valuta|data valor"
        "|fecha valor|f valor|valutadag|arvopaiva|data waluty|value dat|datum valuty"
        "|datum valute|ertek nap|erteknap|data valutei|valor tarihi|valteringsdatum"
        "|valuteringsdato|vaartuspaev|renteberekening|fecha de valor|valuta dato"
    )
    + further.VALUED
)
NOT_THE_DATE = word_set(
    "due available reconcile birth expiry expires vervaldatum transfer"
    " faelligkeit echeance scadenza mandate invoice payout start started debut inicio inizio"
    " rozpoczecia begonnen startdatum gestartet creation aanmaakdatum erstellt uittreksel"
)
# The day of a bill, which is not that on which it was paid.
OF_THE_BILL = ("factuurdat", "rechnungsdat", "fakturadat", "verval", "invoicedat")
# With tax in it, or without.
WITH_TAX = word_set("incl including inclusief inkl ttc incluido inclusa gross bruto")
AMOUNT = (
    phrases(
        "amount|transaction amount|bedrag|betrag|umsatz|montant|importe|importo|kwota"
        "|kwota operacji|castka|objem|suma|summa|belopp|belop|belob|maara|valor|value"
        "|montant total|amount num|net amount|net|netto|nettobetrag|total|totaal|sum"
        "|osszeg|iznos|cantidad|movimento|gross|bruto|brutto|amount total|amt|mutatie"
        "|credit debit amount|debit credit amount|in out|iznos|znesek|tutar|islem tutari"
        "|upphaed|ποσο|settlement amount|valoare|summ|castka v mene uctu|zauctovana castka"
        "|betrag in kontowahrung|rekeningbedrag|transactiebedrag|bokfort belopp"
    )
    + further.AMOUNT
)
# How the words begin that tell the amount of a purchase abroad, or of another end.
FOREIGN_STEMS = (
    *further.FOREIGN_STEMS,
    *("original", "oorspronk", "foreign", "local", "facing", "detail", "einzel"),
    *("vreemd", "fremd", "ursprung", "ausland", "exchange", "source", "target"),
    *("puvodni", "povodna", "waluty", "walucie", "devises", "base", "quote"),
)
GROSS = word_set("gross bruto brutto lordo brut")
MONEY_IN = (
    phrases(
        "money in|paid in|credit|credit amount|amount credit|credits|credit amt|deposit"
        "|deposits|deposit amt|deposit amount|inflow|in|bij|bijgeschreven|inkomsten|haben"
        "|gutschrift|eingang|einnahme|credit euros|montant credit|recette|abono|haber"
        "|ingreso|ingresos|entrada|credito|accrediti|accredito|entrate|avere|income"
        "|received|wplywy|uznania|uznanie|prijem|inn pa konto|inn|insattning|insattningar"
        "|indsat|ind|pano|tulot|jovairas|cash in|funds in|amount in|belop inn|uplata|v dobro"
        "|alacak|pajamos|ienakosie|incasari|kreditas|kredits|kreedit|lodgement|receipts"
        "|ontvangen|ontvangsten|zugang|einnahmen|credit eur|πιστωση|dobro|priliv"
    )
    + further.MONEY_IN
)
MONEY_OUT = (
    phrases(
        "money out|paid out|debit|debit amount|amount debit|debits|debit amt|withdrawal"
        "|withdrawals|withdrawal amt|withdrawal amount|outflow|out|af|afgeschreven"
        "|uitgaven|debet|soll|belastung|lastschrift|ausgang|ausgabe|debit euros"
        "|montant debit|depense|cargo|debe|gasto|gastos|saida|debito|addebiti|addebito"
        "|uscite|dare|spent|expense|wydatki|obciazenia|obciazenie|vydaj|ut fra konto"
        "|ut av konto|ut|uttag|haevet|ud|otto|menot|terheles|cash out|funds out|amount out"
        "|belop ut|isplata|v breme|borc|islaidos|izejosie|plati|debetas|debets|deebet"
        "|payments|besteed|betaald|abgang|ausgaben|debit eur|χρεωση|breme|odliv|charge"
    )
    + further.MONEY_OUT
)
BALANCE = (
    word_set(
        "balance bal saldo saldi kontostand solde zustatek egyenleg saldovalue boeksaldo"
        " accountbalance startsaldo eindsaldo schlusssaldo disponible disponivel cleared"
        " stanje saldokonto beginsaldo sold bakiye stada likutis atlikums jaak zostatok"
        " υπολοιπο guthaben saldos"
    )
    | further.BALANCE
)
FEE = (
    word_set(
        "fee fees kosten gebuhr gebuhren entgelt commission commissions commissione"
        " commissioni comissao comision frais oplata poplatek avgift gebyr spesen"
    )
    | further.FEE
)
NO_AMOUNT = (
    word_set(
        "tax vat btw mwst tva iva ust rate kurs koers wechselkurs taux cambio price prijs"
        " preis quantity limit interest anzahl aantal charge conversioncharge latitude"
        " longitude percentage pct punten points"
    )
    | further.NO_AMOUNT
)
NO_AMOUNT_ALONE = word_set(
    "number nummer nr no num id code ref reference cheque check chq slip zip bic serial"
    " volgnr volgnummer iban konto account card kaart sort clearing clearingnummer"
    " radnummer txnidx index idx terminal vs ks ss rekening rekeningnummer kontonummer"
    " postcode blz year jaar month maand hakchen afstemt pointage laji type"
    " transactienummer rekeninguittrekselnummer afschriftnummer pokynu pohybu"
)
DIRECTION = (
    phrases(
        "debit credit|credit debit|credit debet|debet credit|af bij|bij af|d c|c d|dc|cr dr"
        "|dr cr|soll haben|s h|direction|sign|sens|transaction type|type|cdt dbt"
    )
    + further.DIRECTION
)
# The account's own currency, where a table tells that of the purchase too.
OF_THE_ACCOUNT = (
    word_set(
        "account rekening konto rachunku compte uctu cuenta conto kontos kontowahrung"
        " accountcurrency settlement"
    )
    | further.OF_THE_ACCOUNT
)
CURRENCY = (
    phrases(
        "currency|currency code|ccy|munt|muntsoort|valuta|valutacode|wahrung|waehrung|devise"
        "|devies|divisa|moneda|moeda|waluta|mena|valuutta|valuuta|penznem|commodity|whg"
    )
    + further.CURRENCY
)
COUNTERPARTY = (
    phrases(
        "naam tegenpartij|tegenrekeninghouder|counterparty name|counter party name"
        "|counterparty|counter party|name zahlungsbeteiligter|zahlungsbeteiligter"
        "|begunstigter zahlungspflichtiger|beguenstigter zahlungspflichtiger"
        "|begunstigter auftraggeber|auftraggeber empfanger|empfanger auftraggeber"
        "|auftraggeber begunstigter|nom de la contrepartie|contrepartie|tiers|libelle simplifie"
        "|nadawca odbiorca|kontrahent|nazwa kontrahenta|nazev protiuctu|nazov protistrany"
        "|nazov protiuctu|protistrana|saaja maksaja|nimi|avsandare mottagare|mottagare"
        "|mottaker|modtager|navn|namn|controparte|contraparte|tegenpartij|gegenpartei"
        "|merchant name|merchant|payee payer|payer payee|payee|payer|begunstigde"
        "|opdrachtgever|zahlungsempfanger|zahlungsempfangerin|zahlungspflichtiger"
        "|empfanger|auftraggeber|auftraggeberin|beneficiary|beneficiario|destinataire"
        "|ordinante|vendor|supplier found|supplier|customer|client|klant|kunde|kund|name"
        "|naam|nom|nombre|nome|party|company|title"
    )
    + further.COUNTERPARTY
)
# How the words begin by which the other side is called, whatever their case.
PARTY_STEMS = (
    *further.PARTY_STEMS,
    *("kontrahen", "nadawc", "odbiorc", "tegenpart", "gegenpart", "contrepart"),
    *("contropart", "contrapart", "counterpart", "begunst", "begunst", "empfang"),
    *("auftraggeb", "zahlungspflicht", "zahlungsempf", "benefici", "destinat"),
    *("mottak", "mottag", "modtag", "avsend", "avsand", "afsend", "protistran"),
    *("protiuct", "partner", "payee", "payer", "merchant", "vendor", "supplier"),
    *(
        "recipient",
        "receiver",
        "remitter",
        "empfaeng",
        "beguenst",
        "primatel",
        "primalac",
        "platitel",
    ),
    *("prejemnik", "placnik", "gavej", "moketoj", "sanemej", "maksataj", "alici"),
    *("gonderen", "vidtakand", "obchodnik", "commercant", "comerciante", "consumer"),
)
NAME_WORDS = word_set(
    "name naam nimi nazwa nazev nazov naziv neve elnevezese navn namn nom nome nombre"
    " dane nafn vards adi"
)
# What is known of the other side besides its name.
NOT_A_NAME = (
    word_set(
        "account konto kontonummer number nummer numer nr iban bic swift bank bankname"
        " address adres adresse adresa address1 street straat postcode postnummer zip city"
        " woonplaats land country code rekening rekeningnummer rachunku uctu szamla szamlaszama"
        " email phone reference panga konto cislo typ type"
    )
    | further.NOT_A_NAME
)
FROM = phrases(
    "from|source name|payer name|payer|sender|sender name|zahlungspflichtiger"
    "|auftraggeber|opdrachtgever|ordinante|maksaja|avsandare|avsender|nadawca|nadawcy"
    "|nazwa nadawcy|remitter|absender|afzender|afsender|ordonator|platitor|mittente"
    "|debtor|zleceniodawca"
)
TO = phrases(
    "to|target name|payee name|payee|recipient|recipient name|receiver"
    "|zahlungsempfanger|zahlungsempfangerin|empfanger|begunstigde|beneficiario"
    "|maksunsaaja|mottagare|mottaker|odbiorca|odbiorcy|nazwa odbiorcy|mottakernavn"
    "|beneficiary|beneficiar|destinatario|destinataire|ontvanger|modtager"
    "|begunstigter|beguenstigter|creditor"
)
# Whose account, card or booking it is: never the other side.
OWN = phrases(
    "account name|account holder|account owner|card member|card holder|cardholder"
    "|card holder full name|holder|kontoinhaber|iban kontoinhaber|rekeninghouder"
    "|purchased by|purchaser|created by|user|provedl|titular|titulaire|intestatario"
    "|owner|account label|full account name|bezeichnung auftragskonto|bankname"
    "|bankname auftragskonto|bank|nazev banky|product|produkt|rekening naam|your name"
    "|member|employee|from email address|to email address|email"
)
DESCRIPTION = (
    phrases(
        "description|transaction description|transaction details|transaction remarks"
        "|omschrijving|beschrijving|beschreibung|buchungstext|libelle"
        "|libelle operation|label|descrizione completa|descrizione|descrizione operazione"
        "|concepto|descripcion|descricao|descritivo|historico|opis operacji|opis transakcji"
        "|opis|popis|text|tekst|forklaring|beskrivning|beskrivelse|selitys|narrative"
        "|narration|particulars|details|detail|memo|avisierungstext|action|original"
        " description|referens|otsikko|tytul|tytulem|verwendungszweck|zahlungszweck"
        "|mededeling|mededelingen|remittance|poznamka"
    )
    + further.DESCRIPTION
)
REFERENCE = (
    phrases(
        "verwendungszweck|payment reference|reference|mededeling|mededelingen|omschrijving"
        "|vrije mededeling|description|zprava pro prijemce|sprava pre prijimatela|viesti"
        "|message|meddelelse|melding|tytulem|tytul|motif|reference|referentie|subject"
        "|memo|note|notes|notitie|narrative|details|informations complementaires|concepto"
        "|observaciones|causale|betreft|kenmerk|zahlungszweck|buchungstext|text|particulars"
    )
    + further.DESCRIPTION
)
NO_TEXT = (
    word_set(
        "status state type category categories categorie kategorie kategoria categoria"
        " subcategory time timezone zone tijd zeit tid label labels flag bic code country"
        " landcode product produkt adres address adresse straat postcode typ umsatztyp"
        " umsatzart vorgang laji metodo methode method betaalwijze transactie bewegungstyp"
        " moneymap bank cleared reconcile void emoji symbol city stato statut estado tila"
        " sous souscategorie parent fussnoten tags batch currency serial"
    )
    | further.NO_TEXT
)
COUNTER_ACCOUNT = phrases(
    "counter account|counterparty account|counterparty iban|counterparty"
    "|account number of other side|tegenrekening|tegenrekeningnummer|tegenrekening iban"
    "|rekening tegenpartij|rekeningnummer tegenpartij|iban tegenpartij|partner iban"
    "|gegenkonto|iban empfanger|iban zahlungsbeteiligter|iban kontonummer"
    "|kontonummer iban|payee account number|payee account|account number iban"
    "|protiucet|numer rachunku kontrahenta|rachunek kontrahenta|konto"
)
ACCOUNT = phrases(
    "account|account number|own account|iban auftragskonto|auftragskonto|bank account"
    "|posted account|iban|iban bban|rekening|rekeningnummer|kontonummer|konto"
    "|iban kontoinhaber|account no|iban du compte|account num|card no|cuenta|conto"
)
LINE_ID = (
    phrases(
        "transaction id|id|unique id|uuid|reference number|transactie id|transaktions id"
        "|identifiant de transaction|transaktions nr|receipt id|archiveringsnummer"
        "|arkistointitunnus|id pohybu|identificador|numer referencyjny|zkb referenz"
    )
    + further.LINE_ID
)
STATUS = (
    phrases("status|state|zustand|toestand|stato|statut|estado|tila|stav|void")
    + further.STATUS
)
NET = frozenset(["net", "netto", "nettobetrag", "liquido"])


def is_balance_name(words: Words) -> bool:
    """Return whether a column of such a name holds balances."""
    return not BALANCE.isdisjoint(words) or likeness(words, further.BALANCE_PHRASES) > 0
