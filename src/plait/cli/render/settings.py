"""Settings in a terminal: each by the name that `plait settings set` takes."""

from collections.abc import Mapping

from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, table


def print_settings(values: Mapping[str, object]) -> None:
    """Print each setting with its value, – for none."""
    rows = table("", "")
    rows.show_header = False
    for name, value in values.items():
        rows.add_row(name, "–" if value in (None, "") else on_one_line(str(value)))
    console.print(rows)
