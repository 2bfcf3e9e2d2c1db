"""The page that compares: its tables are written here, the rest by people."""

from pathlib import Path

from studies.drift import tables
from studies.drift.tables import Rows

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "drift-compared.md"
BEGIN = "<!-- From here on python -m studies.drift writes. -->"
END = "<!-- Up to here. -->"


def written() -> str:
    """Return the page as it should stand; takes half a minute."""
    above, begin, rest = PAGE.read_text("utf-8").partition(BEGIN)
    _, end, below = rest.partition(END)
    if not (begin and end):
        raise SystemExit(f"{PAGE.name} lacks one of its marks: {BEGIN} {END}")
    return "\n\n".join([f"{above}{BEGIN}", *_tables(), f"{END}{below}"])


def _tables() -> list[str]:
    each, pool = tables.one_for_each(), tables.POOL
    kinds = (*pool, tables.LEAVE)
    return [
        "### False alarms a year, where there is no drift",
        table(tables.alarms_a_year()),
        "### Steady series with a false alarm in them, by length",
        table(tables.alarms_by_length()),
        "### Weeks until a drift is seen, each method as it is",
        table(tables.delays(tables.as_promised, kinds)),
        "### The same, each method with one setting for half a false alarm a year",
        table(tables.delays(tables.one_for_all(), kinds)),
        "### The same, with a setting for each kind, as if its spread were known",
        table(tables.delays(each, pool)),
        "### A step of 25 % halfway, by length",
        table(tables.delays_by_length()),
        "### How wrong the size is, in hours a week, and the first week, in weeks",
        table(tables.sizes()),
    ]


def table(rows: Rows) -> str:
    """Return rows as a table of Markdown."""
    heading, *below = rows
    lines = [heading, ["---"] * len(heading), *below]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
