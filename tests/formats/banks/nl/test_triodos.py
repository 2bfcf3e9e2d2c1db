"""Triodos, with and without a heading."""

import pytest

from plait.formats.banks.nl import triodos

OUT = (
    '"15-09-2026","NL37TRIO0320564487","4,50","Debet","KIOSK","NL02ABNA0123456789","BA",'
    '"koffie","1.245,50"'
)
IN = (
    '"14-09-2026","NL37TRIO0320564487","1.250,00","Credit","Praktijk Lindenhof",'
    '"NL39RABO0300065264","OV","factuur 7","1.250,00"'
)
HEADING = (
    '"Datum","Rekening","Bedrag","Credit/Debet","Naam","Tegenrekening","Code",'
    '"Omschrijving","Saldo"'
)


@pytest.mark.parametrize("above", ["", HEADING + "\n"])
@pytest.mark.parametrize("rows", [(OUT, IN), (IN, OUT)])
def test_rows_are_read_with_and_without_a_heading(statement, above, rows):
    read = statement(above + "\n".join(rows))

    assert (read.format, read.problems) == ("triodos", [])
    into = max(read.lines, key=lambda line: line.amount_minor)
    assert (into.amount_minor, into.payer) == (125000, "Praktijk Lindenhof")
    assert (into.account, into.counter_account) == (
        "NL37TRIO0320564487",
        "NL39RABO0300065264",
    )
    assert {line.amount_minor for line in read.lines} == {125000, -450}
    [period] = read.periods
    assert (period.opening_minor, period.closing_minor) == (0, 124550)


@pytest.mark.parametrize(
    "text",
    [
        IN.replace("Credit", "Bij"),
        IN.replace("NL37TRIO0320564487", "NL37"),
        f"{IN}\nDatum,Bedrag",
        "",
    ],
)
def test_other_shapes_are_left_to_others(a_file, text):
    assert not triodos.recognise(a_file(text))
