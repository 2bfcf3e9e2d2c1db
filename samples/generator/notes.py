"""What she writes beside her hours."""

PRACTICE = (
    "Roosters en verlof",
    "Teamoverleg en mail",
    "Personeelsgesprekken",
    "Kwaliteit en protocollen",
    "Contracten en inkoop",
    "Cijfers van de maand",
    "Telefonie en balie",
)
ATLAS = (
    "Werkgroep ketenzorg",
    "Stuurgroep voorbereiden",
    "Gesprekken met praktijken",
    "Projectplan bijwerken",
    "Rapportage deelnemers",
    "Scholing in de wijken",
    "Verslag, acties en mail",
)
TRAINING = ("Casussen uitwerken", "Programma op maat", "Hand-outs en presentatie")
MENTORING = ("Mentorgesprek", "Mentorgesprek: grenzen", "Mentorgesprek: loopbaan")
STUDY = ("Reading and notes", "Essay draft", "Group assignment", "Literature search")
