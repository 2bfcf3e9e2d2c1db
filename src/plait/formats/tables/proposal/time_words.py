"""What columns of hours are called, and the units that stand in their headings."""

from plait.formats.tables.names import phrases, word_set

START = phrases(
    "start|start time|from|begin|started|started at|time in|clock in|starttijd|begintijd"
    "|van|aanvang|von|beginn|startzeit|check in|debut|heure debut|de|inizio|inicio"
    "|time start|begin time|start date time|start datetime"
)
END = phrases(
    "end|end time|to|until|stop|stopped|stopped at|ended|ended at|time out|clock out|eind"
    "|einde|eindtijd|tot|bis|ende|endzeit|check out|finish|fin|heure fin|a|fine|final"
    "|time end|stop time|end date time|end datetime"
)
DURATION = phrases(
    "duration|time spent|duur|tijdsduur|dauer|length|elapsed|elapsed time|time|tijd"
    "|zeit|zeitaufwand|arbeitszeit|worked|time worked|tracked time|time tracked|logged"
    "|logged time|duree|temps|durata|duracion|tiempo|tid|varighed|varaktighet|czas"
)
HOURS = phrases(
    "hours|decimal hours|duration decimal|hours worked|worked hours|total hours|uren|uur"
    "|aantal uren|gewerkte uren|stunden|std|heures|ore|horas|timer|timmar|godziny"
    "|minutes|minuten|mins|min|minuti|minutos|seconds|seconden|sekunden"
)
DATE = phrases(
    "date|day|work date|datum|dag|tag|start date|startdatum|spent date|entry date|data"
    "|fecha|jour|dato|giorno|dia"
)
LABELS = {
    "client": phrases(
        "client|customer|organisation|organization|employer|company|klant|opdrachtgever"
        "|relatie|organisatie|kunde|auftraggeber|firma|cliente|entreprise|kund"
    ),
    "project": phrases(
        "project|project name|job|assignment|opdracht|projekt|auftrag|role|rol|projet"
        "|progetto|proyecto|issue|matter|zaak|dossier"
    ),
    "task": phrases(
        "task|activity|work type|taak|activiteit|werksoort|aufgabe|tatigkeit|service"
        "|taetigkeit|tache|activite|attivita|tarea"
    ),
    "description": phrases(
        "description|notes|note|comment|comments|details|what|omschrijving|notitie"
        "|opmerking|toelichting|werkzaamheden|beschreibung|bemerkung|memo|libelle"
        "|commentaire|descrizione|descripcion|work description|summary|text"
    ),
}
# What takes an hour of nobody's: what was planned, is left, or may be billed.
NOT_GIVEN = word_set(
    "estimated estimate planned remaining budget billable billed rate tarief invoiced"
    " rounded overtime target contract pause break pauze internal hourly amount"
)
UNITS = {
    **dict.fromkeys(
        word_set("h hr hrs hour hours u uur uren std stunden heures ore"), "h"
    ),
    **dict.fromkeys(
        word_set("horas timer timmar godziny decimal decimaal dezimal"), "h"
    ),
    **dict.fromkeys(
        word_set("min mins minute minutes minuut minuten minuti minutos"), "min"
    ),
    **dict.fromkeys(word_set("s sec secs second seconds seconden sek sekunden"), "s"),
    **dict.fromkeys(word_set("secondes secondi segundos"), "s"),
    **dict.fromkeys(word_set("ms msec millis milliseconds milliseconden"), "ms"),
}
