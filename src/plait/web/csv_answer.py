"""A table as a file that is downloaded, written while it is read."""

from collections.abc import Iterable, Sequence

from django.http import StreamingHttpResponse

from plait.formats.plait.csv_table import csv_lines


def csv_answer(
    name: str, headings: Sequence[str], rows: Iterable[Sequence[str]]
) -> StreamingHttpResponse:
    """Return the answer; `name` is the file's, without its ending."""
    lines = (line.encode() for line in csv_lines(headings, rows))
    answer = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer
