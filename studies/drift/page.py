"""The page that compares: its tables are written here, the rest by people."""

from pathlib import Path

from studies.drift import tables
from studies.drift.tables import Rows, Study

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "drift-compared.md"
BEGIN = "<!-- From here on python -m studies.drift --full writes. -->"
END = "<!-- Up to here. -->"


def written(study: Study) -> str:
    """Return the page as it should stand."""
    above, begin, rest = PAGE.read_text("utf-8").partition(BEGIN)
    _, end, below = rest.partition(END)
    if not (begin and end):
        raise SystemExit(f"{PAGE.name} lacks one of its marks: {BEGIN} {END}")
    return "\n\n".join([f"{above}{BEGIN}", *chapters(study), f"{END}{below}"])


def chapters(study: Study) -> list[str]:
    """Return headings and tables, one after another."""
    found = ["### Weeks lost, over all lives (missed)", table(tables.totals(study))]
    for rate in tables.RATES:
        found.append(f"### Weeks lost by life, tuned to {rate} false alarms a year")
        found.append(table(tables.by_sort(study, rate)))
    found += [
        "### Lives made after the method was fixed, at 0.2 a year",
        table(tables.later(study)),
        "### Drifts of other sizes, at 0.2 a year (missed)",
        table(tables.other_drifts(study)),
        "### What is promised and what happens",
        table(tables.promises(study)),
        "### A quarter more in the first year, as shipped",
        table(tables.first_year(study)),
    ]
    return found


def table(rows: Rows) -> str:
    """Return rows as a table of Markdown."""
    heading, *below = rows
    lines = [heading, ["---"] * len(heading), *below]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
