import pytest

from plait.domain.errors import Problem
from plait.formats.rows import Heading, convert, heading_of, rows
from plait.formats.source import Unreadable

HEADING = "Date,Payer,Note,Amount\n"


def taken(source):
    """Read the four columns; a row as a tuple of its cells, a problem as it is."""
    heading = heading_of(source, ("Date", "Amount"))
    cells = convert(rows(source, heading), lambda n, row: (n, row[0], row[3]))
    return list(cells)


def whats(found):
    return [(p.where, p.what) for p in found if isinstance(p, Problem)]


def lines(found):
    return [line for line in found if not isinstance(line, Problem)]


def test_rows_come_with_the_number_of_their_line(a_file):
    source = a_file("A bank\n\n" + HEADING + "1,a,b,10\n\n2,a,b,20\n")

    assert taken(source) == [(4, "1", "10"), (6, "2", "20")]


def test_a_cell_over_three_lines_counts_for_its_first(a_file):
    source = a_file(HEADING + '1,a,"one\ntwo\nthree",10\n2,a,b,20\n')

    assert taken(source) == [(2, "1", "10"), (5, "2", "20")]


def test_a_quotation_mark_left_open_costs_its_own_line_only(a_file):
    rest = "".join(f"{n},a,b,{n}0\n" for n in range(2, 6))
    source = a_file(HEADING + '1,"a,b,10\n' + rest)

    found = taken(source)

    assert lines(found) == [(n + 1, str(n), f"{n}0") for n in range(2, 6)]
    what = "A quotation mark opens in this line and does not close"
    assert whats(found) == [("line 2", what)]


def test_a_quotation_mark_that_another_closes_swallows_nothing(a_file):
    source = a_file(HEADING + '1,"a,b,10\n2,a,b,20\n3,a",b,30\n4,a,b,40\n')

    found = taken(source)

    assert [n for n, *_ in lines(found)] == [3, 4, 5]
    assert whats(found)[0][0] == "line 2"


def test_an_open_quotation_mark_far_above_the_end_is_found_before_it(a_file):
    rest = "".join(f"{n},a,b,{n}0\n" for n in range(2, 20_000))
    source = a_file(HEADING + '1,"a,b,10\n' + rest)

    found = taken(source)

    assert len(lines(found)) == 19_998
    assert len(whats(found)) == 1


def test_a_file_of_open_quotation_marks_is_refused(a_file):
    source = a_file(HEADING + '1,"a,b,10\n2,x,b,10\n' * 200)

    with pytest.raises(Unreadable, match="Too many lines of this table"):
        taken(source)


def test_quotation_marks_within_a_text_are_left_alone(a_file):
    source = a_file(HEADING + '1,the "old" shop,b,10\n')

    assert taken(source) == [(2, "1", "10")]


def test_a_cell_of_a_megabyte_costs_its_own_line_only(a_file):
    source = a_file(HEADING + f"1,{'x' * 1_000_000},b,10\n2,a,b,20\n")

    found = taken(source)

    assert lines(found) == [(3, "2", "20")]
    assert whats(found) == [("line 2", "This line is far too long")]
    assert len(found[0].value) <= 80


def test_a_line_with_nul_characters_is_set_aside(a_file):
    source = a_file(HEADING + "1,a,b,10\n2,a\0\0,b,20\n3,a,b,30\n")

    found = taken(source)

    assert lines(found) == [(2, "1", "10"), (4, "3", "30")]
    assert whats(found) == [("line 3", "This line holds characters that are no text")]


def test_a_last_line_that_breaks_off_is_a_problem(a_file):
    found = taken(a_file(HEADING + "1,a,b,10\n2,a,"))

    assert lines(found) == [(2, "1", "10")]
    assert whats(found) == [("line 3", "This line has fewer columns than the heading")]


def test_a_last_line_that_breaks_off_inside_quotation_marks_is_a_problem(a_file):
    found = taken(a_file(HEADING + '1,a,b,10\n2,a,b,"20'))

    assert lines(found) == [(2, "1", "10")]
    assert [where for where, _ in whats(found)] == ["line 3"]


def test_a_row_with_a_column_too_many_is_a_problem(a_file):
    found = taken(a_file(HEADING + "1,Bakker, Jan,b,10\n2,a,b,20\n"))

    assert lines(found) == [(3, "2", "20")]
    assert whats(found) == [("line 2", "This line has more columns than the heading")]


def test_empty_cells_past_the_last_column_do_no_harm(a_file):
    assert taken(a_file(HEADING + "1,a,b,10,,\n")) == [(2, "1", "10")]


def test_a_nameless_last_column_may_be_left_out_of_a_row(a_file):
    source = a_file("Date,Payer,Note,Amount,\n1,a,b,10\n2,a,b,20,\n")

    assert taken(source) == [(2, "1", "10"), (3, "2", "20")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_umlauts_and_euro_signs_survive_every_encoding(a_file, encoding):
    source = a_file("Datum;Größe\n1;5 €\n", encoding=encoding)

    heading = heading_of(source, ("Datum", "Größe"))

    assert list(rows(source, heading)) == [(2, ["1", "5 €"])]


def test_a_text_that_breaks_off_inside_a_character_is_refused(a_file):
    content = (HEADING + "1,a,b,10\n").encode("utf-16") + b"\x41"
    source = a_file(content)

    with pytest.raises(Unreadable, match="breaks off in the middle of a character"):
        taken(source)


def test_an_empty_file_has_no_heading(a_file):
    assert heading_of(a_file(""), ("Date",)) is None


def test_a_heading_alone_gives_nothing(a_file):
    assert taken(a_file(HEADING)) == []


def test_a_needed_column_that_is_missing_refuses_the_file_by_its_name():
    with pytest.raises(Unreadable, match="needed is missing: Amount"):
        Heading(1, ",", ["Date"]).need("Amount", "Sum")


def test_a_bank_line_keeps_text_that_looks_like_a_formula(a_file):
    source = a_file(HEADING + "1,=HYPERLINK(1),@b,-5\n")
    heading = heading_of(source, ("Date", "Amount"))

    [(_, row)] = rows(source, heading)

    assert row == ["1", "=HYPERLINK(1)", "@b", "-5"]
