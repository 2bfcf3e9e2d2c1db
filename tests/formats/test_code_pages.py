"""Code pages told apart by their letters, both ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.formats.code_pages import code_page_of

DOS = [
    "Müller",
    "MÜLLER GMBH",
    "JÄGER",
    "Jäger und Söhne",
    "Größe",
    "GRÖSSE KÖLN",
    "Hauptstraße",
    "HAUPTSTRAßE",
    "Überweisung",
    "ÜBERWEISUNG MÄRZ",
    "ÖSTERREICH",
    "André",
    "Café de la Paix",
    "François",
    "Peñíscola, Ávila",
    "Vanløse",
    "Århus Håndværk",
    "Straße 5\r\nHonorar für März",
    "SVWZ+Gebühr?32Bäckerei Brötchen",
]
WINDOWS = [
    *(text for text in DOS),
    "Hašek",
    "HAŠEK",
    "Žižek",
    "ŽIŽEK ŠKODA",
    "Škoda",
    "Œuvre, cœur",
    "Málaga",
    "Julián Ibáñez",
    "„Gänsefüßchen“",
    "\u201ahalbe\u2018 und ’s avonds",
    "Ça va – d’accord…",
    "€ 12,50 per m² en m³",
    "Jan\u00a0Jansen, foo–bar, een…twee",
    "12 % • 1,5 ‰ †",
    "Brand™ by Müller®",
    "1½ × 3 ÷ 2 ± 5 µg",
    "¿Qué?",
    "Żaden",
    "São João",
    "naïve façade",
    "Zürich – Genève",
    "Björn Ångström",
    "”Hej” sa Åsa",
    "Sæby Ærø Ø",
    "Ð þórður",
]


@pytest.mark.parametrize("text", DOS)
def test_a_dos_text_is_found_out(text):
    page = code_page_of([text.encode("cp850")])

    assert text.encode("cp850").decode(page) == text


@pytest.mark.parametrize("text", WINDOWS)
def test_a_windows_text_stays_one(text):
    try:
        content = text.encode("cp1252")
    except UnicodeEncodeError:
        pytest.skip("no letters of Windows-1252")

    assert code_page_of([content]) == "cp1252"


def test_the_euro_of_a_late_dos_is_read():
    content = "Honorar für März: 400,00 €".encode("cp858")

    assert content.decode(code_page_of([content])) == "Honorar für März: 400,00 €"


def test_polish_letters_amid_letters_are_windows_1250():
    content = "Opłata za księgowość, Wałbrzych, żółw".encode("cp1250")

    assert code_page_of([content]) == "cp1250"


def test_many_lines_outvote_one_odd_byte():
    content = "Grüße aus Köln\r\n".encode("cp1252") * 3 + b"odd \x81x\r\n"

    assert code_page_of([content]) == "cp1252"


LETTERS = st.sampled_from("aeinrstlkmbdgäöüßéèçñåøæ")


@given(st.lists(st.text(LETTERS, min_size=3, max_size=12), min_size=3, max_size=20))
def test_lower_case_words_of_windows_are_never_taken_for_dos(words):
    text = " ".join(word.capitalize() for word in words)

    assert code_page_of([text.encode("cp1252", "ignore")]) == "cp1252"
